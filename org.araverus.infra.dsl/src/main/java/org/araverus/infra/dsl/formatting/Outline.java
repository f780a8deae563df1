// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts pieces together to items and braces; each comment goes to what it stands beside. */
final class Outline {
    private Braces at = new Braces(null, null, null);
    private @Nullable Item item;
    private final List<Piece> waiting = new ArrayList<>();

    static Braces of(List<Piece> pieces) {
        Outline o = new Outline();
        for (Piece p : pieces) o.add(p);
        o.settle(null);
        return o.at;
    }

    private void add(Piece p) {
        if (p.newlines > 0 || p.hasLines()) breakLine(p);
        if (p.isComment()) waiting.add(p);
        else if (p.is("}")) close(p);
        else if (p.begins != null) begin(p);
        else if (item == null) throw new IllegalStateException("nothing begins with " + p);
        else {
            item.head.addAll(waiting);
            waiting.clear();
            if (p.is("{")) open(item, p);
            else item.head.add(p);
        }
    }

    /** All braces that are open here are broken; those that open with the piece are not. */
    private void breakLine(Piece p) {
        for (Braces b = at; b != null && !b.broken; b = b.around) b.broken = true;
    }

    private void open(Item owner, Piece brace) {
        Braces inner = new Braces(owner, at, brace);
        owner.braces = inner;
        at = inner;
        item = null;
    }

    private void close(Piece brace) {
        settle(brace);
        at.close = brace;
        Braces outer = at.around;
        if (outer == null) throw new IllegalStateException("a brace too much");
        at = outer;
        item = null;
    }

    private void begin(Piece p) {
        List<Piece> before = settle(p);
        if (p.begins == null) throw new IllegalStateException("nothing begins here");
        item = new Item(p.begins);
        item.head.addAll(before);
        item.head.add(p);
        at.entries.add(item);
    }

    /** Places the comments that wait; those that lead the next item on its line come back. */
    private List<Piece> settle(@Nullable Piece next) {
        int leading = leading(next);
        List<Piece> rest = List.copyOf(waiting.subList(leading, waiting.size()));
        for (int i = 0; i < leading; i++) place(waiting.get(i), i == 0);
        waiting.clear();
        return rest;
    }

    /** The first of the comments that stand on the next item's line with nothing before them. */
    private int leading(@Nullable Piece next) {
        if (next == null || next.begins == null) return waiting.size();
        Piece after = next;
        int from = waiting.size();
        for (int i = waiting.size() - 1; i >= 0; i--) {
            Piece c = waiting.get(i);
            if (after.newlines > 0 || c.endsLine() || c.hasLines()) return from;
            after = c;
            if (c.newlines > 0) from = i;
        }
        return at.entries.isEmpty() ? 0 : from;
    }

    private void place(Piece comment, boolean first) {
        boolean behind = comment.newlines == 0 && (at.open != null || at.last() != null);
        boolean ends = comment.endsLine() || comment.hasLines();
        if (behind && first && !ends && at.last() instanceof Item i) i.tail.add(comment);
        else at.entries.add(new Remark(comment, behind));
    }
}
