// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/** A member, an element, an import or the package. */
final class Item implements Entry {
    final EObject what;

    /** All but the braces at its end, with the comments between. */
    final List<Piece> head = new ArrayList<>();

    @Nullable Braces braces;

    /** Comments behind it that end no line. */
    final List<Piece> tail = new ArrayList<>();

    private int annotations = -1;

    Item(EObject what) {
        this.what = what;
    }

    @Override
    public Piece first() {
        return head.getFirst();
    }

    Piece last() {
        Piece close = braces == null ? null : braces.close;
        return close == null ? head.getLast() : close;
    }

    /** How many pieces of the head are annotations before it and comments among them. */
    int annotations() {
        if (annotations < 0) {
            annotations = 0;
            while (annotations < head.size()
                    && (head.get(annotations).annotation || head.get(annotations).isComment()))
                annotations++;
            if (head.stream().noneMatch(p -> p.annotation)) annotations = 0;
        }
        return annotations;
    }

    /** Whether a piece of the head begins a line. */
    boolean breaksBefore(int index) {
        if (index == 0) return false;
        Piece piece = head.get(index);
        Piece before = head.get(index - 1);
        if (before.endsLine()) return true;
        if (piece.newlines == 0) return false;
        return piece.isComment()
                || before.isComment()
                || index == annotations()
                || index < annotations() && piece.is("@");
    }

    /** Whether it can stand on one line. */
    boolean isFlat() {
        for (int i = 0; i < head.size(); i++)
            if (breaksBefore(i) || head.get(i).hasLines() || head.get(i).endsLine()) return false;
        return braces == null || braces.isFlat();
    }

    /** Whether it holds more than a plain value. */
    boolean isRich() {
        return braces != null || head.stream().anyMatch(p -> p.annotation);
    }

    /** How many columns it takes on one line. */
    int width() {
        int width = 0;
        for (int i = 0; i < head.size(); i++) {
            if (i > 0) width += Blanks.before(head, i);
            width += head.get(i).width();
        }
        for (Piece p : tail) width += 1 + p.width();
        return width + (braces == null ? 0 : braces.width());
    }
}
