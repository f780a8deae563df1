// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.infra.Import;
import org.araverus.infra.dsl.infra.InfraFile;
import org.jspecify.annotations.Nullable;

/** Breaks an outline into lines. */
final class Rows {
    /** How wide a line may be; comments at its end do not count. */
    static final int WIDTH = 100;

    private static final int INDENT = 2;
    private static final int CONTINUED = 4;

    private final List<Row> rows = new ArrayList<>();

    /** The line that further members of the same written line may join. */
    private @Nullable Row open;

    /** Whether what its author put on one line does not fit there. */
    private boolean crowded;

    /** Whether the member before holds more than a plain value. */
    private boolean rich;

    private Rows() {}

    static List<Row> of(Braces file) {
        Rows r = new Rows();
        r.file(file);
        return r.rows;
    }

    // ---- a file

    /** Each element on its own lines; empty ones around what is longer than one. */
    private void file(Braces file) {
        Item before = null;
        boolean tall = false;
        int gap = 0;
        for (Entry e : file.entries) {
            open = null;
            int from = rows.size();
            entry(e, 0);
            if (rows.size() > from) rows.get(from).blankBefore = from > 0 && e.first().newlines > 1;
            if (!(e instanceof Item i)) continue;
            boolean now = rows.size() - from > 1;
            if (before != null && (tall || now || isApart(before, i) || documented(gap, from)))
                part(gap, from);
            before = i;
            tall = now;
            gap = rows.size();
        }
    }

    private static boolean isApart(Item before, Item next) {
        return before.what instanceof InfraFile
                || before.what instanceof Import != next.what instanceof Import;
    }

    /** Whether documentation is among some lines. */
    private boolean documented(int from, int to) {
        return rows.subList(from, to).stream()
                .anyMatch(r -> r.pieces.getFirst().text.startsWith("/**"));
    }

    /** An empty line between two elements if there is none, before the comments that lead. */
    private void part(int from, int to) {
        for (int i = from; i <= to; i++) if (rows.get(i).blankBefore) return;
        rows.get(from).blankBefore = true;
    }

    // ---- what stands between braces

    private void entries(Braces braces, int indent) {
        boolean outside = crowded;
        for (int k = 0; k < braces.entries.size(); k++) {
            Entry e = braces.entries.get(k);
            if (k == 0 || e.first().newlines > 0) {
                open = null;
                crowded = indent + written(braces.entries, k) > WIDTH;
            }
            int from = rows.size();
            entry(e, indent);
            if (rows.size() > from) rows.get(from).blankBefore = k > 0 && e.first().newlines > 1;
        }
        open = null;
        crowded = outside;
    }

    /** How wide the members are that stand on a written line from here. */
    private static int written(List<Entry> all, int from) {
        int width = 0;
        for (int k = from; k < all.size(); k++) {
            if (k > from && all.get(k).first().newlines > 0) break;
            if (all.get(k) instanceof Item i)
                width += (k > from ? Blanks.BETWEEN_MEMBERS : 0) + i.width();
        }
        return width;
    }

    private void entry(Entry e, int indent) {
        switch (e) {
            case Remark r when r.trailing() -> {
                rows.getLast().add(Blanks.BETWEEN_MEMBERS, r.comment());
                open = null;
            }
            case Remark r -> {
                row(indent).add(0, r.comment());
                open = null;
            }
            case Item i when i.isFlat() -> flat(i, indent);
            case Item i -> {
                tall(i, indent);
                open = null;
            }
        }
    }

    private Row row(int indent) {
        Row row = new Row(indent);
        rows.add(row);
        return row;
    }

    /**
     * On the line before it if its author put it there and it fits, on its own otherwise. Of a line
     * that is too wide only plain values stay together.
     */
    private void flat(Item i, int indent) {
        Row line = open;
        boolean joins = line != null && !(crowded && (i.isRich() || rich));
        rich = i.isRich();
        if (joins && line.width() + Blanks.BETWEEN_MEMBERS + i.width() <= WIDTH) {
            line.add(Blanks.BETWEEN_MEMBERS, i);
            line.sole = null;
        } else if (indent + i.width() <= WIDTH) {
            open = row(indent);
            open.add(0, i);
            open.sole = i;
        } else {
            tall(i, indent);
            open = null;
        }
    }

    /** On several lines: the head, and what is between the braces. */
    private void tall(Item i, int indent) {
        int from = rows.size();
        Row line = head(i, indent);
        Braces b = i.braces;
        if (b != null && b.open != null && b.close != null) {
            boolean one = line != rows.get(from) && b.isFlat();
            if (b.entries.isEmpty() || one && line.width() + b.width() <= WIDTH) line.add(b);
            else {
                line.add(1, b.open);
                entries(b, indent + INDENT);
                row(indent).add(0, b.close);
            }
        }
        for (Piece p : i.tail) rows.getLast().add(1, p);
    }

    /** Lines break where comments and annotations make them, and behind commas if need be. */
    private Row head(Item i, int indent) {
        Row line = row(indent);
        for (int k = 0; k < i.head.size(); k++) {
            boolean prefix = k <= i.annotations();
            if (i.breaksBefore(k)) line = row(prefix ? indent : indent + CONTINUED);
            else if (k > 0 && i.head.get(k - 1).is(",") && isFull(line, i, k))
                line = row(indent + CONTINUED);
            line.add(k == 0 ? 0 : Blanks.before(i.head, k), i.head.get(k));
        }
        return line;
    }

    /** Whether what follows, up to the next comma or the end, leaves the line's width. */
    private static boolean isFull(Row line, Item i, int from) {
        int width = line.width();
        for (int k = from; k < i.head.size(); k++) {
            if (k > from && i.breaksBefore(k)) return false;
            if (i.head.get(k).endsLine()) return false;
            width += Blanks.before(i.head, k) + i.head.get(k).width();
            if (width > WIDTH) return true;
            if (i.head.get(k).is(",")) return false;
        }
        return false;
    }
}
