// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.report.render.Paint.Style;
import org.jspecify.annotations.Nullable;

/** Rows of cells under each other, each column as wide as its widest cell. */
final class Columns {
    private record Cell(String text, @Nullable Style style, boolean right) {}

    private final Paint paint;
    private final String indent;
    private final int[] gaps;
    private final List<List<Cell>> rows = new ArrayList<>();
    private List<Cell> row = new ArrayList<>();

    /**
     * Without rows yet.
     *
     * @param gaps blanks behind each column but the last; the last gap counts for all that follow
     */
    Columns(Paint paint, String indent, int... gaps) {
        this.paint = paint;
        this.indent = indent;
        this.gaps = gaps;
    }

    Columns left(String text) {
        return cell(text, null, false);
    }

    Columns left(String text, Style style) {
        return cell(text, style, false);
    }

    Columns right(String text) {
        return cell(text, null, true);
    }

    Columns right(String text, Style style) {
        return cell(text, style, true);
    }

    private Columns cell(String text, @Nullable Style style, boolean right) {
        row.add(new Cell(text, style, right));
        return this;
    }

    /** Ends a row. */
    void end() {
        rows.add(row);
        row = new ArrayList<>();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The rows as lines, without blanks at their ends. */
    String text() {
        StringBuilder out = new StringBuilder();
        for (List<Cell> cells : rows) {
            StringBuilder line = new StringBuilder(indent);
            int pending = 0;
            for (int i = 0; i < cells.size(); i++) {
                Cell c = cells.get(i);
                int pad = width(i) - length(c.text);
                if (c.right) pending += pad;
                if (!c.text.isEmpty()) {
                    line.append(" ".repeat(pending));
                    line.append(c.style == null ? c.text : paint.of(c.style, c.text));
                    pending = 0;
                }
                if (!c.right) pending += pad;
                pending += gaps[Math.min(i, gaps.length - 1)];
            }
            out.append(line).append('\n');
        }
        return out.toString();
    }

    private int width(int column) {
        int most = 0;
        for (List<Cell> cells : rows)
            if (column < cells.size()) most = Math.max(most, length(cells.get(column).text));
        return most;
    }

    private static int length(String text) {
        return text.codePoints().map(SourceLine::cells).sum();
    }
}
