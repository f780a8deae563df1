// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Lines and columns of the protocol against offsets of a document. */
final class Positions {
    private Positions() {}

    static Position of(IDocument text, int offset) {
        try {
            int at = Math.clamp(offset, 0, text.getLength());
            int line = text.getLineOfOffset(at);
            return new Position(line, at - text.getLineOffset(line));
        } catch (BadLocationException e) {
            throw new IllegalStateException(e); // clamped
        }
    }

    static Range range(IDocument text, int offset, int length) {
        return new Range(of(text, offset), of(text, offset + length));
    }

    /**
     * A place behind the end of a line or text, as an answer to an older text may hold, is there.
     */
    static int offset(IDocument text, Position p) {
        try {
            if (p.getLine() >= text.getNumberOfLines()) return text.getLength();
            IRegion line = text.getLineInformation(p.getLine());
            return line.getOffset() + Math.clamp(p.getCharacter(), 0, line.getLength());
        } catch (BadLocationException e) {
            throw new IllegalStateException(e); // clamped
        }
    }

    static IRegion region(IDocument text, Range r) {
        int from = offset(text, r.getStart());
        return new Region(from, Math.max(0, offset(text, r.getEnd()) - from));
    }
}
