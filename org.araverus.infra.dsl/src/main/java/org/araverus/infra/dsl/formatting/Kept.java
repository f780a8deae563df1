// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members that stay as they are written, since they would read differently otherwise. */
final class Kept {
    private Kept() {}

    /** Makes one piece of each member whose first piece is kept. */
    static void apply(Braces braces, Set<Piece> kept, String text) {
        if (kept.isEmpty()) return;
        for (Entry e : braces.entries)
            if (e instanceof Item i) {
                if (kept.contains(i.first())) keep(i, text);
                else if (i.braces != null) apply(i.braces, kept, text);
            }
    }

    private static void keep(Item i, String text) {
        Piece whole = Piece.asWritten(i.first(), text.substring(i.first().start, i.last().end()));
        i.head.clear();
        i.head.add(whole);
        i.braces = null;
    }

    /**
     * Keeps the innermost member around a piece that is not kept yet, or else the one before it.
     * False if there is none left.
     */
    static boolean add(Set<Piece> kept, Braces file, List<Piece> pieces, int index) {
        for (int i = Math.min(index, pieces.size() - 1); i >= 0; i--) {
            List<Item> around = new ArrayList<>();
            around(file, pieces.get(i), around);
            for (Item item : around.reversed()) if (kept.add(item.first())) return true;
        }
        return false;
    }

    /** The members around a piece, outermost first. */
    private static void around(@Nullable Braces braces, Piece piece, List<Item> all) {
        if (braces == null) return;
        for (Entry e : braces.entries)
            if (e instanceof Item i
                    && i.first().start <= piece.start
                    && piece.end() <= i.last().end()) {
                all.add(i);
                around(i.braces, piece, all);
            }
    }
}
