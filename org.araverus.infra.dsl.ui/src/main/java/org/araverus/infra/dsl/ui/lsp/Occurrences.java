// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.jspecify.annotations.Nullable;

/** All places of the name at the caret. */
public class Occurrences implements IReconciler {
    /** The type of its annotations. */
    public static final String TYPE = Languages.PLUGIN + ".occurrence";

    private final ISelectionChangedListener moved = e -> ask();
    private @Nullable ITextViewer viewer;
    private @Nullable Following following;
    private Annotation[] shown = {};

    @Override
    public void install(ITextViewer textViewer) {
        viewer = textViewer;
        following = new Following(textViewer, this::ask);
        if (textViewer.getSelectionProvider() instanceof IPostSelectionProvider selection)
            selection.addPostSelectionChangedListener(moved);
    }

    @Override
    public void uninstall() {
        if (following != null) following.stop();
        if (viewer != null
                && viewer.getSelectionProvider() instanceof IPostSelectionProvider selection)
            selection.removePostSelectionChangedListener(moved);
        viewer = null;
    }

    private void ask() {
        if (following != null) following.ask();
    }

    private void ask(Connection connection, OpenText text) {
        ITextViewer v = viewer;
        if (v == null
                || !(v.getSelectionProvider().getSelection() instanceof ITextSelection selection))
            return;
        int version = text.version();
        var params = new DocumentHighlightParams(text.id(), text.position(selection.getOffset()));
        Answers.show(
                connection.ask(s -> s.getTextDocumentService().documentHighlight(params)),
                all -> {
                    if (following != null && following.shows(text, version)) show(text, all);
                });
    }

    private void show(OpenText text, List<? extends DocumentHighlight> all) {
        if (!(viewer instanceof ISourceViewer v)
                || !(v.getAnnotationModel() instanceof IAnnotationModelExtension model)) return;
        Map<Annotation, Position> added = new HashMap<>();
        for (DocumentHighlight h : all) {
            IRegion at = Positions.region(text.document(), h.getRange());
            added.put(
                    new Annotation(TYPE, false, ""), new Position(at.getOffset(), at.getLength()));
        }
        model.replaceAnnotations(shown, added);
        shown = added.keySet().toArray(Annotation[]::new);
    }

    @Override
    public @Nullable IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null;
    }
}
