// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.SortedMap;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Term;
import org.araverus.infra.engine.evaluate.Evaluation.Answer;
import org.araverus.infra.engine.evaluate.Evaluation.Fidelity;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Evaluation.Verdict;
import org.araverus.infra.engine.structure.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Answers requirements from metrics. A metric of which only the floor is known has an upper end
 * without limit: it may be missed, never met.
 */
final class Verdicts {

    private record Number(double value, double low, double high, @Nullable String unknown) {}

    private final Design design;
    private final SortedMap<String, Result> metrics;

    Verdicts(Design design, SortedMap<String, Result> metrics) {
        this.design = design;
        this.metrics = metrics;
    }

    Verdict answer(Requirement r) {
        Number left = of(r.left());
        Number right = of(r.right());
        String unknown = left.unknown != null ? left.unknown : right.unknown;
        if (unknown != null) return verdict(r, Answer.UNDECIDED, left, right, unknown);
        boolean floor = left.high == Double.POSITIVE_INFINITY && left.value < left.high;
        boolean met = holds(left.value, r.comparison(), right.value);
        if (!floor) return verdict(r, met ? Answer.MET : Answer.MISSED, left, right, null);
        boolean upper = r.comparison().startsWith("<");
        if (upper && !met) return verdict(r, Answer.MISSED, left, right, null);
        return verdict(
                r,
                Answer.UNDECIDED,
                left,
                right,
                "the closed form gives a floor; a simulation decides");
    }

    private static Verdict verdict(
            Requirement r, Answer answer, Number left, Number right, @Nullable String why) {
        return new Verdict(
                r.text(),
                answer,
                left.value,
                left.low,
                left.high,
                right.value,
                r.unit(),
                Fidelity.CLOSED_FORM,
                why,
                r.origin());
    }

    private static boolean holds(double left, String comparison, double right) {
        return switch (comparison) {
            case "<=" -> left <= right;
            case "<" -> left < right;
            case ">=" -> left >= right;
            case ">" -> left > right;
            default -> left == right;
        };
    }

    private Number of(Term term) {
        return switch (term) {
            case Term.Number n -> new Number(n.si(), n.si(), n.si(), null);
            case Term.MetricOf m -> metric(m);
            case Term.Operation o -> operation(o);
        };
    }

    private Number metric(Term.MetricOf m) {
        String element = m.element().substring(m.element().lastIndexOf('.') + 1);
        String name = element.isEmpty() ? m.metric() : element + "." + m.metric();
        if (m.metric().equals("cost.capex")) return capex(m, name);
        Result r = metrics.get(name);
        if (r == null)
            return new Number(Double.NaN, Double.NaN, Double.NaN, name + " is not known");
        return new Number(r.value(), r.low(), r.high(), null);
    }

    /** What parts tell without an evaluation. */
    private Number capex(Term.MetricOf m, String name) {
        try {
            Element e = design.get(Ref.to(m.element(), new Origin(m.element(), "")));
            double value = Structure.capex(e, design);
            double half = Structure.capexSpread(e, design);
            return new Number(value, Math.max(0, value - half), value + half, null);
        } catch (NotKnown missing) {
            return new Number(Double.NaN, Double.NaN, Double.NaN, name + " is not known");
        }
    }

    private Number operation(Term.Operation o) {
        Number a = of(o.left());
        Number b = of(o.right());
        String unknown = a.unknown != null ? a.unknown : b.unknown;
        double value = apply(o.operator(), a.value, b.value);
        double[] ends = {
            apply(o.operator(), a.low, b.low),
            apply(o.operator(), a.low, b.high),
            apply(o.operator(), a.high, b.low),
            apply(o.operator(), a.high, b.high),
        };
        double low = Math.min(Math.min(ends[0], ends[1]), Math.min(ends[2], ends[3]));
        double high = Math.max(Math.max(ends[0], ends[1]), Math.max(ends[2], ends[3]));
        return new Number(value, low, high, unknown);
    }

    private static double apply(String operator, double a, double b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "^" -> Math.pow(a, b);
            case "min" -> Math.min(a, b);
            case "max" -> Math.max(a, b);
            default -> throw new IllegalArgumentException("no operator " + operator);
        };
    }
}
