// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pair of braces and what is between them; a whole file has none. */
final class Braces {
    final @Nullable Item owner;
    final @Nullable Braces around;
    final @Nullable Piece open;
    final List<Entry> entries = new ArrayList<>();
    @Nullable Piece close;

    /** Whether its author broke the line somewhere between them. */
    boolean broken;

    Braces(@Nullable Item owner, @Nullable Braces around, @Nullable Piece open) {
        this.owner = owner;
        this.around = around;
        this.open = open;
    }

    @Nullable Entry last() {
        return entries.isEmpty() ? null : entries.getLast();
    }

    /** Whether they can stand on one line. */
    boolean isFlat() {
        if (entries.isEmpty()) return true;
        return !broken && entries.stream().allMatch(e -> e instanceof Item i && i.isFlat());
    }

    /** How many columns they take on one line, with the blank before them. */
    int width() {
        int width = entries.isEmpty() ? " { }".length() : " {  }".length();
        for (Entry e : entries)
            if (e instanceof Item i)
                width += (e == entries.getFirst() ? 0 : Blanks.BETWEEN_MEMBERS) + i.width();
        return width;
    }
}
