// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.actions;

import org.araverus.infra.dsl.ide.text.Lines;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Where actions are asked for.
 *
 * @param document its address
 * @param from offset of the first sign that is marked
 * @param to offset behind the last one; the same without a mark
 */
record Asked(XtextResource resource, String document, String text, Lines lines, int from, int to) {

    static Asked of(XtextResource resource, String document, String text, Range range) {
        Lines lines = new Lines(text);
        return new Asked(
                resource,
                document,
                text,
                lines,
                lines.offset(range.getStart()),
                lines.offset(range.getEnd()));
    }

    /** Whether a stretch is touched. */
    boolean touches(int start, int end) {
        return start <= to && from <= end;
    }

    /** Whether a range is touched. */
    boolean touches(Range range) {
        return touches(lines.offset(range.getStart()), lines.offset(range.getEnd()));
    }
}
