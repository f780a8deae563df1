// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor shows of numbers: above an evaluate, behind limits, in a report. */
class ShownNumbersTest {
    private static final Path EXAMPLES = Path.of("../examples");
    private static final String RACK = "first-rack.infra";

    @TempDir Path folder;

    private String copy(String example) throws IOException {
        String text = Files.readString(EXAMPLES.resolve(example));
        Files.writeString(folder.resolve(Path.of(example).getFileName()), text);
        return text;
    }

    private static List<String> lenses(Client editor, String file) {
        return editor.texts().codeLens(new CodeLensParams(editor.file(file))).join().stream()
                .map(l -> line(l) + " " + l.getCommand().getTitle())
                .toList();
    }

    private static int line(CodeLens l) {
        return l.getRange().getStart().getLine() + 1;
    }

    /** Each as its line with the hint in it. */
    private static List<String> hints(Client editor, String file) {
        Range all = new Range(new Position(0, 0), new Position(10_000, 0));
        List<InlayHint> hints =
                editor.texts().inlayHint(new InlayHintParams(editor.file(file), all)).join();
        List<String> lines = editor.text(file).lines().toList();
        return hints.stream()
                .map(
                        h -> {
                            String line = lines.get(h.getPosition().getLine());
                            String before = line.substring(0, h.getPosition().getCharacter());
                            return before.strip() + "|" + h.getLabel().getLeft();
                        })
                .toList();
    }

    private static Map<?, ?> command(Client editor, String name, Object... arguments) {
        return (Map<?, ?>)
                editor.server()
                        .getWorkspaceService()
                        .executeCommand(new ExecuteCommandParams(name, List.of(arguments)))
                        .join();
    }

    @Test
    void anEvaluateThatTrains() throws IOException {
        copy("first-rack/" + RACK);
        try (Client editor = new Client(folder)) {
            editor.open(RACK);
            List<String> lenses = lenses(editor, RACK);
            assertThat(lenses).hasSize(1);
            assertThat(lenses.getFirst())
                    .matches("32 step [0-9.]+ s · MFU [0-9.]+ % · bound by .+ · [0-3] of 3 met");
            CodeLens lens =
                    editor.texts().codeLens(new CodeLensParams(editor.file(RACK))).join().get(0);
            assertThat(lens.getCommand().getCommand()).isEqualTo("infra.showReport");
            assertThat(lens.getCommand().getArguments())
                    .hasToString("[\"" + editor.uri(RACK) + "\", \"Baseline\"]");
        }
    }

    @Test
    void anEvaluateThatServes() throws IOException {
        copy("gb200-nvl72-serving/deepseek.infra");
        try (Client editor = new Client(folder)) {
            editor.open("deepseek.infra");
            assertThat(lenses(editor, "deepseek.infra"))
                    .isNotEmpty()
                    .allMatch(l -> l.matches("\\d+ (.+: )?(TTFT .+ · TPOT .+ tok/s.*|.* met)"));
        }
    }

    @Test
    void whatFollowsFromThePlacementStandsBehindIt() throws IOException {
        String text = copy("first-rack/" + RACK);
        try (Client editor = new Client(folder)) {
            editor.open(RACK);
            assertThat(hints(editor, RACK))
                    .contains("parallel { tp: 8   pp: 4 }|dp 1")
                    .anyMatch(h -> h.matches("power   \\{ budget: 44 kW\\|[0-9.]+ kW used"))
                    .anyMatch(h -> h.matches("cooling \\{ air: 44 kW\\|[0-9.]+ kW used"))
                    .anyMatch(h -> h.matches("site Lab \\{ power \\{ budget: 60 kW\\|.+ kW used"));
            editor.type(RACK, text.replace("pp: 4", "pp: 2"));
            assertThat(hints(editor, RACK)).contains("parallel { tp: 8   pp: 2 }|dp 2");
            editor.type(RACK, text.replace("pp: 4", "pp: 4   dp: 1"));
            assertThat(hints(editor, RACK)).noneMatch(h -> h.contains("|dp"));
        }
    }

    @Test
    void anErrorStandsInTheWay() throws IOException {
        String text = copy("first-rack/" + RACK);
        try (Client editor = new Client(folder)) {
            editor.open(RACK, text.replace("budget: 44 kW", "budget: 34 kW"));
            assertThat(lenses(editor, RACK)).containsExactly("32 an error stands in the way");
            Map<?, ?> none = command(editor, "infra.report", editor.uri(RACK), "Baseline");
            assertThat(none.get("html")).isNull();
            assertThat(none.get("message").toString()).contains("error");
        }
    }

    @Test
    void aReportIsThePageOfTheCommand() throws IOException {
        copy("first-rack/" + RACK);
        try (Client editor = new Client(folder)) {
            Map<?, ?> page = command(editor, "infra.report", editor.uri(RACK));
            assertThat(page.get("html").toString()).startsWith("<!doctype html>");
            assertThat(page.get("title")).isEqualTo("Baseline");
            assertThat(page.get("evaluate")).isEqualTo("Baseline");
            assertThat(page.get("evaluates")).hasToString("[Baseline]");
            Map<?, ?> none = command(editor, "infra.report", editor.uri("no.infra"));
            assertThat(none.get("message").toString()).isEqualTo("no.infra has no evaluate");
        }
    }
}
