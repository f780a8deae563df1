// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.formatting;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.ide.server.ServerBindings;
import org.araverus.infra.dsl.workspace.Layouts;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.testing.AbstractLanguageServerTest;
import org.eclipse.xtext.util.Modules2;
import org.junit.jupiter.api.Test;

/** The real server lays texts out as the command does. */
class FormattingServerTest extends AbstractLanguageServerTest {
    private static final String TEXT =
            """
            package a

            rack A {
              size:42 U
              power { budget: 44 kW }
              cooling { air: 44 kW }
            }
            rack B {
                 size: 42 U
            }
            """;

    /** What an editor with tabs of eight columns says; the layout is the same for everyone. */
    private static final FormattingOptions OPTIONS = new FormattingOptions(8, false);

    FormattingServerTest() {
        super("infra");
    }

    @Override
    protected Module getServerModule() {
        return Modules2.mixin(super.getServerModule(), new ServerBindings());
    }

    private String open(String text) {
        String uri = writeFile("a.infra", text);
        initialize();
        open(uri, text);
        return uri;
    }

    private String whole(String text) throws Exception {
        var params = new DocumentFormattingParams(new TextDocumentIdentifier(open(text)), OPTIONS);
        return apply(text, languageServer.formatting(params).get());
    }

    private String range(String text, int from, int to) throws Exception {
        var range = new Range(new Position(from, 0), new Position(to, 0));
        var params =
                new DocumentRangeFormattingParams(
                        new TextDocumentIdentifier(open(text)), OPTIONS, range);
        return apply(text, languageServer.rangeFormatting(params).get());
    }

    private static String apply(String text, List<? extends TextEdit> edits) {
        StringBuilder s = new StringBuilder(text);
        edits.stream()
                .sorted(
                        Comparator.comparingInt(
                                        (TextEdit e) -> offset(text, e.getRange().getStart()))
                                .reversed())
                .forEach(
                        e ->
                                s.replace(
                                        offset(text, e.getRange().getStart()),
                                        offset(text, e.getRange().getEnd()),
                                        e.getNewText()));
        return s.toString();
    }

    private static int offset(String text, Position p) {
        int at = 0;
        for (int i = 0; i < p.getLine(); i++) at = text.indexOf('\n', at) + 1;
        return at + p.getCharacter();
    }

    @Test
    void aWholeText() throws Exception {
        String after = whole(TEXT);
        assertThat(after).isNotEqualTo(TEXT).isEqualTo(Layouts.of("a.infra", TEXT).after());
    }

    /** Whatever the catalog or an example does, the server answers as the command. */
    @Test
    void aLongText() throws Exception {
        Map.Entry<String, String> longest =
                Sources.shown().entrySet().stream()
                        .max(Comparator.comparingInt(e -> e.getValue().length()))
                        .orElseThrow();
        String wild = longest.getValue().replace("   ", " ");
        assertThat(whole(wild))
                .isNotEqualTo(wild)
                .isEqualTo(Layouts.of(longest.getKey(), wild).after());
    }

    @Test
    void onlyTheLineThatIsAskedFor() throws Exception {
        assertThat(range(TEXT, 3, 4)).isEqualTo(TEXT.replace("size:42 U", "size: 42 U"));
    }

    @Test
    void theIndentOfALineIsItsOwn() throws Exception {
        assertThat(range(TEXT, 8, 9)).isEqualTo(TEXT.replace("     size", "  size"));
    }

    @Test
    void aTextThatDoesNotParseStays() throws Exception {
        assertThat(whole("rack A {\n     size: 42 U\n")).isEqualTo("rack A {\n     size: 42 U\n");
    }
}
