// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.dsl.compiler.Result.Absent;
import org.araverus.infra.dsl.compiler.Result.Items;
import org.araverus.infra.dsl.compiler.Result.Num;
import org.araverus.infra.dsl.compiler.Result.Truth;
import org.araverus.infra.dsl.compiler.Result.Unknown;
import org.araverus.infra.dsl.compiler.Target.AttributeTarget;
import org.araverus.infra.dsl.compiler.Target.BodyTarget;
import org.araverus.infra.dsl.compiler.Target.CountTarget;
import org.araverus.infra.dsl.compiler.Target.ElementTarget;
import org.araverus.infra.dsl.compiler.Target.LetTarget;
import org.araverus.infra.dsl.compiler.Target.LiteralTarget;
import org.araverus.infra.dsl.compiler.Target.MetricTarget;
import org.araverus.infra.dsl.compiler.Target.NoTarget;
import org.araverus.infra.dsl.compiler.Target.PartTarget;
import org.araverus.infra.dsl.infra.Access;
import org.araverus.infra.dsl.infra.Argument;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.Binary;
import org.araverus.infra.dsl.infra.Bool;
import org.araverus.infra.dsl.infra.Call;
import org.araverus.infra.dsl.infra.Conditional;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.Index;
import org.araverus.infra.dsl.infra.Let;
import org.araverus.infra.dsl.infra.ListLiteral;
import org.araverus.infra.dsl.infra.Negation;
import org.araverus.infra.dsl.infra.Not;
import org.araverus.infra.dsl.infra.OverrideAt;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.infra.Quantity;
import org.araverus.infra.dsl.infra.Range;
import org.araverus.infra.dsl.infra.Reference;
import org.araverus.infra.dsl.infra.Text;
import org.araverus.infra.dsl.infra.Uncertain;
import org.araverus.infra.dsl.infra.UnitDeclaration;
import org.araverus.infra.dsl.infra.UnitFactor;
import org.araverus.infra.dsl.units.Unit;
import org.araverus.infra.dsl.units.Units;
import org.araverus.infra.engine.units.Dimension;
import org.araverus.infra.engine.units.Show;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/**
 * What expressions come to. Each value is computed once for an heir; values that need each other
 * are a problem at each of them.
 */
final class Expressions {
    private final Compilation compilation;

    /** How many values may need each other in a row. */
    private static final int DEEPEST = 5000;

    private final Units units = new Units();
    private final Arithmetic arithmetic;
    private final Map<Key, Result> known = new HashMap<>();
    private final Deque<Key> open = new ArrayDeque<>();
    private final Set<Key> inside = new HashSet<>();

    /** A value of one heir. */
    private record Key(@Nullable Effective element, EObject written) {}

    Expressions(Compilation compilation) {
        this.compilation = compilation;
        this.arithmetic = new Arithmetic(compilation.problems(), units);
    }

    /** The value of an attribute as the element has it; {@link Absent} if it is not written. */
    Result value(AttributeTarget t) {
        Written w = t.element().body.attribute(t.path());
        if (w != null) return once(w, t.element());
        return t.element().body.mayHide(t.path()) ? Result.UNKNOWN : Result.ABSENT;
    }

    private Result once(Written w, Effective element) {
        return once(new Key(w.context() == null ? element : w.context(), w.at()), w.value());
    }

    Result value(Let let, @Nullable Effective element) {
        return once(new Key(element, let), let.getValue());
    }

    private Result once(Key key, @Nullable Expr value) {
        Result r = known.get(key);
        if (r != null) return r;
        if (!inside.add(key)) {
            ring(key);
            return Result.UNKNOWN;
        }
        if (open.size() >= DEEPEST) {
            inside.remove(key);
            return tooDeep(key);
        }
        open.push(key);
        try {
            r = eval(value, key.element);
        } finally {
            open.pop();
            inside.remove(key);
        }
        known.put(key, r);
        return r;
    }

    private Result tooDeep(Key key) {
        compilation
                .problems()
                .error(
                        "nested-too-deep",
                        name(key)
                                + " needs more than "
                                + Show.digits(DEEPEST)
                                + " other values, one behind the other",
                        key.written);
        return Result.UNKNOWN;
    }

