// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.araverus.infra.dsl.compiler.Result.Num;
import org.araverus.infra.dsl.compiler.Target.LetTarget;
import org.araverus.infra.dsl.compiler.Target.MetricTarget;
import org.araverus.infra.dsl.infra.Access;
import org.araverus.infra.dsl.infra.Argument;
import org.araverus.infra.dsl.infra.Binary;
import org.araverus.infra.dsl.infra.Call;
import org.araverus.infra.dsl.infra.Evaluate;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.Index;
import org.araverus.infra.dsl.infra.Let;
import org.araverus.infra.dsl.infra.Negation;
import org.araverus.infra.dsl.infra.Reference;
import org.araverus.infra.dsl.infra.Require;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Term;
import org.araverus.infra.engine.units.Dimension;
import org.jspecify.annotations.Nullable;

/** The requirements of an element: both sides as terms over metrics, everything else folded. */
final class Requirements {
    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "^");

    private final Compilation compilation;
    private final Effective element;

    /** A term with its dimension, and the registry's unit if it is a metric alone. */
    private record Side(Term term, Dimension dimension, @Nullable String unit) {}

    Requirements(Compilation compilation, Effective element) {
        this.compilation = compilation;
        this.element = element;
    }

    List<Requirement> all() {
        List<Requirement> all = new ArrayList<>();
        for (Require r : element.requires) {
            Origin at = new Origin(element.name, "require[" + element.requires.indexOf(r) + "]");
            Requirement made = of(r, at);
            if (made == null) continue;
            compilation.tracer().object(element, r.getCondition(), null, at);
            all.add(made);
        }
        return all;
    }

    private @Nullable Requirement of(Require r, Origin at) {
        if (!(r.getCondition() instanceof Binary b)
                || !Requirement.COMPARISONS.contains(b.getOp())) {
            if (r.getCondition() != null)
                compilation
                        .problems()
                        .error(
                                "not-a-condition",
                                "a requirement compares, for example  require step_time <= 45 s",
                                r.getCondition());
            return null;
        }
        Side left = side(b.getLeft(), element);
        Side right = side(b.getRight(), element);
        if (left == null || right == null) return null;
        if (!left.dimension.equals(right.dimension)) {
            String message =
                    Describe.mismatch(
                            "both sides of a requirement are of one dimension",
                            left.dimension,
                            right.dimension);
            List<String> sides =
                    Describe.sides(
                            Names.text(b.getLeft()),
                            left.dimension,
                            Names.text(b.getRight()),
                            right.dimension);
            compilation.problems().error("unit-mismatch", message, b, sides, List.of());
            return null;
        }
        String unit =
                left.unit != null
                        ? left.unit
                        : right.unit != null ? right.unit : coherent(left.dimension);
        String workload = element.element instanceof Evaluate ? "" : element.name;
        return new Requirement(Names.text(b), left.term, b.getOp(), right.term, unit, workload, at);
    }

    private static String coherent(Dimension d) {
        StringBuilder over = new StringBuilder();
        StringBuilder under = new StringBuilder();
        d.exponents()
                .forEach(
                        (base, power) -> {
                            String one = base + (Math.abs(power) == 1 ? "" : "^" + Math.abs(power));
                            if (power > 0) over.append(over.isEmpty() ? "" : "*").append(one);
                            else under.append('/').append(one);
                        });
        return d.isNone() ? "" : (over.isEmpty() ? "1" : over.toString()) + under;
    }

    /** One side; null where it is unknown, or reported as nothing that can be compared. */
    private @Nullable Side side(@Nullable Expr e, @Nullable Effective from) {
        if (e == null) return null;
        if (!hasMetric(e, from, new HashSet<>())) return number(e, from);
        return switch (e) {
            case Binary b when OPERATORS.contains(b.getOp()) -> operation(b, from);
            case Negation n -> negated(side(n.getOperand(), from));
            case Call c -> extreme(c, from);
            case Reference r -> metric(r, from);
            case Access a -> metric(a, from);
            case Index i -> metric(i, from);
            default -> tooMuch(e);
        };
    }

    private @Nullable Side number(Expr e, @Nullable Effective from) {
        Result r = compilation.expressions().eval(e, from);
        if (r instanceof Num n) return new Side(new Term.Number(n.si()), n.dimension(), null);
        if (!(r instanceof Result.Unknown) && !(r instanceof Result.Absent))
            compilation
                    .problems()
                    .error(
                            "not-a-number",
                            Names.text(e) + " is " + Describe.what(r) + "; a number belongs here",
                            e);
        return null;
    }

    private @Nullable Side tooMuch(Expr e) {
        compilation
                .problems()
                .error(
                        "not-a-number",
                        "over metrics a requirement computes with + - * / ^ min max",
                        e);
        return null;
    }

    private static @Nullable Side negated(@Nullable Side s) {
        return s == null
                ? null
                : new Side(
                        new Term.Operation("-", new Term.Number(0), s.term), s.dimension, s.unit);
    }

    private @Nullable Side operation(Binary b, @Nullable Effective from) {
        Side l = side(b.getLeft(), from);
        Side r = side(b.getRight(), from);
        if (l == null || r == null) return null;
        return switch (b.getOp()) {
            case "*" -> joined(b, l, r, l.dimension.times(r.dimension), null);
            case "/" -> joined(b, l, r, l.dimension.per(r.dimension), null);
            case "^" -> power(b, l, r);
            default ->
                    alike("what is added is of one dimension", b, l, r)
                            ? joined(b, l, r, l.dimension, l.unit)
                            : null;
        };
    }

    private static Side joined(
            Binary b, Side l, Side r, Dimension dimension, @Nullable String unit) {
        return new Side(new Term.Operation(b.getOp(), l.term, r.term), dimension, unit);
    }

    private @Nullable Side power(Binary b, Side l, Side r) {
        boolean plain = l.dimension.isNone() && r.dimension.isNone();
        if (plain) return joined(b, l, r, Dimension.NONE, null);
        if (r.term instanceof Term.Number n && r.dimension.isNone() && Arithmetic.isPower(n.si()))
            return joined(b, l, r, l.dimension.power((int) n.si()), null);
        compilation.problems().error("unit-mismatch", Arithmetic.EXPONENT, b.getRight());
        return null;
    }

    private boolean alike(String rule, Expr at, Side l, Side r) {
        if (l.dimension.equals(r.dimension)) return true;
        compilation
                .problems()
                .error("unit-mismatch", Describe.mismatch(rule, l.dimension, r.dimension), at);
        return false;
    }

    private @Nullable Side extreme(Call c, @Nullable Effective from) {
        String f = Names.of(c.getFunction());
        if (!"min".equals(f) && !"max".equals(f)) return tooMuch(c);
        Side all = null;
        for (Argument a : c.getArguments()) {
            Side s = side(a.getValue(), from);
            if (s == null) return null;
            if (all != null && !alike("what " + f + " compares is of one dimension", c, all, s))
                return null;
            all =
                    all == null
                            ? s
                            : new Side(
                                    new Term.Operation(f, all.term, s.term),
                                    all.dimension,
                                    all.unit);
        }
        return all;
    }

    private @Nullable Side metric(Expr path, @Nullable Effective from) {
        return switch (compilation.paths().follow(path, from)) {
            case MetricTarget m ->
                    new Side(
                            term(m),
                            Dimension.parse(m.definition().getUnit()),
                            m.definition().getUnit());
            case LetTarget l -> side(l.let().getValue(), l.element());
            default -> null;
        };
    }

    private Term term(MetricTarget m) {
        boolean own = m.element() == element && element.element instanceof Evaluate;
        return new Term.MetricOf(own ? "" : compilation.reach(m.element()), m.path());
    }

    /** Whether a metric of an evaluate is in it; a ring of lets is left to their values. */
    private boolean hasMetric(@Nullable Expr e, @Nullable Effective from, Set<Let> seen) {
        return switch (e) {
            case null -> false;
            case Reference r -> leadsToMetric(r, from, seen);
            case Access a -> leadsToMetric(a, from, seen);
            case Index i -> leadsToMetric(i, from, seen);
            case Call c ->
                    c.getArguments().stream().anyMatch(a -> hasMetric(a.getValue(), from, seen));
            default ->
                    e.eContents().stream()
                            .anyMatch(o -> o instanceof Expr inner && hasMetric(inner, from, seen));
        };
    }

    private boolean leadsToMetric(Expr path, @Nullable Effective from, Set<Let> seen) {
        return switch (compilation.paths().follow(path, from)) {
            // costs stay by their names, although parts tell them: they have spreads, and limit
            // growth
            case MetricTarget m -> !m.definition().isStructural() || m.path().startsWith("cost.");
            case LetTarget l ->
                    seen.add(l.let()) && hasMetric(l.let().getValue(), l.element(), seen);
            default -> false;
        };
    }
}
