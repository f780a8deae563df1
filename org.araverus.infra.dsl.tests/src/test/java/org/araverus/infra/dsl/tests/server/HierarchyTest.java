// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.TypeHierarchyItem;
import org.eclipse.lsp4j.TypeHierarchyPrepareParams;
import org.eclipse.lsp4j.TypeHierarchySubtypesParams;
import org.eclipse.lsp4j.TypeHierarchySupertypesParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who extends whom, over files and library. */
class HierarchyTest {
    private static final String FILE = "a.infra";

    @TempDir Path folder;

    private static List<TypeHierarchyItem> at(Session s, String piece) {
        return s.documents()
                .prepareTypeHierarchy(
                        new TypeHierarchyPrepareParams(s.id(FILE), Session.at(s.text(FILE), piece)))
                .join();
    }

    private static List<TypeHierarchyItem> above(Session s, TypeHierarchyItem item) {
        return s.documents()
                .typeHierarchySupertypes(new TypeHierarchySupertypesParams(item))
                .join();
    }

    private static List<TypeHierarchyItem> below(Session s, TypeHierarchyItem item) {
        return s.documents().typeHierarchySubtypes(new TypeHierarchySubtypesParams(item)).join();
    }

    private static List<String> names(List<TypeHierarchyItem> items) {
        return items.stream().map(TypeHierarchyItem::getName).toList();
    }

    private Session lines() throws IOException {
        Files.writeString(
                folder.resolve(FILE),
                "package a\n\nimport araverus.nvidia.*\n\nnode Mine extends DGX_H100 { }\n\n"
                        + "node Yours extends Mine { size: 9 U }\n\nrack R { nodes: 2 x Mine }\n");
        Files.writeString(
                folder.resolve("b.infra"),
                "package b\n\nimport a.*\n\nnode Theirs extends Mine { size: 10 U }\n");
        return new Session(folder).open(FILE);
    }

    @Test
    void heirsAreInAllFiles() throws IOException {
        try (Session s = lines()) {
            s.diagnostics(FILE);
            TypeHierarchyItem mine = at(s, "2 x Mi|ne").get(0);
            assertThat(mine.getDetail()).isEqualTo("node  a");
            assertThat(Session.cut(s.text(FILE), mine.getSelectionRange())).isEqualTo("Mine");
            assertThat(names(below(s, mine))).containsExactlyInAnyOrder("Yours", "Theirs");
            TypeHierarchyItem theirs =
                    below(s, mine).stream()
                            .filter(i -> i.getName().equals("Theirs"))
                            .findFirst()
                            .orElseThrow();
            assertThat(theirs.getUri()).isEqualTo(s.uri("b.infra"));
            assertThat(names(above(s, theirs))).containsExactly("Mine");
        }
    }

    @Test
    void theLineReachesTheLibraryAndBack() throws IOException {
        try (Session s = lines()) {
            s.diagnostics(FILE);
            TypeHierarchyItem dgx = above(s, at(s, "node Mi|ne").get(0)).get(0);
            assertThat(dgx.getName()).isEqualTo("DGX_H100");
            Path copy = Path.of(URI.create(dgx.getUri()));
            assertThat(Session.cut(Files.readString(copy), dgx.getSelectionRange()))
                    .isEqualTo("DGX_H100");
            assertThat(names(below(s, dgx))).contains("Mine");
            assertThat(above(s, dgx)).isEmpty();
        }
    }

    @Test
    void heirsInTheLibraryAreFound() throws IOException {
        Files.writeString(
                folder.resolve(FILE),
                "package a\n\nimport araverus.nvidia.*\n\naccelerator Mine extends A100_80G_SXM { }\n");
        try (Session s = new Session(folder)) {
            s.open(FILE);
            s.diagnostics(FILE);
            TypeHierarchyItem a100 = at(s, "extends A1|00").get(0);
            List<String> all = names(below(s, a100));
            assertThat(all).contains("Mine");
            String library = Files.readString(Path.of(URI.create(a100.getUri())));
            long heirs = library.lines().filter(l -> l.contains(" extends A100_80G_SXM")).count();
            assertThat(all).hasSizeGreaterThanOrEqualTo(1 + (int) heirs);
        }
    }

    @Test
    void whereNoElementIsThereIsNothing() throws IOException {
        for (String text : List.of("package a\n", "rack", "node N extends N { }\n")) {
            Files.writeString(folder.resolve(FILE), text);
            try (Session s = new Session(folder)) {
                s.open(FILE);
                var found =
                        s.documents()
                                .prepareTypeHierarchy(
                                        new TypeHierarchyPrepareParams(
                                                s.id(FILE), Session.position(text, 4)))
                                .join();
                for (TypeHierarchyItem i : found) {
                    assertThat(above(s, i)).isNotNull();
                    assertThat(below(s, i)).isNotNull();
                }
            }
        }
    }
}
