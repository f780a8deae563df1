// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.List;
import org.araverus.infra.dsl.compiler.Result.Elem;
import org.araverus.infra.dsl.compiler.Result.Interval;
import org.araverus.infra.dsl.compiler.Result.Num;
import org.araverus.infra.dsl.compiler.Result.Str;
import org.araverus.infra.dsl.compiler.Result.Truth;
import org.araverus.infra.dsl.infra.Binary;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.Negation;
import org.araverus.infra.dsl.infra.Range;
import org.araverus.infra.dsl.infra.Uncertain;
import org.araverus.infra.engine.units.Dimension;

/**
 * Numbers with dimension and spread. Spreads are independent and add up in quadrature, to first
 * order.
 */
final class Arithmetic {
    private final Problems problems;

    Arithmetic(Problems problems) {
        this.problems = problems;
    }

    Result negate(Negation at, Result of) {
        if (of instanceof Num n) return new Num(-n.si(), n.spread(), n.dimension(), n.plain());
        return notANumber(at.getOperand(), of);
    }

    /** {@code v +- s}; a share where s is a percentage of another dimension. */
    Result uncertain(Uncertain at, Result value, Result spread) {
        if (!(value instanceof Num v)) return notANumber(at.getValue(), value);
        if (!(spread instanceof Num s)) return notANumber(at.getSpread(), spread);
        boolean percent = Names.packed(at.getSpread()).endsWith("%");
        if (percent) return new Num(v.si(), Math.abs(v.si() * s.si()), v.dimension(), v.plain());
        if (!s.plain() && !s.dimension().equals(v.dimension()))
            return mismatch(
                    at, "a spread has the unit of its value", at.getValue(), v, at.getSpread(), s);
        if (s.plain() && !v.dimension().isNone()) {
            problems.error(
                    "unit-mismatch",
                    "a spread has the unit of its value, or is a percentage: "
                            + Names.text(at.getValue())
                            + " +- 3 %",
                    at.getSpread());
            return Result.UNKNOWN;
        }
        return new Num(v.si(), Math.abs(s.si()), v.dimension(), v.plain());
    }

    /** {@code lo..hi}; a bare lower bound takes the unit of the upper one. */
    Result range(Range at, Result low, Result high) {
        if (!(low instanceof Num l)) return notANumber(at.getFrom(), low);
        if (!(high instanceof Num h)) return notANumber(at.getTo(), high);
        if (l.plain() && !h.plain()) {
            Num lent = lend(at, l);
            if (lent == null) return Result.UNKNOWN;
            l = lent;
        }
        if (!l.dimension().equals(h.dimension()))
            return mismatch(
                    at,
                    "both ends of a range are of one dimension",
                    at.getFrom(),
                    l,
                    at.getTo(),
                    h);
        if (l.si() > h.si()) {
            problems.error(
                    "empty-range", Names.text(at) + " is empty: the lower end comes first", at);
            return Result.UNKNOWN;
        }
        return new Interval(l, h);
    }

    /** The lower bound in the unit of the upper one, which is read off its literal. */
    private static @org.jspecify.annotations.Nullable Num lend(Range at, Num low) {
        if (!(at.getTo() instanceof org.araverus.infra.dsl.infra.Quantity q)) return null;
        var unit = new org.araverus.infra.dsl.units.Units().of(q);
        return unit == null
                ? null
                : Num.of(low.si() * unit.factor() + unit.offset(), unit.dimension());
    }

    Result binary(Binary at, Result left, Result right) {
        String op = at.getOp();
        if (left instanceof Result.Unknown || right instanceof Result.Unknown)
            return Result.UNKNOWN;
        if (left instanceof Result.Absent || right instanceof Result.Absent) return Result.UNKNOWN;
        if (op.equals("and") || op.equals("or")) return logic(at, left, right);
        if (op.equals("==") || op.equals("!=")) {
            if (left instanceof Str a && right instanceof Str b)
                return new Truth(a.text().equals(b.text()) == op.equals("=="));
            if (left instanceof Elem a && right instanceof Elem b)
                return new Truth((a.declaration() == b.declaration()) == op.equals("=="));
            if (left instanceof Truth a && right instanceof Truth b)
                return new Truth((a.value() == b.value()) == op.equals("=="));
        }
        if (!(left instanceof Num l)) return notANumber(at.getLeft(), left);
        if (!(right instanceof Num r)) return notANumber(at.getRight(), right);
        return switch (op) {
            case "*" ->
                    finite(
                            at,
                            l.si() * r.si(),
                            quadrature(r.si() * l.spread(), l.si() * r.spread()),
                            l.dimension().times(r.dimension()));
            case "/" -> divide(at, l, r);
            case "^" -> power(at, l, r);
            case "+", "-" -> sum(at, l, r, op.equals("+") ? 1 : -1);
            default -> compare(at, l, r);
        };
    }

