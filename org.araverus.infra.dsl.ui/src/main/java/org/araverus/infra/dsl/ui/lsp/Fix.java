// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IMarker;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.jspecify.annotations.Nullable;

/**
 * One action of the server; its edit is fetched when it is looked at, if the server waits so long.
 */
final class Fix implements IMarkerResolution2 {
    private final Connection connection;
    private final Either<Command, CodeAction> action;

    Fix(Connection connection, Either<Command, CodeAction> action) {
        this.connection = connection;
        this.action = action;
    }

    @Override
    public String getLabel() {
        return action.isLeft() ? action.getLeft().getTitle() : action.getRight().getTitle();
    }

    /** The lines as they will be. */
    @Override
    public String getDescription() {
        return edit().map(e -> preview(WorkspaceEdits.byFile(e))).orElse(getLabel());
    }

    private String preview(Map<String, List<TextEdit>> files) {
        StringBuilder html = new StringBuilder();
        files.forEach(
                (uri, edits) ->
                        html.append(Preview.of(connection.document(uri).orElse(null), edits)));
        return html.toString();
    }

    private Optional<WorkspaceEdit> edit() {
        if (action.isLeft()) return Optional.empty();
        CodeAction a = action.getRight();
        if (a.getEdit() != null || a.getData() == null) return Optional.ofNullable(a.getEdit());
        var options = Answers.await(connection.capabilities()).map(c -> c.getCodeActionProvider());
        if (options.isEmpty()
                || !options.get().isRight()
                || !Boolean.TRUE.equals(options.get().getRight().getResolveProvider()))
            return Optional.empty();
        return Answers.await(connection.ask(s -> s.getTextDocumentService().resolveCodeAction(a)))
                .map(CodeAction::getEdit);
    }

    @Override
    public void run(IMarker marker) {
        edit().ifPresent(e -> WorkspaceEdits.apply(connection, e));
        Command command = action.isLeft() ? action.getLeft() : action.getRight().getCommand();
        if (command != null) connection.run(command);
    }

    @Override
    public @Nullable Image getImage() {
        return null;
    }
}
