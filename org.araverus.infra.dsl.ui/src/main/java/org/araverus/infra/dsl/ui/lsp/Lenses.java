// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.swt.events.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The server's code lenses, drawn above their line; a click does what it says. */
public class Lenses extends AbstractCodeMiningProvider {
    private final Remining remining = new Remining();

    private final class Lens extends LineHeaderCodeMining {
        Lens(IDocument text, CodeLens lens, @Nullable Consumer<MouseEvent> click)
                throws BadLocationException {
            super(lens.getRange().getStart().getLine(), text, Lenses.this, click);
            if (lens.getCommand() != null) setLabel(lens.getCommand().getTitle());
        }
    }

    @Override
    public @Nullable CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(
            ITextViewer viewer, IProgressMonitor monitor) {
        return remining.ask(
                viewer,
                can -> can.getCodeLensProvider() != null,
                (connection, text) -> {
                    var params = new CodeLensParams(text.id());
                    return connection
                            .ask(s -> s.getTextDocumentService().codeLens(params))
                            .<List<? extends ICodeMining>>thenApply(
                                    all ->
                                            all.stream()
                                                    .map(l -> lens(connection, text, l))
                                                    .filter(Objects::nonNull)
                                                    .toList());
                });
    }

    private @Nullable Lens lens(Connection connection, OpenText text, CodeLens lens) {
        Command command = lens.getCommand();
        boolean clicks =
                command != null && command.getCommand() != null && !command.getCommand().isEmpty();
        try {
            return new Lens(
                    text.document(), lens, clicks ? click -> connection.run(command) : null);
        } catch (BadLocationException e) {
            ILog.get().warn("a lens below the text", e);
            return null;
        }
    }

    @Override
    public void dispose() {
        remining.stop();
        super.dispose();
    }
}
