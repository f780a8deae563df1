// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.araverus.infra.dsl.InfraStandaloneSetup;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.KindDefinition;
import org.araverus.infra.dsl.registry.AnnotationKind;
import org.araverus.infra.dsl.registry.Function;
import org.araverus.infra.dsl.registry.Registry;
import org.araverus.infra.dsl.resource.Library;
import org.eclipse.emf.common.util.URI;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code docs/language} is made from the registry and the library; {@code -Dgoldens=write} writes
 * it anew.
 */
class LanguagePagesTest {
    private static final Path FOLDER = Path.of("..", "docs", "language");

    @TestFactory
    Stream<DynamicTest> pages() {
        return expected().entrySet().stream()
                .map(e -> dynamicTest(e.getKey(), () -> keep(e.getKey(), e.getValue())));
    }

    @Test
    void noPageIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(new TreeSet<>(expected().keySet()));
        }
    }

    private static void keep(String name, String page) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("goldens"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, page);
        }
        assertThat(page).isEqualTo(Files.readString(file));
    }

    private static SortedMap<String, String> expected() {
        Registry registry = new Registry();
        SortedMap<String, String> all = new TreeMap<>();
        for (KindDefinition kind : registry.kinds()) {
            all.put(kind.getName() + ".md", KindPage.of(registry, kind));
        }
        all.put("README.md", index(registry));
        all.put("units.md", UnitsPage.of(units()));
        return all;
    }

    private static InfraFile units() {
        Library library =
                new InfraStandaloneSetup()
                        .createInjectorAndDoEMFRegistration()
                        .getInstance(Library.class);
        URI address = URI.createURI(Library.SCHEME + ":/araverus/units.infra");
        return (InfraFile) library.file(address).getContents().get(0);
    }

    private static String index(Registry registry) {
        StringBuilder page = new StringBuilder();
        page.append(
                "# The language, kind by kind\n\nMade from the code; a test keeps it true.\n\n");
        page.append("| kind | is |\n|---|---|\n");
        for (KindDefinition k : registry.kinds()) {
            page.append("| [%s](%s.md) | ".formatted(k.getName(), k.getName()));
            page.append(k.getDocumentation()).append(" |\n");
        }
        page.append(
                "\n[Units](units.md) and [formulas](../formulas.md) have pages of their own.\n");
        page.append("\n## Functions\n\n| function | gives |\n|---|---|\n");
        for (Function f : Function.values()) {
            String parameters = f.parameters().isEmpty() ? "…" : String.join(", ", f.parameters());
            page.append("| `%s(%s)` | %s |\n".formatted(f.text(), parameters, f.doc()));
        }
        page.append("\n## Annotations\n\n| annotation | says |\n|---|---|\n");
        for (AnnotationKind a : AnnotationKind.values()) {
            String parameters =
                    a.parameters().isEmpty() ? "" : "(" + String.join(", ", a.parameters()) + ")";
            page.append("| `@%s%s` | %s |\n".formatted(a.text(), parameters, a.doc()));
        }
        return page.toString();
    }
}
