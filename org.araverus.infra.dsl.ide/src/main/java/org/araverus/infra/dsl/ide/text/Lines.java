// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.text;

import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Where the lines of a text begin: finds a position by bisection, where Xtext's {@code Document}
 * counts from the start of the text each time. Offsets and columns count UTF-16 units from 0.
 */
public final class Lines {
    private final int[] starts;
    private final int length;

    /** The lines of a text. */
    public Lines(String text) {
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) == '\n') {
                if (count == found.length) found = Arrays.copyOf(found, 2 * count);
                found[count++] = i + 1;
            }
        starts = Arrays.copyOf(found, count);
        length = text.length();
    }

    /** The line that holds an offset; the nearest one for an offset outside the text. */
    public int line(int offset) {
        int i = Arrays.binarySearch(starts, Math.clamp(offset, 0, length));
        return i < 0 ? -i - 2 : i;
    }

    /** Where a line begins; the end of the text for a line behind the last one. */
    public int start(int line) {
        return line < starts.length ? starts[Math.max(0, line)] : length;
    }

    /** How many there are; at least one. */
    public int count() {
        return starts.length;
    }

    /** The position of an offset. */
    public Position position(int offset) {
        int in = Math.clamp(offset, 0, length);
        int line = line(in);
        return new Position(line, in - starts[line]);
    }

    /** The range from one offset to another. */
    public Range range(int from, int to) {
        return new Range(position(from), position(to));
    }

    /** The offset of a position; a position outside the text is moved to the nearest inside. */
    public int offset(Position p) {
        if (p.getLine() < 0) return 0;
        int end = start(p.getLine() + 1);
        return Math.clamp((long) start(p.getLine()) + Math.max(0, p.getCharacter()), 0, end);
    }
}
