// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outlines, names of the workspace, and where each kind of name is defined and used. */
class SymbolsTest {
    private static final String PARTS =
            """
            package parts

            unit drawer = 3 U

            node Box { power { max: 10 kW }   size: 1 drawer }

            topology Net is clos {
              link: 400 Gbit/s
              tier leaf { endpoints: 16 }
            }
            """;

    private static final String DESIGN =
            """
            package design

            import parts.*
            import araverus.models.*

            let spare = 3 kW

            rack Base {
              nodes: 3 x Box
              power { budget: 30 kW + spare }
              weight_limit: max(40 kg, 50 kg)
            }

            cluster C { racks: 2 x Base   network: Net }

            workload W trains Llama_31_70B { precision: bf16 }

            evaluate E {
              run W on C.racks[0]
              require W.step_time <= 45 s
              require Net.leaf.endpoints >= 16
            }
            """;

    @TempDir Path folder;

    private Client editor() throws Exception {
        return editor(Client.initialization(folder));
    }

    private Client editor(InitializeParams init) throws Exception {
        Files.writeString(folder.resolve("parts.infra"), PARTS);
        Files.writeString(folder.resolve("design.infra"), DESIGN);
        Client editor = new Client(folder, init);
        editor.open("parts.infra");
        editor.open("design.infra");
        return editor;
    }

    private static void show(List<DocumentSymbol> symbols, String indent, List<String> into) {
        for (DocumentSymbol s : symbols) {
            into.add(indent + s.getKind() + " " + s.getName() + " | " + s.getDetail());
            show(s.getChildren(), indent + "  ", into);
        }
    }

    @Test
    void theOutlineSaysWhatIsWritten() throws Exception {
        try (Client editor = editor()) {
            List<String> all = new ArrayList<>();
            editor.texts()
                    .documentSymbol(new DocumentSymbolParams(editor.file("design.infra")))
                    .join()
                    .forEach(s -> show(List.of(s.getRight()), "", all));
            assertThat(all)
                    .containsExactly(
                            "Variable spare | 3 kW",
                            "Class Base | rack",
                            "  Field nodes | 3 x Box",
                            "  Object power | ",
                            "    Property budget | 30 kW + spare",
                            "  Property weight_limit | max(40 kg, 50 kg)",
                            "Class C | cluster",
                            "  Field racks | 2 x Base",
                            "  Property network | Net",
                            "Method W | workload trains Llama_31_70B",
                            "  Property precision | bf16",
                            "Function E | evaluate",
                            "  Event W | run on C.racks[0]",
                            "  Boolean W.step_time <= 45 s | require",
                            "  Boolean Net.leaf.endpoints >= 16 | require");
        }
    }

    @Test
    void anOldEditorGetsAFlatOne() throws Exception {
        InitializeParams old = Client.initialization(folder);
        old.getCapabilities().getTextDocument().setDocumentSymbol(null);
        try (Client editor = editor(old)) {
            var all =
                    editor.texts()
                            .documentSymbol(new DocumentSymbolParams(editor.file("parts.infra")))
                            .join();
            assertThat(all)
                    .extracting(
                            s -> s.getLeft().getName() + " in " + s.getLeft().getContainerName())
                    .contains("Box in null", "power in Box", "max in power", "leaf in Net");
        }
    }

    @Test
    void namesOfTheWorkspaceByTheirLetters() throws Exception {
        try (Client editor = editor()) {
            assertThat(names(editor, "bs")).containsExactly("Class Base in design");
            assertThat(names(editor, "net.lf")).containsExactly("Struct leaf in parts.Net");
            assertThat(names(editor, "nodes")).containsExactly("Field nodes in design.Base");
            assertThat(names(editor, "")).contains("Constant drawer in parts").hasSize(11);
        }
    }

    private static List<String> names(Client editor, String query) {
        return editor
                .server()
                .getWorkspaceService()
                .symbol(new WorkspaceSymbolParams(query))
                .join()
                .getRight()
                .stream()
                .map(s -> s.getKind() + " " + s.getName() + " in " + s.getContainerName())
                .toList();
    }

