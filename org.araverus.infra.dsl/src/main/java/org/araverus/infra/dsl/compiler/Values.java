// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.compiler.Result.Absent;
import org.araverus.infra.dsl.compiler.Result.Elem;
import org.araverus.infra.dsl.compiler.Result.Interval;
import org.araverus.infra.dsl.compiler.Result.Items;
import org.araverus.infra.dsl.compiler.Result.Num;
import org.araverus.infra.dsl.compiler.Result.Str;
import org.araverus.infra.dsl.compiler.Result.Truth;
import org.araverus.infra.dsl.compiler.Result.Unknown;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.engine.design.Choice;
import org.araverus.infra.engine.design.Distribution;
import org.araverus.infra.engine.design.Flag;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Span;
import org.araverus.infra.engine.design.State;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.registry.Schema;
import org.araverus.infra.engine.units.Dimension;
import org.araverus.infra.engine.units.Show;
import org.jspecify.annotations.Nullable;

/**
 * Results as values of attributes: of the right type, dimension and range, or unknown with a
 * problem that says why.
 */
final class Values {
    private static final double MOST_PARTS = 1e9;

    private final Compilation compilation;
    private final Effective element;

    Values(Compilation compilation, Effective element) {
        this.compilation = compilation;
        this.element = element;
    }

    /** The value of an attribute in the record's own type; absent where nothing is written. */
    Object of(Schema.AttributeEntry entry, @Nullable Written written, Origin at) {
        Expr expr = written == null ? null : written.value();
        if (written != null && entry.type() == Schema.ValueType.CHOICE)
            return choice(entry, expr, at);
        Result r =
                written == null
                        ? Result.ABSENT
                        : compilation
                                .expressions()
                                .value(new Target.AttributeTarget(element, at.attribute()));
        State none = r instanceof Absent ? State.ABSENT : State.UNKNOWN;
        return of(entry, r, none, expr, at);
    }

    /** A value that may have been written in what could not be read. */
    Object lost(Schema.AttributeEntry entry, Origin at) {
        return of(entry, Result.UNKNOWN, State.UNKNOWN, null, at);
    }

    private Object of(
            Schema.AttributeEntry entry, Result r, State none, @Nullable Expr shown, Origin at) {
        return switch (entry.type()) {
            case VALUE -> value(entry, r, shown, at, false);
            case COUNT -> value(entry, r, shown, at, true);
            case SPAN -> span(entry, r, shown, at);
            case FLAG ->
                    r instanceof Truth t
                            ? Flag.of(t.value(), at)
                            : Flag.none(wrong(none, r, shown, "true or false", at), at);
            case CHOICE -> Choice.none(none, at);
            case REF -> ref(entry, r, shown, at);
            case DISTRIBUTION -> distribution(entry, r, shown, at);
            case TEXT -> r instanceof Str s ? s.text() : "";
            case TEXT_LIST -> texts(r, shown);
            case NUMBER_LIST -> numbers(entry, r, shown, at);
        };
    }

    private State wrong(State none, Result r, @Nullable Expr shown, String wanted, Origin at) {
        if (!(r instanceof Unknown) && !(r instanceof Absent) && shown != null)
            compilation
                    .problems()
                    .error(
                            "wrong-type",
                            at.attribute() + " is " + wanted + ", not " + Describe.what(r),
                            shown);
        return none;
    }

    // ---- numbers

    private Value value(
            Schema.AttributeEntry entry, Result r, @Nullable Expr shown, Origin at, boolean whole) {
        if (r instanceof Absent) return Value.absent(at);
        if (!(r instanceof Num n) || shown == null) {
            wrong(State.UNKNOWN, r, shown, "a number", at);
            return Value.unknown(at);
        }
        return checked(entry.unit(), entry.min(), entry.max(), whole, n, shown, at);
    }

    /** The number of a part. */
    Value count(String role, Origin at) {
        Written over = element.counts.get(role);
        Part part = element.parts.get(role);
        Expr shown = over != null ? over.value() : part == null ? null : part.getCount();
        if (shown == null) return Value.unknown(at);
        Result r = compilation.expressions().count(element, role);
        if (r instanceof Num n) return checked("", 0, MOST_PARTS, true, n, shown, at);
        wrong(State.UNKNOWN, r, shown, "a number", at);
        return Value.unknown(at);
    }

    private Value checked(
            String unit, double min, double max, boolean whole, Num n, Expr shown, Origin at) {
        Dimension wanted = Dimension.parse(unit);
        if (!n.dimension().equals(wanted)) return mismatch(unit, wanted, n, shown, at);
        if (n.point() && !unit.equals("degC")) return difference(shown, at);
        if (n.si() < min || n.si() > max) {
            String bound =
                    n.si() < min
                            ? "the least is " + Show.value(min, unit)
                            : "the most is " + Show.value(max, unit);
            compilation
                    .problems()
                    .error(
                            "out-of-range",
                            at.attribute() + " is " + Show.value(n.si(), unit) + "; " + bound,
                            shown);
            return Value.unknown(at);
        }
        if (whole && n.si() != Math.rint(n.si())) {
            compilation
                    .problems()
                    .error(
                            "not-whole",
                            at.attribute()
                                    + " is "
                                    + Show.digits(n.si())
                                    + "; it counts, so only whole numbers make sense",
                            shown);
            return Value.unknown(at);
        }
        return Value.of(n.si(), n.spread(), at);
    }

