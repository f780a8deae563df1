// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import java.util.List;

/** How many blanks stand between two pieces of one member. */
final class Blanks {
    /** Between two members of a line, and before a comment at its end. */
    static final int BETWEEN_MEMBERS = 3;

    private Blanks() {}

    /** Before a piece that is not the first. */
    static int before(List<Piece> pieces, int index) {
        Piece left = pieces.get(index - 1);
        Piece right = pieces.get(index);
        if (right.isComment()) return right.endsLine() ? BETWEEN_MEMBERS : 1;
        if (left.isComment()) return 1;
        if (joins(left) || joins(right)) return isSpread(pieces, index, left, right) ? 1 : 0;
        if (isRedundancy(pieces, index)) return 0;
        return opens(left) || closes(right) ? 0 : 1;
    }

    /** Signs between two values that stand close unless the left one ends with a unit. */
    private static boolean joins(Piece p) {
        return p.is("..") || p.is("^");
    }

    private static boolean isSpread(List<Piece> pieces, int index, Piece left, Piece right) {
        if (joins(right)) return isUnit(left);
        return index > 1 && isUnit(pieces.get(index - 2));
    }

    private static boolean isUnit(Piece p) {
        return switch (p.sign) {
            case "UNIT_SYMBOL", "%", "QUALIFIER" -> true;
            default -> p.rule.equals("SignedInt");
        };
    }

    /** In {@code N+1} and {@code 2N}, which people write and read as one word. */
    private static boolean isRedundancy(List<Piece> pieces, int index) {
        Piece right = pieces.get(index);
        if (right.text.equals("N")) return pieces.get(index - 1).text.equals("2");
        int plus = right.is("+") ? index : index - 1;
        return plus > 0
                && plus + 1 < pieces.size()
                && pieces.get(plus).is("+")
                && pieces.get(plus - 1).text.equals("N")
                && pieces.get(plus + 1).is("NUMBER");
    }

    /** Whether nothing stands between it and what follows. */
    private static boolean opens(Piece p) {
        return switch (p.sign) {
            case "(", "[", ".", "@", "VALUE_AT", "UNIT_PER", "UNIT_TIMES", "UNIT_POWER" -> true;
            case "-" -> p.rule.equals("Unary") || p.rule.equals("SignedInt");
            default -> false;
        };
    }

    /** Whether nothing stands between it and what is before. */
    private static boolean closes(Piece p) {
        return switch (p.sign) {
            case ")", "]", ",", ":", ".", ".*", "UNIT_PER", "UNIT_TIMES", "UNIT_POWER" -> true;
            case "(" -> !p.rule.equals("Primary");
            case "[" -> !p.rule.equals("ListLiteral");
            default -> false;
        };
    }
}
