// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

/**
 * A line of a file as a terminal shows it, with the stretch that is meant.
 *
 * @param text tabs as blanks, control characters as question marks, the middle of a very long line
 * @param start cells before the stretch
 * @param length cells of the stretch, at least one
 */
record SourceLine(String text, int start, int length) {
    private static final int TAB = 4;
    private static final int BEFORE = 40;

    /**
     * Lays out a line.
     *
     * @param column from 1, in UTF-16 units
     * @param length in UTF-16 units
     * @param width the most cells to show
     */
    static SourceLine of(String raw, int column, int length, int width, Glyphs glyphs) {
        StringBuilder text = new StringBuilder();
        int from = Math.max(0, Math.min(column - 1, raw.length()));
        int to = Math.min(raw.length(), from + Math.max(1, length));
        int cell = 0;
        int start = -1;
        int end = -1;
        int cutFrom = Math.max(0, from - BEFORE);
        if (raw.length() <= width) cutFrom = 0;
        if (cutFrom > 0) {
            text.append(glyphs.ellipsis());
            cell = glyphs.ellipsis().length();
        }
        int i = cutFrom;
        for (; i < raw.length() && cell < width; i += Character.charCount(raw.codePointAt(i))) {
            if (start < 0 && i >= from) start = cell;
            if (end < 0 && i >= to) end = cell;
            cell += append(text, raw.codePointAt(i), cell);
        }
        if (i < raw.length()) text.append(glyphs.ellipsis());
        if (start < 0) start = cell;
        if (end < 0) end = cell;
        return new SourceLine(text.toString().stripTrailing(), start, Math.max(1, end - start));
    }

    private static int append(StringBuilder text, int c, int cell) {
        if (c == '\t') {
            int blanks = TAB - cell % TAB;
            text.append(" ".repeat(blanks));
            return blanks;
        }
        int kind = Character.getType(c);
        if (kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.SURROGATE) {
            text.append('?');
            return 1;
        }
        text.appendCodePoint(c);
        return cells(c);
    }

    /** Cells of a terminal that a character takes: none for marks, two for wide scripts. */
    static int cells(int c) {
        int kind = Character.getType(c);
        if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK) return 0;
        boolean wide =
                c >= 0x1100 && c <= 0x115F
                        || c >= 0x2E80 && c <= 0xA4CF
                        || c >= 0xAC00 && c <= 0xD7A3
                        || c >= 0xF900 && c <= 0xFAFF
                        || c >= 0xFE30 && c <= 0xFE6F
                        || c >= 0xFF00 && c <= 0xFF60
                        || c >= 0xFFE0 && c <= 0xFFE6
                        || c >= 0x1F300 && c <= 0x1FAFF
                        || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