    private Result logic(Binary at, Result left, Result right) {
        if (left instanceof Truth a && right instanceof Truth b)
            return new Truth(
                    at.getOp().equals("and") ? a.value() && b.value() : a.value() || b.value());
        problems.error(
                "not-a-condition", "on both sides of " + at.getOp() + " stands a comparison", at);
        return Result.UNKNOWN;
    }

    private Result divide(Binary at, Num l, Num r) {
        if (r.si() == 0) {
            problems.error(
                    "division-by-zero",
                    Names.text(at.getRight()) + " is 0: nothing can be divided by it",
                    at.getRight());
            return Result.UNKNOWN;
        }
        double q = l.si() / r.si();
        return finite(
                at,
                q,
                quadrature(l.spread() / r.si(), q / r.si() * r.spread()),
                l.dimension().per(r.dimension()));
    }

    private Result power(Binary at, Num l, Num r) {
        if (!r.dimension().isNone() || r.si() != Math.rint(r.si()) && !l.dimension().isNone()) {
            problems.error(
                    "unit-mismatch",
                    "an exponent is a plain number, a whole one where the base has a unit",
                    at.getRight());
            return Result.UNKNOWN;
        }
        double p = Math.pow(l.si(), r.si());
        double spread = l.si() == 0 ? 0 : p * r.si() / l.si() * l.spread();
        return finite(
                at,
                p,
                spread,
                l.dimension().isNone() ? Dimension.NONE : l.dimension().power((int) r.si()));
    }

    private Result sum(Binary at, Num l, Num r, int sign) {
        if (!l.dimension().equals(r.dimension()))
            return mismatch(
                    at,
                    sign > 0
                            ? "what is added is of one dimension"
                            : "what is subtracted is of one dimension",
                    at.getLeft(),
                    l,
                    at.getRight(),
                    r);
        return finite(
                at, l.si() + sign * r.si(), quadrature(l.spread(), r.spread()), l.dimension());
    }

    private Result compare(Binary at, Num l, Num r) {
        if (!l.dimension().equals(r.dimension()))
            return mismatch(
                    at, "what is compared is of one dimension", at.getLeft(), l, at.getRight(), r);
        return new Truth(compare(at.getOp(), l.si(), r.si()));
    }

    static boolean compare(String op, double l, double r) {
        return switch (op) {
            case "<=" -> l <= r;
            case "<" -> l < r;
            case ">=" -> l >= r;
            case ">" -> l > r;
            case "==" -> l == r;
            default -> l != r;
        };
    }

    private Result finite(Expr at, double si, double spread, Dimension dimension) {
        if (Double.isFinite(si))
            return new Num(
                    si,
                    Double.isFinite(spread) ? Math.abs(spread) : 0,
                    dimension,
                    dimension.isNone());
        problems.error(
                "out-of-range",
                Names.text(at) + " comes to no number that can be computed with",
                at);
        return Result.UNKNOWN;
    }

    private static double quadrature(double a, double b) {
        return a == 0 ? Math.abs(b) : b == 0 ? Math.abs(a) : Math.hypot(a, b);
    }

    /** Says that something is no number, unless it is unknown and was reported already. */
    Result notANumber(Expr at, Result r) {
        if (!(r instanceof Result.Unknown) && !(r instanceof Result.Absent))
            problems.error(
                    "not-a-number",
                    Names.text(at) + " is " + Describe.what(r) + "; a number belongs here",
                    at);
        return Result.UNKNOWN;
    }

    /** Both sides of a mismatch, aligned, with what to do about it. */
    Result mismatch(Expr at, String message, Expr leftText, Num l, Expr rightText, Num r) {
        String a = Names.text(leftText);
        String b = Names.text(rightText);
        problems.error(
                "unit-mismatch",
                Describe.mismatch(message, l.dimension(), r.dimension()),
                at,
                Describe.sides(a, l.dimension(), b, r.dimension()),
                List.of());
        return Result.UNKNOWN;
    }
}
