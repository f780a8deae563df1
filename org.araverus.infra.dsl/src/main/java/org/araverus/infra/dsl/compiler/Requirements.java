// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.ArrayList;
import java.util.List;
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
import org.araverus.infra.dsl.infra.Reference;
import org.araverus.infra.dsl.infra.Require;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Term;
import org.araverus.infra.engine.units.Dimension;
import org.jspecify.annotations.Nullable;

/** The requirements of an element: both sides as terms over metrics, everything else folded. */
final class Requirements {
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
            Origin at =
                    new Origin(
                            Names.qualified(element.element),
                            "require[" + element.requires.indexOf(r) + "]");
            Requirement made = of(r, at);
            if (made == null) continue;
            compilation.tracer().object(element, r.getCondition(), null, at);
            all.add(made);
        }
        return all;
    }

    private @Nullable Requirement of(Require r, Origin at) {
        if (!(r.getCondition() instanceof Binary b)
                || !List.of("<=", "<", ">=", ">", "==").contains(b.getOp())) {
            if (r.getCondition() != null)
                compilation
                        .problems()
                        .error(
                                "not-a-condition",
                                "a requirement compares, for example  require step_time <= 45 s",
                                r.getCondition());
            return null;
        }
        Side left = side(b.getLeft());
        Side right = side(b.getRight());
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
        String workload =
                element.element instanceof Evaluate ? "" : Names.qualified(element.element);
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

    private @Nullable Side side(@Nullable Expr e) {
        if (e == null) return null;
        if (!hasMetric(e)) {
            Result r = compilation.expressions().eval(e, element);
            if (r instanceof Num n) return new Side(new Term.Number(n.si()), n.dimension(), null);
            if (!(r instanceof Result.Unknown) && !(r instanceof Result.Absent))
                compilation
                        .problems()
                        .error(
                                "not-a-number",
                                Names.text(e)
                                        + " is "
                                        + Describe.what(r)
                                        + "; a number belongs here",
                                e);
            return null;
        }
        return switch (e) {
            case Binary b when "+-*/".contains(b.getOp()) -> operation(b);
            case Call c -> extreme(c);
            case Reference r -> metric(r);
            case Access a -> metric(a);
            case Index i -> metric(i);
            default -> {
                compilation
                        .problems()
                        .error(
                                "not-a-number",
                                "over metrics a requirement computes with + - * / min max",
                                e);
                yield null;
            }
        };
    }

    private @Nullable Side operation(Binary b) {
        Side l = side(b.getLeft());
        Side r = side(b.getRight());
        if (l == null || r == null) return null;
        Dimension d =
                switch (b.getOp()) {
                    case "*" -> l.dimension.times(r.dimension);
                    case "/" -> l.dimension.per(r.dimension);
                    default -> l.dimension;
                };
        boolean sum = b.getOp().equals("+") || b.getOp().equals("-");
        if (sum && !l.dimension.equals(r.dimension)) {
            compilation
                    .problems()
                    .error(
                            "unit-mismatch",
                            Describe.mismatch(
                                    "what is added is of one dimension", l.dimension, r.dimension),
                            b);
            return null;
        }
        return new Side(new Term.Operation(b.getOp(), l.term, r.term), d, sum ? l.unit : null);
    }

    private @Nullable Side extreme(Call c) {
        String f = Names.of(c.getFunction());
        if (!"min".equals(f) && !"max".equals(f)) {
            compilation
                    .problems()
                    .error(
                            "not-a-number",
                            "over metrics a requirement computes with + - * / min max",
                            c);
            return null;
        }
        Side all = null;
        for (Argument a : c.getArguments()) {
            Side s = side(a.getValue());
            if (s == null) return null;
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

    private @Nullable Side metric(Expr path) {
        return switch (compilation.paths().follow(path, element)) {
            case MetricTarget m ->
                    new Side(
                            term(m),
                            Dimension.parse(m.definition().getUnit()),
                            m.definition().getUnit());
            case LetTarget l -> side(l.let().getValue());
            default -> null;
        };
    }

    private Term term(MetricTarget m) {
        boolean own = m.element() == element && element.element instanceof Evaluate;
        return new Term.MetricOf(own ? "" : compilation.reach(m.element().element), m.path());
    }

    private boolean hasMetric(@Nullable Expr e) {
        return switch (e) {
            case null -> false;
            case Reference r -> leadsToMetric(r);
            case Access a -> leadsToMetric(a);
            case Index i -> leadsToMetric(i);
            case Binary b -> hasMetric(b.getLeft()) || hasMetric(b.getRight());
            case Call c -> c.getArguments().stream().anyMatch(a -> hasMetric(a.getValue()));
            default ->
                    e.eContents().stream()
                            .anyMatch(o -> o instanceof Expr inner && hasMetric(inner));
        };
    }

    private boolean leadsToMetric(Expr path) {
        return switch (compilation.paths().follow(path, element)) {
            case MetricTarget m -> !m.definition().isStructural();
            case LetTarget l -> hasMetric(l.let().getValue());
            default -> false;
        };
    }
}
