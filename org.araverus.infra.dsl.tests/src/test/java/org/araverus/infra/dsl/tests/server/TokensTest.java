// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.tests.formatting.Sources;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor is told about each word. */
class TokensTest {
    private static final String TEXT =
            """
            /* Two
               lines. */
            package demo.rack
            import araverus.nvidia.*
            import araverus.models.*
            let spare = 2 kW
            @source("mine")
            rack rack extends Rack_4_DGX_H100 {
              // four
              node: 4 x DGX_H100
              power { budget: 44 kW + spare
                redundancy: N+1
                feeds: 2 @accept("x", "y") }
            }
            topology switch is clos {
              link: 1.8 TB/s bidi
              tier power { endpoints: 16 }
            }
            cluster Fleet { racks: 2 x rack }
            workload W trains Llama_31_70B {
              batch: 128 * max(1, 2)
            }
            evaluate E {
              run W on Fleet.racks[0..1]
              require W.step_time <= 45 s
            }
            project P { severity { "unused-let": off } }
            """;

    /** What is expected: for each line its words with their kinds. */
    private static final String WORDS = "/server/tokens.txt";

    @TempDir Path folder;

    private static List<String> read(SemanticTokensLegend legend, String text, List<Integer> data) {
        List<String> all = new ArrayList<>();
        String[] lines = text.split("\n");
        int line = 0;
        int column = 0;
        for (int i = 0; i < data.size(); i += 5) {
            line += data.get(i);
            column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
            StringBuilder s = new StringBuilder();
            s.append(line + 1).append(' ');
            s.append(lines[line], column, column + data.get(i + 2)).append(' ');
            s.append(legend.getTokenTypes().get(data.get(i + 3)));
            for (int m = 0; m < legend.getTokenModifiers().size(); m++)
                if ((data.get(i + 4) >> m & 1) != 0)
                    s.append('.').append(legend.getTokenModifiers().get(m));
            all.add(s.toString());
        }
        return all;
    }

    /** A line of the text on each line, words by two blanks. */
    private static String byLine(List<String> tokens) {
        StringBuilder s = new StringBuilder();
        String before = "";
        for (String t : tokens) {
            String line = t.substring(0, t.indexOf(' '));
            s.append(line.equals(before) ? " " : s.isEmpty() ? line : "\n" + line);
            s.append(t, line.length(), t.length());
            before = line;
        }
        return s.append('\n').toString();
    }

    private Client editor(String text) throws Exception {
        Files.writeString(folder.resolve("a.infra"), text);
        Client editor = new Client(folder);
        editor.open("a.infra");
        return editor;
    }

    private static SemanticTokensLegend legend(Client editor) {
        return editor.announced().getCapabilities().getSemanticTokensProvider().getLegend();
    }

    private static List<String> all(Client editor) {
        return read(
                legend(editor),
                editor.text("a.infra"),
                editor.texts()
                        .semanticTokensFull(new SemanticTokensParams(editor.file("a.infra")))
                        .join()
                        .getData());
    }

    @Test
    void everyWordHasItsKind() throws Exception {
        try (Client editor = editor(TEXT)) {
            String expected =
                    new String(
                            TokensTest.class.getResourceAsStream(WORDS).readAllBytes(),
                            StandardCharsets.UTF_8);
            assertThat(byLine(all(editor))).isEqualTo(expected.replace("\r\n", "\n"));
        }
    }

    @Test
    void aRangeHasTheSameTokens() throws Exception {
        try (Client editor = editor(TEXT)) {
            var range = new Range(new Position(9, 0), new Position(10, 200));
            var params = new SemanticTokensRangeParams(editor.file("a.infra"), range);
            List<Integer> data = editor.texts().semanticTokensRange(params).join().getData();
            assertThat(read(legend(editor), TEXT, data))
                    .hasSize(10)
                    .isEqualTo(all(editor).stream().filter(t -> t.matches("1[01] .*")).toList());
        }
    }

    @Test
    void whatChangedIsEnough() throws Exception {
        try (Client editor = editor(TEXT)) {
            var first =
                    editor.texts()
                            .semanticTokensFull(new SemanticTokensParams(editor.file("a.infra")))
                            .join();
            editor.type("a.infra", TEXT.replace("feeds: 2", "feeds: 2   weight: 3 kg"));
            var params = new SemanticTokensDeltaParams(editor.file("a.infra"), first.getResultId());
            SemanticTokensDelta delta =
                    editor.texts().semanticTokensFullDelta(params).join().getRight();
            List<Integer> data = new ArrayList<>(first.getData());
            assertThat(delta.getEdits()).hasSize(1);
            SemanticTokensEdit edit = delta.getEdits().get(0);
            assertThat(edit.getData()).hasSizeLessThan(20);
            data.subList(edit.getStart(), edit.getStart() + edit.getDeleteCount()).clear();
            data.addAll(edit.getStart(), edit.getData());
            assertThat(read(legend(editor), editor.text("a.infra"), data))
                    .isEqualTo(all(editor))
                    .contains("13 weight property");
            params = new SemanticTokensDeltaParams(editor.file("a.infra"), "of long ago");
            assertThat(editor.texts().semanticTokensFullDelta(params).join().isLeft()).isTrue();
        }
    }

    /** In all that ships, every word is known, and tokens follow each other. */
    @Test
    void noWordIsLeftOut() throws Exception {
        try (Client editor = new Client(folder)) {
            for (Map.Entry<String, String> source : Sources.shown().entrySet()) {
                editor.open("a.infra", source.getValue());
                List<Integer> data =
                        editor.texts()
                                .semanticTokensFull(
                                        new SemanticTokensParams(editor.file("a.infra")))
                                .join()
                                .getData();
                assertThat(without(source.getValue(), data))
                        .as(source.getKey())
                        .doesNotContainPattern("[^\\s{}()\\[\\]:,;.*]");
                editor.close("a.infra");
            }
        }
    }

    private static String without(String text, List<Integer> data) {
        String[] lines = text.split("\n", -1);
        int line = 0;
        int column = 0;
        int end = 0;
        for (int i = 0; i < data.size(); i += 5) {
            line += data.get(i);
            column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
            assertThat(column).isGreaterThanOrEqualTo(data.get(i) == 0 ? end : 0);
            end = column + data.get(i + 2);
            lines[line] =
                    lines[line].substring(0, column)
                            + " ".repeat(data.get(i + 2))
                            + lines[line].substring(end);
        }
        return String.join("\n", lines);
    }
}
