// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.text;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.util.TextRegion;

/**
 * A text of which any position can be asked: one outside moves to the nearest inside, as the
 * protocol has it for columns; an offset is found by bisection.
 */
public final class TextDocument extends Document {
    private final Lines lines;

    /** A text of a version, which may be unknown. */
    public TextDocument(Integer version, String contents) {
        super(version, contents, false);
        lines = new Lines(contents);
    }

    @Override
    public int getOffSet(Position position) {
        return lines.offset(position);
    }

    @Override
    public ITextRegion getTextRegion(Range range) {
        int from = lines.offset(range.getStart());
        return new TextRegion(from, Math.max(0, lines.offset(range.getEnd()) - from));
    }

    @Override
    public Position getPosition(int offset) {
        return lines.position(offset);
    }

    @Override
    public Document applyTextDocumentChanges(
            Iterable<? extends TextDocumentContentChangeEvent> changes) {
        TextDocument now = this;
        for (TextDocumentContentChangeEvent c : changes) {
            String text = c.getText() == null ? "" : c.getText();
            if (c.getRange() == null) now = now.next(text);
            else {
                ITextRegion r = now.getTextRegion(c.getRange());
                now =
                        now.next(
                                new StringBuilder(now.getContents())
                                        .replace(r.getOffset(), r.getOffset() + r.getLength(), text)
                                        .toString());
            }
        }
        return now;
    }

    private TextDocument next(String contents) {
        Integer version = getVersion();
        return new TextDocument(version == null ? null : version + 1, contents);
    }
}
