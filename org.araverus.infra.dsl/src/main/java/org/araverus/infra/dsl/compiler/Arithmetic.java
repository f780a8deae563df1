// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.compiler.Result.Elem;
import org.araverus.infra.dsl.compiler.Result.Interval;
import org.araverus.infra.dsl.compiler.Result.Num;
import org.araverus.infra.dsl.compiler.Result.Str;
import org.araverus.infra.dsl.compiler.Result.Truth;
import org.araverus.infra.dsl.infra.Binary;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.Negation;
import org.araverus.infra.dsl.infra.Quantity;
import org.araverus.infra.dsl.infra.Range;
import org.araverus.infra.dsl.infra.Uncertain;
import org.araverus.infra.dsl.units.Unit;
import org.araverus.infra.dsl.units.Units;
import org.araverus.infra.engine.units.Dimension;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/** Numbers with dimension and spread. Temperatures on a scale know sums and differences alone. */
final class Arithmetic {
    static final String EXPONENT =
            "an exponent is a plain number, a small whole one where the base has a unit";

    private final Problems problems;
    private final Units units;

    Arithmetic(Problems problems, Units units) {
        this.problems = problems;
        this.units = units;
    }

    Result negate(Negation at, Result of) {
        if (!(of instanceof Num n)) return notANumber(at.getOperand(), of);
        if (n.point()) return point(at);
        return new Num(-n.si(), Spreads.scaled(n.spreads(), -1), n.dimension(), n.plain(), false);
    }

    /** {@code v +- s}; a share where s is a percentage of another dimension. */
    Result uncertain(Uncertain at, Result value, Result spread) {
        if (!(value instanceof Num v)) return notANumber(at.getValue(), value);
        if (!(spread instanceof Num s)) return notANumber(at.getSpread(), spread);
        if (s.point()) return point(at.getSpread());
        boolean percent = Names.packed(at.getSpread()).endsWith("%");
        if (percent && v.point()) return point(at.getSpread());
        if (!percent && !s.plain() && !s.dimension().equals(v.dimension()))
            return mismatch(
                    at, "a spread has the unit of its value", at.getValue(), v, at.getSpread(), s);
        if (!percent && s.plain() && !v.dimension().isNone()) {
            problems.error(
                    "unit-mismatch",
                    "a spread has the unit of its value, or is a percentage: "
                            + Names.text(at.getValue())
                            + " +- 3 %",
                    at.getSpread());
            return Result.UNKNOWN;
        }
        double width = Math.abs(percent ? v.si() * s.si() : s.si());
        return v.with(Spreads.sum(v.spreads(), 1, Map.of(at, width), 1));
    }

    /** A scale's zero is arbitrary: only differences can be scaled. */
    Result point(Expr at) {
        problems.error(
                "unit-mismatch",
                Names.text(at)
                        + ": only differences of temperatures, in K, can be added, multiplied or"
                        + " have a share; degC and degF are points on a scale",
                at);
        return Result.UNKNOWN;
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
    private @Nullable Num lend(Range at, Num low) {
        Expr high = at.getTo() instanceof Uncertain u ? u.getValue() : at.getTo();
        if (!(high instanceof Quantity q)) return null;
        Unit unit = units.of(q);
        return unit == null
                ? null
                : new Num(
                        low.si() * unit.factor() + unit.offset(),
                        Spreads.scaled(low.spreads(), unit.factor()),
                        unit.dimension(),
                        false,
                        unit.offset() != 0);
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
            case "*" -> multiply(at, l, r);
            case "/" -> divide(at, l, r);
            case "^" -> power(at, l, r);
            case "+", "-" -> sum(at, l, r, op.equals("+") ? 1 : -1);
            default -> compare(at, l, r);
        };
    }

    private Result multiply(Binary at, Num l, Num r) {
        if (l.point() || r.point()) return point(at);
        return finite(
                at,
                l.si() * r.si(),
                Spreads.sum(l.spreads(), r.si(), r.spreads(), l.si()),
                l.dimension().times(r.dimension()),
                false);
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
        if (l.point() || r.point()) return point(at);
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
                Spreads.sum(l.spreads(), 1 / r.si(), r.spreads(), -q / r.si()),
                l.dimension().per(r.dimension()),
                false);
    }

    /** Whether a unit can have this power. */
    static boolean isPower(double x) {
        return x == Math.rint(x) && Math.abs(x) <= Units.MOST_POWER;
    }

    private Result power(Binary at, Num l, Num r) {
        if (l.point()) return point(at);
        if (!r.dimension().isNone() || !isPower(r.si()) && !l.dimension().isNone()) {
            problems.error("unit-mismatch", EXPONENT, at.getRight());
            return Result.UNKNOWN;
        }
        double p = Math.pow(l.si(), r.si());
        double byBase = l.si() == 0 ? 0 : p * r.si() / l.si();
        double byExponent = l.si() > 0 ? p * Math.log(l.si()) : 0;
        return finite(
                at,
                p,
                Spreads.sum(l.spreads(), byBase, r.spreads(), byExponent),
                l.dimension().isNone() ? Dimension.NONE : l.dimension().power((int) r.si()),
                false);
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
        boolean twoPoints = l.point() && r.point();
        if (sign > 0 && twoPoints || sign < 0 && r.point() && !l.point()) return point(at);
        return finite(
                at,
                l.si() + sign * r.si(),
                Spreads.sum(l.spreads(), 1, r.spreads(), sign),
                l.dimension(),
                (l.point() || r.point()) && !twoPoints);
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

    private Result finite(
            Expr at, double si, Map<EObject, Double> spreads, Dimension dimension, boolean point) {
        if (Double.isFinite(si)) return new Num(si, spreads, dimension, dimension.isNone(), point);
        problems.error(
                "out-of-range",
                Names.text(at) + " comes to no number that can be computed with",
                at);
        return Result.UNKNOWN;
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
