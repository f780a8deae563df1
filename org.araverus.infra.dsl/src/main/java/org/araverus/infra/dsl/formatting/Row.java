// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line to be written: pieces, each with the blanks before it. */
final class Row {
    final int indent;
    final List<Piece> pieces = new ArrayList<>();
    private final List<Integer> blanks = new ArrayList<>();

    /** Whether an empty line stands before it. */
    boolean blankBefore;

    /** The one member that it consists of, where it does. */
    @Nullable Item sole;

    Row(int indent) {
        this.indent = indent;
    }

    void add(int before, Piece piece) {
        blanks.add(pieces.isEmpty() ? 0 : before);
        pieces.add(piece);
    }

    /** All of a member that fits on a line. */
    void add(int before, Item flat) {
        for (int i = 0; i < flat.head.size(); i++)
            add(i == 0 ? before : Blanks.before(flat.head, i), flat.head.get(i));
        if (flat.braces != null) add(flat.braces);
        for (Piece p : flat.tail) add(1, p);
    }

    /** Braces that fit on a line. */
    void add(Braces flat) {
        if (flat.open == null || flat.close == null) return;
        add(1, flat.open);
        for (int i = 0; i < flat.entries.size(); i++)
            if (flat.entries.get(i) instanceof Item m) add(i == 0 ? 1 : Blanks.BETWEEN_MEMBERS, m);
        add(1, flat.close);
    }

    int blanks(int index) {
        return blanks.get(index);
    }

    void widen(int index, int by) {
        blanks.set(index, blanks.get(index) + by);
    }

    /** The column at which a piece begins. */
    int column(int index) {
        int column = indent;
        for (int i = 0; i <= index; i++) {
            column += blanks.get(i);
            if (i < index) column = pieces.get(i).hasLines() ? 0 : column;
            if (i < index) column += pieces.get(i).width();
        }
        return column;
    }

    /** How wide it is without the comment at its end. */
    int width() {
        int last = pieces.size() - (hasComment() ? 2 : 1);
        return last < 0 ? indent : column(last) + pieces.get(last).width();
    }

    /** Whether a comment ends it that something else is before. */
    boolean hasComment() {
        return pieces.size() > 1 && pieces.getLast().endsLine();
    }

    /** The place of a piece; -1 if it is not here. */
    int indexOf(Piece piece) {
        for (int i = 0; i < pieces.size(); i++) if (pieces.get(i) == piece) return i;
        return -1;
    }
}