    private Value mismatch(String unit, Dimension wanted, Num n, Expr shown, Origin at) {
        String message =
                Names.text(shown)
                        + ": "
                        + attribute(at)
                        + " is "
                        + Describe.article(Describe.dimension(wanted))
                        + compilation.unitsOf(unit)
                        + ", this is "
                        + Describe.article(Describe.dimension(n.dimension()));
        compilation.problems().error("unit-mismatch", message, shown);
        return Value.unknown(at);
    }

    private Value difference(Expr shown, Origin at) {
        compilation
                .problems()
                .error(
                        "unit-mismatch",
                        Names.text(shown)
                                + ": "
                                + attribute(at)
                                + " is a difference of temperatures; write it in K",
                        shown);
        return Value.unknown(at);
    }

    private String attribute(Origin at) {
        return Elements.kind(element.element) + " " + at.attribute();
    }

    private Span span(Schema.AttributeEntry entry, Result r, @Nullable Expr shown, Origin at) {
        if (r instanceof Absent) return Span.none(State.ABSENT, at);
        Interval i =
                r instanceof Interval range
                        ? range
                        : r instanceof Num n ? new Interval(n, n) : null;
        if (i == null || shown == null)
            return Span.none(
                    wrong(State.UNKNOWN, r, shown, "a range, for example  5..30 degC", at), at);
        Value low = checked(entry.unit(), entry.min(), entry.max(), false, i.low(), shown, at);
        Value high = checked(entry.unit(), entry.min(), entry.max(), false, i.high(), shown, at);
        return low.isKnown() && high.isKnown()
                ? Span.of(low.si(), high.si(), at)
                : Span.none(State.UNKNOWN, at);
    }

    private List<Value> numbers(
            Schema.AttributeEntry entry, Result r, @Nullable Expr shown, Origin at) {
        List<Value> all = new ArrayList<>();
        if (r instanceof Items items && shown != null)
            for (Result i : items.items()) all.add(value(entry, i, shown, at, false));
        else wrong(State.UNKNOWN, r, shown, "a list of numbers", at);
        return all;
    }

    // ---- words

    /** One of the literals, by its text: {@code N+1} is one although it could be computed. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the registry's literals are the enum's own
    private Choice<?> choice(Schema.AttributeEntry entry, @Nullable Expr shown, Origin at) {
        if (shown == null) return Choice.none(State.UNKNOWN, at);
        String text = Names.packed(shown);
        for (Schema.Literal l : entry.literals())
            if (l.text().equals(text)) return Choice.of((Enum) l.constant(), at);
        if (!(shown instanceof org.araverus.infra.dsl.infra.Reference))
            compilation
                    .problems()
                    .error(
                            "unknown-choice",
                            at.attribute()
                                    + " is one of "
                                    + String.join(
                                            ", ",
                                            entry.literals().stream()
                                                    .map(Schema.Literal::text)
                                                    .toList())
                                    + "; not "
                                    + text,
                            shown);
        return Choice.none(State.UNKNOWN, at);
    }

    private List<String> texts(Result r, @Nullable Expr shown) {
        if (r instanceof Str s) return List.of(s.text());
        if (!(r instanceof Items items)) return List.of();
        List<String> all = new ArrayList<>();
        for (Result i : items.items()) {
            if (i instanceof Str s) all.add(s.text());
            else if (shown != null)
                compilation
                        .problems()
                        .error(
                                "wrong-type",
                                "a list of texts belongs here, for example  [\"H100\"]",
                                shown);
        }
        return all;
    }

    private Ref<?> ref(Schema.AttributeEntry entry, Result r, @Nullable Expr shown, Origin at) {
        if (r instanceof Absent) return Ref.none(State.ABSENT, at);
        if (r instanceof Elem e && compilation.isHidden(e.declaration()))
            return Ref.none(State.UNKNOWN, at);
        if (r instanceof Elem e) {
            if (Elements.kind(e.declaration()).equals(entry.refersTo()))
                return Ref.to(compilation.reach(e.declaration()), at);
            if (shown != null)
                compilation
                        .problems()
                        .error(
                                "wrong-kind",
                                at.attribute()
                                        + " names a "
                                        + entry.refersTo()
                                        + "; "
                                        + Names.shown(e.declaration())
                                        + " is none",
                                shown);
            return Ref.none(State.UNKNOWN, at);
        }
        if (r instanceof Num n && shown != null && !entry.orQuantity().isEmpty())
            return Ref.quantity(
                    checked(entry.orQuantity(), 0, Double.MAX_VALUE, false, n, shown, at));
        return Ref.none(wrong(State.UNKNOWN, r, shown, "a " + entry.refersTo(), at), at);
    }

    private Distribution distribution(
            Schema.AttributeEntry entry, Result r, @Nullable Expr shown, Origin at) {
        if (r instanceof Absent) return new Distribution.None(State.ABSENT, at);
        if (r instanceof Result.Dist d && shown != null)
            return new Distributions(compilation.problems()).of(d, shown, entry.unit(), at);
        Value v = value(entry, r, shown, at, false);
        return v.isKnown()
                ? new Distribution.Constant(v.si(), at)
                : new Distribution.None(State.UNKNOWN, at);
    }
}
