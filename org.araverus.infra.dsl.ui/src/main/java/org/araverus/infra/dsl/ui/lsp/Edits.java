// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.Comparator;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentRewriteSession;
import org.eclipse.jface.text.DocumentRewriteSessionType;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.TextEdit;

/** Edits of a text, whose places are all of the text before them. */
final class Edits {
    private record Placed(IRegion at, TextEdit edit) {}

    private Edits() {}

    static void apply(IDocument text, List<? extends TextEdit> edits) {
        apply(text, edits, 0, 0);
    }

    /**
     * Applies all edits as one.
     *
     * @param caret a place that edits before {@code before} push on
     * @return where the caret's place is then
     */
    static int apply(IDocument text, List<? extends TextEdit> edits, int caret, int before) {
        List<Placed> all =
                edits.stream()
                        .map(e -> new Placed(Positions.region(text, e.getRange()), e))
                        .sorted(
                                Comparator.comparingInt((Placed p) -> p.at().getOffset())
                                        .reversed())
                        .toList();
        DocumentRewriteSession session =
                text instanceof IDocumentExtension4 t
                        ? t.startRewriteSession(DocumentRewriteSessionType.SEQUENTIAL)
                        : null;
        int moved = caret;
        try {
            for (Placed p : all) {
                IRegion at = p.at();
                text.replace(at.getOffset(), at.getLength(), p.edit().getNewText());
                if (at.getOffset() + at.getLength() < before)
                    moved += p.edit().getNewText().length() - at.getLength();
            }
        } catch (BadLocationException e) {
            throw new IllegalStateException(e); // placed in this very text
        } finally {
            if (session != null) ((IDocumentExtension4) text).stopRewriteSession(session);
        }
        return moved;
    }
}