    private void ring(Key key) {
        List<Key> ring = new ArrayList<>();
        for (Key k : open) {
            ring.add(0, k);
            if (k.equals(key)) break;
        }
        for (int i = 0; i < ring.size(); i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j <= ring.size(); j++)
                text.append(j == 0 ? "" : " needs ").append(name(ring.get((i + j) % ring.size())));
            List<EObject> others = ring.stream().<EObject>map(k -> k.written).toList();
            compilation
                    .problems()
                    .error(
                            "value-cycle",
                            "this value needs itself: " + text,
                            ring.get(i).written,
                            List.of(),
                            others);
        }
    }

    private static String name(Key k) {
        if (k.written instanceof Let l) return l.getName();
        if (k.written instanceof Part p) return p.getName();
        if (k.written instanceof OverrideAt o) return Names.text(o.getTarget());
        Attribute a = (Attribute) k.written;
        String path = Paths.pathOf(a.eContainer());
        return (path.isEmpty() ? "" : path + ".") + Names.of(a.getKey());
    }

    Result eval(@Nullable Expr e, @Nullable Effective from) {
        return switch (e) {
            case null -> Result.UNKNOWN;
            case Quantity q -> quantity(q, 1);
            case Text t -> new Result.Str(t.getValue());
            case Bool b -> new Truth(b.isTrue());
            case ListLiteral l -> new Items(l.getItems().stream().map(i -> eval(i, from)).toList());
            case Negation n when n.getOperand() instanceof Quantity q -> quantity(q, -1);
            case Negation n -> arithmetic.negate(n, eval(n.getOperand(), from));
            case Not n ->
                    eval(n.getOperand(), from) instanceof Truth t
                            ? new Truth(!t.value())
                            : Result.UNKNOWN;
            case Uncertain u ->
                    arithmetic.uncertain(u, eval(u.getValue(), from), eval(u.getSpread(), from));
            case Range r -> arithmetic.range(r, eval(r.getFrom(), from), eval(r.getTo(), from));
            case Conditional c -> conditional(c, from);
            case Binary b -> binary(b, from);
            case Call c -> call(c, from);
            case Reference r -> path(r, from);
            case Access a -> path(a, from);
            case Index i -> path(i, from);
            default -> Result.UNKNOWN;
        };
    }

    private Result quantity(Quantity q, int sign) {
        if (q.getValue() == null) return Result.UNKNOWN;
        double number = sign * q.getValue().doubleValue();
        if (Double.isInfinite(number)) return tooLarge(q);
        if (q.getFactors().isEmpty()) return new Num(number, Map.of(), Dimension.NONE, true, false);
        for (UnitFactor f : q.getFactors())
            if (Math.abs(Units.power(f)) > Units.MOST_POWER) return tooHigh(f);
        Unit u = units.of(q);
        if (u == null) return Result.UNKNOWN;
        double si = number * u.factor() + u.offset();
        if (!Double.isFinite(si)) return tooLarge(q);
        return new Num(si, Map.of(), u.dimension(), false, u.offset() != 0);
    }

    private Result tooHigh(UnitFactor f) {
        compilation
                .problems()
                .error(
                        "out-of-range",
                        Names.text(f) + ": the highest power of a unit is " + Units.MOST_POWER,
                        f);
        return Result.UNKNOWN;
    }

    private Result tooLarge(Quantity q) {
        compilation
                .problems()
                .error(
                        "out-of-range",
                        "this number is larger than any that can be computed with (1.8e308)",
                        q);
        return Result.UNKNOWN;
    }

    /** Reports a unit that is defined by itself, or by something else than units. */
    void unit(UnitDeclaration u) {
        if (u.getName() == null || u.getValue() == null || units.of(u) != null) return;
        Set<UnitDeclaration> used = new LinkedHashSet<>();
        boolean product = uses(u, used);
        for (UnitDeclaration d : List.copyOf(used)) if (d != u) closure(d, used);
        if (product && !used.contains(u)) return;
        String example = "; write for example  unit " + u.getName() + " = 1e3 W";
        compilation
                .problems()
                .error(
                        "unit-without-meaning",
                        product
                                ? "unit " + u.getName() + " is defined by itself" + example
                                : "unit " + u.getName() + " is no product of units" + example,
                        u.getValue());
    }

    private static void closure(UnitDeclaration u, Set<UnitDeclaration> used) {
        Set<UnitDeclaration> more = new LinkedHashSet<>();
        uses(u, more);
        for (UnitDeclaration d : more) if (used.add(d)) closure(d, used);
    }

    /** The units of a definition; false if it holds anything else. */
    private static boolean uses(UnitDeclaration u, Set<UnitDeclaration> used) {
        boolean product = true;
        List<EObject> all = new ArrayList<>();
        if (u.getValue() != null) all.add(u.getValue());
        u.eAllContents().forEachRemaining(all::add);
        for (EObject o : all) {
            if (o instanceof UnitFactor f && f.getUnit() != null && !f.getUnit().eIsProxy())
                used.add(f.getUnit());
            product &=
                    !(o instanceof Expr)
                            || o instanceof Quantity q && resolved(q)
                            || o instanceof Binary b && "*/".contains(b.getOp());
        }
        return product;
    }

    private static boolean resolved(Quantity q) {
        for (UnitFactor f : q.getFactors())
            if (f.getUnit() == null || f.getUnit().eIsProxy()) return false;
        return q.getValue() != null && (q.getQualifier() == null || !q.getQualifier().eIsProxy());
    }

    private Result conditional(Conditional c, @Nullable Effective from) {
        Result condition = eval(c.getCondition(), from);
        if (condition instanceof Truth t) return eval(t.value() ? c.getThen() : c.getElse(), from);
        if (!(condition instanceof Unknown))
            compilation
                    .problems()
                    .error(
                            "not-a-condition",
                            "behind if stands a comparison, for example  if n > 2 then",
                            c.getCondition());
        return Result.UNKNOWN;
    }

    private Result binary(Binary b, @Nullable Effective from) {
        return arithmetic.binary(b, eval(b.getLeft(), from), eval(b.getRight(), from));
    }

    private Result call(Call c, @Nullable Effective from) {
        String function = Names.of(c.getFunction());
        if (function == null) return Result.UNKNOWN;
        List<Result.Argument> arguments = new ArrayList<>();
        for (Argument a : c.getArguments()) {
            Result value = eval(a.getValue(), from);
            if (value instanceof Unknown) return value;
            arguments.add(new Result.Argument(Names.of(a.getName()), value));
        }
        return new Calls(compilation.problems(), arithmetic).call(c, function, arguments);
    }

    private Result path(Expr path, @Nullable Effective from) {
        return read(compilation.paths().follow(path, from), path);
    }

    private Result read(Target t, Expr at) {
        return switch (t) {
            case AttributeTarget a -> value(a);
            case LetTarget l -> value(l.let(), l.element());
            case CountTarget c -> count(c);
            case ElementTarget e -> new Result.Elem(e.element().element);
            case PartTarget p -> {
                Effective type = compilation.paths().elementOf(p);
                yield type == null ? Result.UNKNOWN : new Result.Elem(type.element);
            }
            case MetricTarget m -> compilation.structural().of(m);
            case BodyTarget b -> block(b, at);
            case LiteralTarget l -> new Result.Str(l.name());
            case NoTarget n -> Result.UNKNOWN;
        };
    }

    private Result block(BodyTarget b, Expr at) {
        compilation
                .problems()
                .error(
                        "block-as-value",
                        b.path() + " is a block, not a value; name an attribute in it",
                        at);
        return Result.UNKNOWN;
    }

    private Result count(CountTarget c) {
        return c.owner().parts.containsKey(c.role()) ? count(c.owner(), c.role()) : Result.ABSENT;
    }

    /** The number of a part, an override of it included. */
    Result count(Effective owner, String role) {
        Written w = owner.counts.get(role);
        if (w != null) return once(w, owner);
        Part part = owner.parts.get(role);
        return part == null ? Result.UNKNOWN : once(new Key(owner, part), part.getCount());
    }
}
