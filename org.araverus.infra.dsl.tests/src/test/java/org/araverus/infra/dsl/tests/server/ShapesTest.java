// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.ide.text.Lines;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Foldings and selections: the shape of a text. */
class ShapesTest {
    private static final String TEXT =
            """
            /* Two
               lines. */
            package a
            import araverus.nvidia.*
            import araverus.models.*

            // one
            // two
            rack Box {
              nodes: 4 x DGX_H100 // four
              // alone
              power {
                budget: 40 kW + 2 kW
                feed { limit: 60 kW }
              }
            }
            """;

    @TempDir Path folder;

    private List<String> foldings(String text) {
        try (Client editor = new Client(folder)) {
            editor.open("a.infra", text);
            var params = new FoldingRangeRequestParams(editor.file("a.infra"));
            return editor.texts().foldingRange(params).join().stream()
                    .map(r -> r.getStartLine() + "-" + r.getEndLine() + " " + r.getKind())
                    .toList();
        }
    }

    @Test
    void foldsBodiesImportsAndComments() {
        assertThat(foldings(TEXT))
                .containsExactly(
                        "0-1 comment", "3-4 imports", "6-7 comment", "8-14 null", "11-13 null");
    }

    @Test
    void foldsWhatHasBothBraces() {
        assertThat(foldings("rack A {\n  power {\n    feeds: 2\n  }\nrack B {\n\n}\n"))
                .containsExactly("1-2 null", "4-5 null");
        assertThat(foldings("}\n}\n")).isEmpty();
    }

    private List<String> selections(String piece) {
        try (Client editor = new Client(folder)) {
            editor.open("a.infra", TEXT);
            var params =
                    new SelectionRangeParams(
                            editor.file("a.infra"), List.of(editor.at("a.infra", piece)));
            List<String> all = new ArrayList<>();
            Lines lines = new Lines(TEXT);
            for (SelectionRange r = editor.texts().selectionRange(params).join().get(0);
                    r != null;
                    r = r.getParent())
                all.add(
                        TEXT.substring(
                                lines.offset(r.getRange().getStart()),
                                lines.offset(r.getRange().getEnd())));
            return all;
        }
    }

    @Test
    void selectsWordExpressionMemberBodyElementFile() {
        List<String> all = selections("4|0 kW");
        assertThat(all.subList(0, 4))
                .containsExactly("40", "40 kW", "40 kW + 2 kW", "budget: 40 kW + 2 kW");
        assertThat(all.subList(4, all.size()))
                .satisfiesExactly(
                        s -> assertThat(s).startsWith("budget").endsWith("}"),
                        s -> assertThat(s).startsWith("{\n    budget"),
                        s -> assertThat(s).startsWith("power"),
                        s -> assertThat(s).startsWith("nodes").endsWith("}"),
                        s -> assertThat(s).startsWith("{\n  nodes"),
                        s -> assertThat(s).startsWith("rack Box"),
                        s -> assertThat(s).isEqualTo(TEXT));
    }

    @Test
    void selectsBehindAWordInACommentAndOutside() {
        assertThat(selections("DGX_H100| //").get(0)).isEqualTo("DGX_H100");
        assertThat(selections("// al|one").get(0)).startsWith("// alone");
        assertThat(selections("|\n// one").get(0)).isEqualTo(TEXT);
    }
}
