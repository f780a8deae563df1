// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.texteditor.AbstractDecoratedTextEditorPreferenceConstants;

/** Lays out the lines that are selected, or all of the text. */
public class Format extends TextHandler {
    @Override
    void run(Connection connection, OpenText text, ITextSelection selection, Shell shell) {
        int version = text.version();
        Answers.show(
                edits(connection, text, selection),
                edits -> {
                    if (text.version() == version) Edits.apply(text.document(), edits);
                });
    }

    private static CompletableFuture<List<? extends TextEdit>> edits(
            Connection connection, OpenText text, ITextSelection selection) {
        if (selection.getLength() == 0) {
            var whole = new DocumentFormattingParams(text.id(), options());
            return connection.ask(s -> s.getTextDocumentService().formatting(whole));
        }
        var lines =
                new DocumentRangeFormattingParams(
                        text.id(),
                        options(),
                        Positions.range(
                                text.document(), selection.getOffset(), selection.getLength()));
        return connection.ask(s -> s.getTextDocumentService().rangeFormatting(lines));
    }

    private static FormattingOptions options() {
        var preferences = EditorsUI.getPreferenceStore();
        return new FormattingOptions(
                preferences.getInt(AbstractDecoratedTextEditorPreferenceConstants.EDITOR_TAB_WIDTH),
                preferences.getBoolean(
                        AbstractDecoratedTextEditorPreferenceConstants.EDITOR_SPACES_FOR_TABS));
    }
}
