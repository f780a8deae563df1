// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.jspecify.annotations.Nullable;

/**
 * Colours of a text from the server's semantic tokens. Which token has which colour and font is the
 * theme's: {@link TokenStyles}.
 */
public class Colours implements IPresentationReconciler, IDocumentListener, ITextInputListener {
    private final Runnable ask = this::ask;
    private final IPropertyChangeListener themed = e -> redraw();
    private @Nullable ITextViewer viewer;
    private @Nullable IDocument document;
    private @Nullable Connection connection;
    private List<Token> tokens = List.of();

    @Override
    public void install(ITextViewer textViewer) {
        viewer = textViewer;
        textViewer.addTextInputListener(this);
        JFaceResources.getColorRegistry().addListener(themed);
        StyledText widget = textViewer.getTextWidget();
        if (widget != null) widget.addDisposeListener(e -> uninstall());
        inputDocumentChanged(null, textViewer.getDocument());
    }

    @Override
    public void uninstall() {
        JFaceResources.getColorRegistry().removeListener(themed);
        leave();
        if (viewer != null) viewer.removeTextInputListener(this);
        viewer = null;
    }

    private void leave() {
        if (document != null) document.removeDocumentListener(this);
        if (connection != null) connection.refreshes().remove(ask);
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
        if (after == null) return;
        leave();
        document = after;
        after.addDocumentListener(this);
        connection = Languages.of(after).orElse(null);
        if (connection != null) connection.refreshes().add(ask);
        ask();
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {}

    @Override
    public void documentChanged(DocumentEvent event) {
        ask();
    }

    private void ask() {
        Connection c = connection;
        IDocument d = document;
        if (c == null || d == null) return;
        c.text(d).ifPresent(text -> ask(c, text));
    }

    private void ask(Connection c, OpenText text) {
        int version = text.version();
        c.capabilities()
                .thenAccept(
                        can -> {
                            var options = can.getSemanticTokensProvider();
                            if (options == null) return;
                            var params = new SemanticTokensParams(text.id());
                            Answers.show(
                                    c.ask(
                                            s ->
                                                    s.getTextDocumentService()
                                                            .semanticTokensFull(params)),
                                    answer -> {
                                        if (text.document() != document
                                                || text.version() != version) return;
                                        tokens =
                                                Token.of(
                                                        text.document(),
                                                        options.getLegend(),
                                                        answer.getData());
                                        redraw();
                                    });
                        });
    }

    private void redraw() {
        ITextViewer v = viewer;
        IDocument d = document;
        if (v == null || d == null || v.getTextWidget() == null || v.getTextWidget().isDisposed())
            return;
        IRegion all = new Region(0, d.getLength());
        TextPresentation styles = new TextPresentation(all, Math.max(1, tokens.size()));
        styles.setDefaultStyleRange(new StyleRange(0, d.getLength(), null, null));
        for (Token t : tokens)
            TokenStyles.of(t)
                    .ifPresent(
                            style -> {
                                style.start = t.offset();
                                style.length = t.length();
                                if (t.offset() + t.length() <= d.getLength())
                                    styles.addStyleRange(style);
                            });
        v.changeTextPresentation(styles, false);
    }

    @Override
    public @Nullable IPresentationDamager getDamager(String contentType) {
        return null;
    }

    @Override
    public @Nullable IPresentationRepairer getRepairer(String contentType) {
        return null;
    }
}
