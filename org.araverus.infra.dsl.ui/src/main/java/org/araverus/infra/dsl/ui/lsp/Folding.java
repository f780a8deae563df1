// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.IProjectionListener;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.jspecify.annotations.Nullable;

/** What can be folded; what the user has folded stays so while he types elsewhere. */
public class Folding implements IReconciler, IProjectionListener {
    private @Nullable ProjectionViewer viewer;
    private @Nullable Following following;

    @Override
    public void install(ITextViewer textViewer) {
        if (!(textViewer instanceof ProjectionViewer projection)) return;
        viewer = projection;
        projection.addProjectionListener(this);
        following = new Following(textViewer, this::ask);
    }

    @Override
    public void uninstall() {
        if (following != null) following.stop();
        if (viewer != null) viewer.removeProjectionListener(this);
        viewer = null;
    }

    @Override
    public void projectionEnabled() {
        if (following != null) following.ask();
    }

    @Override
    public void projectionDisabled() {}

    private void ask(Connection connection, OpenText text) {
        int version = text.version();
        var params = new FoldingRangeRequestParams(text.id());
        Answers.show(
                connection.ask(s -> s.getTextDocumentService().foldingRange(params)),
                all -> {
                    if (following != null && following.shows(text, version)) show(text, all);
                });
    }

    private void show(OpenText text, List<FoldingRange> all) {
        ProjectionAnnotationModel model =
                viewer == null ? null : viewer.getProjectionAnnotationModel();
        if (model == null) return;
        Set<Position> wanted = new HashSet<>();
        for (FoldingRange f : all)
            if (f.getEndLine() > f.getStartLine()) wanted.add(lines(text.document(), f));
        List<Annotation> gone = new ArrayList<>();
        model.getAnnotationIterator()
                .forEachRemaining(
                        a -> {
                            if (!wanted.remove(model.getPosition(a))) gone.add(a);
                        });
        Map<Annotation, Position> added = new HashMap<>();
        wanted.forEach(p -> added.put(new ProjectionAnnotation(), p));
        if (!gone.isEmpty() || !added.isEmpty())
            model.replaceAnnotations(gone.toArray(Annotation[]::new), added);
    }

    /** Whole lines, of which the first stays to be seen. */
    private static Position lines(IDocument text, FoldingRange f) {
        try {
            int last = Math.min(f.getEndLine(), text.getNumberOfLines() - 1);
            int from = text.getLineOffset(Math.min(f.getStartLine(), last));
            return new Position(from, text.getLineOffset(last) + text.getLineLength(last) - from);
        } catch (BadLocationException e) {
            throw new IllegalStateException(e); // clamped
        }
    }

    @Override
    public @Nullable IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null;
    }
}
