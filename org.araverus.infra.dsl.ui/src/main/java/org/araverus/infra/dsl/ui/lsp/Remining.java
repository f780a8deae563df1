// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.source.ISourceViewerExtension5;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;

/** Asks for code minings, and has them asked for again when the server's answers change. */
final class Remining {
    private @Nullable Connection connection;
    private @Nullable ITextViewer viewer;
    private final Runnable again = this::again;

    @Nullable CompletableFuture<List<? extends ICodeMining>> ask(
            ITextViewer shown,
            Predicate<ServerCapabilities> able,
            BiFunction<Connection, OpenText, CompletableFuture<List<? extends ICodeMining>>>
                    question) {
        Connection c = Languages.of(shown.getDocument()).orElse(null);
        OpenText text = c == null ? null : c.text(shown.getDocument()).orElse(null);
        if (c == null || text == null) return null;
        follow(c, shown);
        return c.capabilities()
                .thenCompose(
                        can ->
                                able.test(can)
                                        ? question.apply(c, text)
                                        : CompletableFuture.completedFuture(
                                                List.<ICodeMining>of()));
    }

    private synchronized void follow(Connection c, ITextViewer shown) {
        viewer = shown;
        if (connection != null) return;
        connection = c;
        c.refreshes().add(again);
    }

    private void again() {
        ITextViewer v = viewer;
        Display display = Display.getDefault();
        if (v instanceof ISourceViewerExtension5 minings && !display.isDisposed())
            display.asyncExec(
                    () -> {
                        if (v.getTextWidget() != null && !v.getTextWidget().isDisposed())
                            minings.updateCodeMinings();
                    });
    }

    synchronized void stop() {
        if (connection != null) connection.refreshes().remove(again);
        connection = null;
    }
}
