// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.LineContentCodeMining;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintLabelPart;
import org.eclipse.lsp4j.InlayHintParams;
import org.jspecify.annotations.Nullable;

/** The server's inlay hints, drawn between the words of a line. */
public class Hints extends AbstractCodeMiningProvider {
    private final Remining remining = new Remining();

    private final class Hint extends LineContentCodeMining {
        Hint(IDocument text, InlayHint hint) {
            super(at(text, hint), true, Hints.this);
            setLabel(words(hint));
        }
    }

    @Override
    public @Nullable CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(
            ITextViewer viewer, IProgressMonitor monitor) {
        return remining.ask(
                viewer,
                can -> can.getInlayHintProvider() != null,
                (connection, text) -> {
                    IDocument document = text.document();
                    var all = Positions.range(document, 0, document.getLength());
                    var params = new InlayHintParams(text.id(), all);
                    return connection
                            .ask(s -> s.getTextDocumentService().inlayHint(params))
                            .<List<? extends ICodeMining>>thenApply(
                                    hints ->
                                            hints.stream()
                                                    .map(h -> new Hint(document, h))
                                                    .toList());
                });
    }

    private static Position at(IDocument text, InlayHint hint) {
        return new Position(Positions.offset(text, hint.getPosition()), 1);
    }

    private static String words(InlayHint hint) {
        String label =
                hint.getLabel().isLeft()
                        ? hint.getLabel().getLeft()
                        : hint.getLabel().getRight().stream()
                                .map(InlayHintLabelPart::getValue)
                                .collect(Collectors.joining());
        return (Boolean.TRUE.equals(hint.getPaddingLeft()) ? " " : "")
                + label
                + (Boolean.TRUE.equals(hint.getPaddingRight()) ? " " : "");
    }

    @Override
    public void dispose() {
        remining.stop();
        super.dispose();
    }
}
