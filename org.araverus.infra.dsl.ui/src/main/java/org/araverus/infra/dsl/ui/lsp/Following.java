// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.function.BiConsumer;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a viewer whenever its text, or what the server knows, has changed; until the viewer goes
 * away. All on the display's thread.
 */
final class Following implements IDocumentListener, ITextInputListener {
    private final ITextViewer viewer;
    private final BiConsumer<Connection, OpenText> question;
    private final Runnable later = this::later;
    private @Nullable IDocument document;
    private @Nullable Connection connection;

    Following(ITextViewer viewer, BiConsumer<Connection, OpenText> question) {
        this.viewer = viewer;
        this.question = question;
        viewer.addTextInputListener(this);
        StyledText widget = viewer.getTextWidget();
        if (widget != null) widget.addDisposeListener(e -> stop());
        inputDocumentChanged(null, viewer.getDocument());
    }

    void stop() {
        leave();
        viewer.removeTextInputListener(this);
    }

    /** Whether an answer is about the text that is shown, as it is now. */
    boolean shows(OpenText text, int version) {
        StyledText widget = viewer.getTextWidget();
        return text.document() == document
                && text.version() == version
                && widget != null
                && !widget.isDisposed();
    }

    void ask() {
        Connection c = connection;
        IDocument d = document;
        if (c != null && d != null) c.text(d).ifPresent(text -> question.accept(c, text));
    }

    private void later() {
        Display display = Display.getDefault();
        if (!display.isDisposed()) display.asyncExec(this::ask);
    }

    private void leave() {
        if (document != null) document.removeDocumentListener(this);
        if (connection != null) connection.refreshes().remove(later);
        document = null;
        connection = null;
    }

    @Override
    public void inputDocumentAboutToBeChanged(
            @Nullable IDocument before, @Nullable IDocument after) {
        leave();
    }

    @Override
    public void inputDocumentChanged(@Nullable IDocument before, @Nullable IDocument after) {
        leave();
        if (after == null) return;
        document = after;
        after.addDocumentListener(this);
        connection = Languages.of(after).orElse(null);
        if (connection != null) connection.refreshes().add(later);
        ask();
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {}

    @Override
    public void documentChanged(DocumentEvent event) {
        ask();
    }
}
