// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.jspecify.annotations.Nullable;

/**
 * Colours of a text from the server's semantic tokens. Which token has which colour and font is the
 * theme's: {@link TokenStyles}.
 */
public class Colours implements IPresentationReconciler {
    private final IPropertyChangeListener themed = e -> redraw();

    /** Told when others, such as what underlines errors, want lines drawn again. */
    private final ITextListener stale =
            e -> {
                if (e.getDocumentEvent() == null && e.getViewerRedrawState()) redraw();
            };

    private @Nullable ITextViewer viewer;
    private @Nullable Following following;
    private List<Token> tokens = List.of();

    @Override
    public void install(ITextViewer textViewer) {
        viewer = textViewer;
        following = new Following(textViewer, this::ask);
        textViewer.addTextListener(stale);
        JFaceResources.getColorRegistry().addListener(themed);
        StyledText widget = textViewer.getTextWidget();
        if (widget != null) widget.addDisposeListener(e -> uninstall());
    }

    @Override
    public void uninstall() {
        JFaceResources.getColorRegistry().removeListener(themed);
        if (following != null) following.stop();
        if (viewer != null) viewer.removeTextListener(stale);
        viewer = null;
    }

    private void ask(Connection c, OpenText text) {
        c.capabilities()
                .thenAccept(
                        can -> {
                            var options = can.getSemanticTokensProvider();
                            if (options != null) ask(c, text, options);
                        });
    }

    private void ask(Connection c, OpenText text, SemanticTokensWithRegistrationOptions options) {
        int version = text.version();
        var params = new SemanticTokensParams(text.id());
        Answers.show(
                c.ask(s -> s.getTextDocumentService().semanticTokensFull(params)),
                answer -> {
                    if (following == null || !following.shows(text, version)) return;
                    tokens = Token.of(text.document(), options.getLegend(), answer.getData());
                    redraw();
                });
    }

    private void redraw() {
        ITextViewer v = viewer;
        if (v == null || v.getTextWidget() == null || v.getTextWidget().isDisposed()) return;
        IDocument d = v.getDocument();
        var all = new Region(0, d.getLength());
        TextPresentation styles = new TextPresentation(all, Math.max(1, tokens.size()));
        styles.setDefaultStyleRange(new StyleRange(0, d.getLength(), null, null));
        for (Token t : tokens) {
            if (t.offset() + t.length() > d.getLength()) continue;
            TokenStyles.of(t)
                    .ifPresent(
                            style -> {
                                style.start = t.offset();
                                style.length = t.length();
                                styles.addStyleRange(style);
                            });
        }
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
