// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who publishes what, and when. */
class ScheduleTest {
    private static final String RACK =
            "package a\n\nimport araverus.nvidia.*\n\nrack Row {\n  nodes: 4 x DGX_H100\n"
                    + "  power { budget: 30 kW }\n}\n";
    private static final String OVER = "rack-power-over-budget";

    @TempDir Path folder;

    private static List<String> lines(List<Diagnostic> all) {
        return all.stream()
                .map(d -> d.getRange().getStart().getLine() + 1 + " " + d.getCode().getLeft())
                .toList();
    }

    @Test
    void theEngineSpeaksBehindTheTexts() throws IOException {
        Files.writeString(folder.resolve("a.infra"), RACK);
        try (Client editor = new Client(folder)) {
            assertThat(editor.findings("a.infra")).containsExactly("7 " + OVER);
            assertThat(editor.published("a.infra").stream().map(ScheduleTest::lines))
                    .containsExactly(List.of(), List.of("7 " + OVER));
        }
    }

    @Test
    void aFindingFollowsItsLineUntilTheEngineHasSpoken() throws IOException {
        Files.writeString(folder.resolve("a.infra"), RACK);
        try (Client editor = new Client(folder)) {
            editor.open("a.infra");
            editor.idle();
            editor.type("a.infra", RACK.replace("rack Row", "// a line more\n\nrack Row"));
            assertThat(editor.findings("a.infra")).containsExactly("9 " + OVER);
            assertThat(editor.published("a.infra").stream().map(ScheduleTest::lines))
                    .containsExactly(List.of(), List.of("7 " + OVER), List.of("9 " + OVER));
        }
    }

    @Test
    void textFindingsStandBesideTheEngines() throws IOException {
        Files.writeString(folder.resolve("a.infra"), RACK);
        try (Client editor = new Client(folder)) {
            editor.open("a.infra");
            editor.idle();
            editor.type("a.infra", RACK.replace("rack Row", "import araverus.models.*\nrack Row"));
            assertThat(editor.findings("a.infra")).containsExactly("5 unused-import", "8 " + OVER);
            assertThat(editor.published("a.infra")).hasSize(3);
        }
    }

    @Test
    void ofManyEditsTheLastOneCounts() throws IOException {
        Files.writeString(folder.resolve("a.infra"), RACK);
        Files.writeString(
                folder.resolve("b.infra"),
                "package b\nimport a.*\nrack Mine extends Row { power { budget: 50 kW } }\n");
        try (Client editor = new Client(folder)) {
            editor.open("a.infra");
            for (int n = 1; n <= 20; n++) editor.type("a.infra", RACK.replace("4 x", n + " x"));
            assertThat(editor.findings("a.infra")).containsExactly("7 " + OVER);
            assertThat(editor.diagnostics("a.infra").getFirst().getMessage().getLeft())
                    .contains("204 kW");
            assertThat(editor.findings("b.infra")).containsExactly("3 " + OVER);
            for (int n = 20; n >= 1; n--) editor.type("a.infra", RACK.replace("4 x", n + " x"));
            assertThat(editor.findings("a.infra")).isEmpty();
            assertThat(editor.findings("b.infra")).isEmpty();
        }
    }

    @Test
    void whatShowsNumbersIsAskedForAgainWhenTheyChangeElsewhere() throws IOException {
        Files.copy(Path.of("../examples/first-rack/first-rack.infra"), folder.resolve("d.infra"));
        String site = "package s\nsite Hall { electricity: 0.12 USD/kWh }\n";
        Files.writeString(folder.resolve("s.infra"), site);
        try (Client editor = new Client(folder)) {
            editor.open("s.infra");
            editor.open("d.infra");
            editor.type(
                    "d.infra",
                    editor.text("d.infra")
                            .replace("import araverus.nvidia", "import s.*\nimport araverus.nvidia")
                            .replace("site: Lab", "site: Hall"));
            editor.idle();
            editor.refreshed().clear();
            editor.type("s.infra", site + "// a line more\n");
            editor.idle();
            assertThat(editor.refreshed()).isEmpty();
            editor.type("s.infra", site.replace("0.12", "0.24"));
            editor.idle();
            assertThat(editor.refreshed()).containsExactly("hints", "lenses");
        }
    }

    @Test
    void theFirstReadingOfManyFilesShowsHowFarItIs() throws IOException {
        for (int i = 1; i <= 12; i++)
            Files.writeString(folder.resolve("r" + i + ".infra"), RACK.replace("Row", "Row" + i));
        try (Client editor = new Client(folder)) {
            editor.idle();
            assertThat(editor.progress()).startsWith("created").contains("Reading designs");
        }
    }
}