    private static List<String> places(List<? extends Location> all) {
        return all.stream()
                .map(
                        l ->
                                l.getUri().replaceFirst(".*/", "")
                                        + ":"
                                        + (l.getRange().getStart().getLine() + 1))
                .sorted()
                .toList();
    }

    private static List<String> uses(Client editor, String piece) {
        return places(
                editor.texts()
                        .references(
                                new ReferenceParams(
                                        editor.file("design.infra"),
                                        editor.at("design.infra", piece),
                                        new ReferenceContext(true)))
                        .join());
    }

    private static String definition(Client editor, String piece) {
        return places(
                        editor.texts()
                                .definition(
                                        new DefinitionParams(
                                                editor.file("design.infra"),
                                                editor.at("design.infra", piece)))
                                .join()
                                .getLeft())
                .get(0);
    }

    private static List<String> marks(Client editor, String piece) {
        return editor
                .texts()
                .documentHighlight(
                        new DocumentHighlightParams(
                                editor.file("design.infra"), editor.at("design.infra", piece)))
                .join()
                .stream()
                .map(h -> h.getRange().getStart().getLine() + 1 + " " + h.getKind())
                .toList();
    }

    @Test
    void everyKindOfNameHasItsUses() throws Exception {
        try (Client editor = editor()) {
            // element, let, role, named block
            assertThat(uses(editor, "3 x Bo|x")).containsExactly("design.infra:9", "parts.infra:5");
            assertThat(uses(editor, "let spa|re"))
                    .containsExactly("design.infra:10", "design.infra:6");
            assertThat(uses(editor, "C.rac|ks[0]"))
                    .containsExactly("design.infra:14", "design.infra:19");
            assertThat(uses(editor, "Net.le|af"))
                    .containsExactly("design.infra:21", "parts.infra:9");
            // attribute, unit of the library, metric, function, literal
            assertThat(uses(editor, "bud|get: 30")).contains("design.infra:10").hasSize(2);
            assertThat(uses(editor, "3 k|W\n"))
                    .contains("design.infra:6", "design.infra:10", "parts.infra:5");
            assertThat(uses(editor, "step_t|ime")).contains("design.infra:20").hasSize(2);
            assertThat(uses(editor, "ma|x(40")).contains("design.infra:11").hasSize(2);
            assertThat(uses(editor, "bf|16")).contains("design.infra:16").hasSize(2);
        }
    }

    @Test
    void everyKindOfNameHasItsPlace() throws Exception {
        try (Client editor = editor()) {
            assertThat(definition(editor, "3 x Bo|x")).isEqualTo("parts.infra:5");
            assertThat(definition(editor, "kW + spa|re")).isEqualTo("design.infra:6");
            assertThat(definition(editor, "C.rac|ks[0]")).isEqualTo("design.infra:14");
            assertThat(definition(editor, "Net.le|af")).isEqualTo("parts.infra:9");
            assertThat(definition(editor, "trains Llama|_31")).startsWith("llama");
            assertThat(definition(editor, "3 k|W\n")).startsWith("units.infra");
            for (String piece : List.of("bud|get: 30", "step_t|ime", "ma|x(40", "bf|16"))
                assertThat(definition(editor, piece)).startsWith("registry.infra");
        }
    }

    @Test
    void everyKindOfNameIsMarked() throws Exception {
        try (Client editor = editor()) {
            assertThat(marks(editor, "let spa|re")).containsExactly("6 Write", "10 Read");
            assertThat(marks(editor, "no|des: 3")).containsExactly("9 Write");
            assertThat(marks(editor, "Net.le|af")).containsExactly("21 Read");
            assertThat(marks(editor, "workload W|"))
                    .containsExactly("16 Write", "19 Read", "20 Read");
            assertThat(marks(editor, "3 k|W\n")).containsExactly("6 Read", "10 Read");
            assertThat(marks(editor, "ma|x(40")).containsExactly("11 Read");
            assertThat(marks(editor, "step_t|ime")).containsExactly("20 Read");
            assertThat(marks(editor, "| require W.step")).isEmpty();
        }
    }
}
