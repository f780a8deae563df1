// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.compiler.Result.Num;
import org.araverus.infra.dsl.infra.Access;
import org.araverus.infra.dsl.infra.AttributeDefinition;
import org.araverus.infra.dsl.infra.BlockDefinition;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.Index;
import org.araverus.infra.dsl.infra.OverrideAt;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.infra.Reference;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Header;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.units.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * Overrides at an address ({@code racks[3].nodes.power.max: 9 kW}): the part's run is split, and
 * the run in the middle is of a type of its own, named by its address, which differs from the old
 * one in one attribute.
 */
final class Overrides {
    private final Compilation compilation;
    private final Effective element;
    private final Map<String, Element> elements;

    Overrides(Compilation compilation, Effective element, Map<String, Element> elements) {
        this.compilation = compilation;
        this.element = element;
        this.elements = elements;
    }

    /** One role on the way down. */
    private record Step(String role, @Nullable Index index) {}

    /** Changes the elements as the overrides say. */
    void apply() {
        for (OverrideAt o : element.overrides) {
            List<Step> steps = new ArrayList<>();
            List<String> attribute = new ArrayList<>();
            if (o.getValue() == null
                    || !split(o.getTarget(), steps, attribute)
                    || steps.isEmpty()
                    || attribute.isEmpty()) continue;
            String name = Names.qualified(element.element);
            Element changed = change(elements.get(name), name, steps, 0, attribute, o);
            if (changed != null) elements.put(name, changed);
        }
    }

    /** Roles first, then the attribute's path; false where something else comes between. */
    private static boolean split(@Nullable Expr path, List<Step> steps, List<String> attribute) {
        return switch (path) {
            case Reference r when r.getHead() instanceof Part p && !p.eIsProxy() ->
                    steps.add(new Step(p.getName(), null));
            case Index i -> {
                if (!split(i.getTarget(), steps, attribute)
                        || steps.isEmpty()
                        || !attribute.isEmpty()) yield false;
                Step last = steps.remove(steps.size() - 1);
                yield steps.add(new Step(last.role, i));
            }
            case Access a -> {
                if (a.getMember() == null
                        || a.getMember().eIsProxy()
                        || !split(a.getTarget(), steps, attribute)) yield false;
                yield switch (a.getMember()) {
                    case Part p when attribute.isEmpty() -> steps.add(new Step(p.getName(), null));
                    case AttributeDefinition d -> attribute.add(d.getName());
                    case BlockDefinition d -> attribute.add(d.getName());
                    default -> false;
                };
            }
            case null, default -> false;
        };
    }

    private @Nullable Element change(
            @Nullable Element e,
            String address,
            List<Step> steps,
            int depth,
            List<String> attribute,
            OverrideAt o) {
        if (e == null) return null;
        if (depth == steps.size()) return withAttribute(e, address, attribute, o);
        Step step = steps.get(depth);
        List<org.araverus.infra.engine.design.Part> parts = new ArrayList<>();
        boolean found = false;
        for (org.araverus.infra.engine.design.Part p : e.header().parts()) {
            boolean here = p.role().equals(step.role);
            found |= here;
            parts.add(here ? part(p, address, steps, depth, attribute, o) : p);
        }
        return found
                ? withHeader(
                        e, new Header(e.name(), parts, e.header().lineage(), e.header().accepted()))
                : null;
    }

    private org.araverus.infra.engine.design.Part part(
            org.araverus.infra.engine.design.Part p,
            String address,
            List<Step> steps,
            int depth,
            List<String> attribute,
            OverrideAt o) {
        Step step = steps.get(depth);
        double[] bounds = bounds(step.index, p);
        if (bounds == null) return p;
        String inner =
                address
                        + "."
                        + step.role
                        + (step.index == null ? "" : "[" + Names.text(step.index.getIndex()) + "]");
        List<org.araverus.infra.engine.design.Part.Run> runs = new ArrayList<>();
        double start = 0;
        for (org.araverus.infra.engine.design.Part.Run r : p.runs()) {
            double count = r.count().isKnown() ? r.count().si() : 0;
            double from = Math.max(bounds[0], start);
            double to = Math.min(bounds[1] + 1, start + count);
            Element type = r.type().name() == null ? null : elements.get(r.type().name());
            Element changed =
                    to > from && type != null
                            ? change(type, inner, steps, depth + 1, attribute, o)
                            : null;
            if (changed == null) runs.add(r);
            else
                cut(
                        runs,
                        r,
                        from - start,
                        to - from,
                        start + count - to,
                        variant(changed, type, inner, p));
            start += count;
        }
        return new org.araverus.infra.engine.design.Part(p.role(), runs, p.origin());
    }

