// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.jspecify.annotations.Nullable;

/** A command on the text of the active editor. */
abstract class TextHandler extends AbstractHandler {
    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor
                && editor.getSelectionProvider().getSelection()
                        instanceof ITextSelection selection) {
            IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            Languages.of(document)
                    .ifPresent(
                            connection ->
                                    connection
                                            .text(document)
                                            .ifPresent(
                                                    text ->
                                                            run(
                                                                    connection,
                                                                    text,
                                                                    selection,
                                                                    HandlerUtil.getActiveShell(
                                                                            event))));
        }
        return null;
    }

    abstract void run(Connection connection, OpenText text, ITextSelection selection, Shell shell);
}
