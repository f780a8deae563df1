// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.concurrent.CompletionException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/** Asks for a new name, then gives it to an element in all files. */
public class Rename extends TextHandler {
    @Override
    void run(Connection connection, OpenText text, ITextSelection selection, Shell shell) {
        var params = new PrepareRenameParams(text.id(), text.position(selection.getOffset()));
        String old =
                Answers.await(connection.ask(s -> s.getTextDocumentService().prepareRename(params)))
                        .map(answer -> name(text, selection, answer))
                        .orElse(null);
        if (old == null) {
            MessageDialog.openInformation(shell, "Rename", "Nothing here has a name to change.");
            return;
        }
        InputDialog dialog =
                new InputDialog(
                        shell,
                        "Rename",
                        "New name of " + old + ", in all files:",
                        old,
                        name -> name.isBlank() ? "A name has letters." : null);
        if (dialog.open() == Window.OK && !dialog.getValue().equals(old))
            rename(connection, text, selection, dialog.getValue(), shell);
    }

    private static void rename(
            Connection connection,
            OpenText text,
            ITextSelection selection,
            String name,
            Shell shell) {
        var params = new RenameParams(text.id(), text.position(selection.getOffset()), name);
        var answer = connection.ask(s -> s.getTextDocumentService().rename(params));
        answer.whenComplete(
                (edit, failure) ->
                        shell.getDisplay()
                                .asyncExec(
                                        () -> {
                                            if (edit != null)
                                                WorkspaceEdits.apply(connection, edit);
                                            else
                                                MessageDialog.openError(
                                                        shell, "Rename", why(failure));
                                        }));
    }

    private static String why(@Nullable Throwable failure) {
        Throwable root = failure instanceof CompletionException c ? c.getCause() : failure;
        return root instanceof ResponseErrorException e
                ? e.getResponseError().getMessage()
                : "The name stays: no file would change.";
    }

    private static @Nullable String name(
            OpenText text,
            ITextSelection selection,
            Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior> answer) {
        if (answer.isSecond()) return answer.getSecond().getPlaceholder();
        IRegion at =
                answer.isFirst()
                        ? Positions.region(text.document(), answer.getFirst())
                        : Words.at(text.document(), selection.getOffset());
        try {
            return text.document().get(at.getOffset(), at.getLength());
        } catch (BadLocationException e) {
            return null; // the text has changed under the question
        }
    }
}
