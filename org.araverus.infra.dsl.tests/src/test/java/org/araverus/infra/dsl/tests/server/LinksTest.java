// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pieces of a text lead to. */
class LinksTest {
    private static final String FILE = "a.infra";

    @TempDir Path folder;

    private Map<String, String> links(String text) {
        try (Session s = new Session(folder)) {
            s.open(FILE, text);
            Map<String, String> all = new LinkedHashMap<>();
            List<DocumentLink> found =
                    s.documents().documentLink(new DocumentLinkParams(s.id(FILE))).join();
            for (DocumentLink l : found) all.put(Session.cut(text, l.getRange()), l.getTarget());
            return all;
        }
    }

    @Test
    void importsOfAnExampleOpenTheLibrary() throws IOException {
        String text = Files.readString(Path.of("../examples/first-rack/broken.infra"));
        Map<String, String> links = links(text);
        assertThat(links.keySet())
                .contains("araverus.nvidia.*", "araverus.models.*", "araverus.stacks.*");
        Path file = Path.of(URI.create(links.get("araverus.nvidia.*")));
        assertThat(Files.readString(file)).contains("package araverus.nvidia\n");
    }

    @Test
    void importsOpenFilesOfTheWorkspaceAndOfOneElement() throws IOException {
        Files.writeString(folder.resolve("b.infra"), "package b\n\nrack Row { size: 4 U }\n");
        Map<String, String> links =
                links(
                        "package a\n\nimport b.*\nimport b.Row\n"
                                + "import araverus.nvidia.DGX_H100\nimport no.where\n");
        String b = folder.resolve("b.infra").toUri().toString();
        assertThat(links).containsEntry("b.*", b).containsEntry("b.Row", b);
        assertThat(links.get("araverus.nvidia.DGX_H100")).endsWith("/araverus/nvidia/nodes.infra");
        assertThat(links).doesNotContainKey("no.where");
    }

    @Test
    void rulesOpenTheirPages() {
        Map<String, String> links =
                links(
                        "package a\n\n@accept(\"rack-power-over-budget\", \"unused-let\")\n"
                                + "rack R { size: 4 U }\n\n"
                                + "project P { severity { \"unused-import\": off } }\n");
        assertThat(links.keySet()).containsExactly("rack-power-over-budget", "unused-import");
        assertThat(links.get("unused-import")).endsWith("/unused-import.md");
    }

    @Test
    void addressesAreThemselves() {
        Map<String, String> links =
                links(
                        "package a\n\n// see https://example.org/a(b), and more.\n"
                                + "rack R { size: 4 U @source(\"https://example.org/c?d=1\") }\n");
        assertThat(links)
                .containsEntry("https://example.org/c?d=1", "https://example.org/c?d=1")
                .hasSize(2);
    }

    @Test
    void brokenTextsAreAnswered() {
        for (String text : List.of("", "import ", "import a.", "@accept(", "\"", "rack { \"\": "))
            assertThat(links(text)).isEmpty();
    }
}