    private static void cut(
            List<org.araverus.infra.engine.design.Part.Run> runs,
            org.araverus.infra.engine.design.Part.Run r,
            double before,
            double inside,
            double after,
            Ref<Element> variant) {
        Origin at = r.count().origin();
        if (before > 0)
            runs.add(new org.araverus.infra.engine.design.Part.Run(Value.of(before, at), r.type()));
        runs.add(new org.araverus.infra.engine.design.Part.Run(Value.of(inside, at), variant));
        if (after > 0)
            runs.add(new org.araverus.infra.engine.design.Part.Run(Value.of(after, at), r.type()));
    }

    /** The changed element under the name of its address, with the origins of the old one. */
    private Ref<Element> variant(
            Element changed, Element old, String name, org.araverus.infra.engine.design.Part p) {
        Header h = changed.header();
        List<String> lineage = new ArrayList<>(List.of(old.name()));
        lineage.addAll(h.lineage());
        elements.put(name, withHeader(changed, new Header(name, h.parts(), lineage, h.accepted())));
        return Ref.to(name, p.origin().child("type"));
    }

    private double @Nullable [] bounds(
            @Nullable Index index, org.araverus.infra.engine.design.Part p) {
        if (index == null) return new double[] {0, Double.MAX_VALUE};
        Result r = compilation.expressions().eval(index.getIndex(), element);
        double[] b =
                r instanceof Result.Interval i
                        ? new double[] {i.low().si(), i.high().si()}
                        : r instanceof Num n ? new double[] {n.si(), n.si()} : null;
        if (b == null) return null;
        double count = 0;
        for (org.araverus.infra.engine.design.Part.Run run : p.runs())
            count += run.count().isKnown() ? run.count().si() : 0;
        if (b[0] >= 0 && b[1] < count) return b;
        String many =
                p.role() + " has " + (long) count + ", counted from 0 to " + ((long) count - 1);
        compilation
                .problems()
                .error(
                        "slice-out-of-range",
                        "[" + Names.text(index.getIndex()) + "] leaves the part: " + many,
                        index.getIndex());
        return null;
    }

    private @Nullable Element withAttribute(
            Element e, String address, List<String> path, OverrideAt o) {
        Result r = compilation.expressions().eval(o.getValue(), element);
        if (!(r instanceof Num n)) {
            if (!(r instanceof Result.Unknown))
                compilation
                        .problems()
                        .error(
                                "not-a-number",
                                "an override at an address gives a number",
                                o.getValue());
            return null;
        }
        Origin at = new Origin(address, String.join(".", path));
        compilation.tracer().object(element, o.getValue(), null, at);
        return (Element) with((Record) e, path, 0, n, at, o);
    }

    private Record with(Record r, List<String> path, int depth, Num n, Origin at, OverrideAt o) {
        RecordComponent[] components = r.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            try {
                values[i] = components[i].getAccessor().invoke(r);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            if (!org.araverus.infra.engine.registry.Names.of(components[i]).equals(path.get(depth)))
                continue;
            if (depth < path.size() - 1 && values[i] instanceof Record inner)
                values[i] = with(inner, path, depth + 1, n, at, o);
            else if (values[i] instanceof Value old)
                values[i] = value(components[i], old, n, at, o);
        }
        try {
            return r.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Value value(RecordComponent c, Value old, Num n, Origin at, OverrideAt o) {
        org.araverus.infra.engine.registry.Attribute a =
                c.getAnnotation(org.araverus.infra.engine.registry.Attribute.class);
        if (n.dimension().equals(Dimension.parse(a.unit())))
            return Value.of(n.si(), n.spread(), at);
        String message =
                Names.text(o.getValue())
                        + ": "
                        + at.attribute()
                        + " is "
                        + Describe.article(Describe.dimension(Dimension.parse(a.unit())))
                        + compilation.unitsOf(a.unit())
                        + ", this is "
                        + Describe.article(Describe.dimension(n.dimension()));
        compilation.problems().error("unit-mismatch", message, o.getValue());
        return old;
    }

    private static Element withHeader(Element e, Header header) {
        RecordComponent[] components = e.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            try {
                values[i] =
                        types[i] == Header.class ? header : components[i].getAccessor().invoke(e);
            } catch (ReflectiveOperationException x) {
                throw new IllegalStateException(x);
            }
        }
        try {
            return (Element) e.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException x) {
            throw new IllegalStateException(x);
        }
    }
}
