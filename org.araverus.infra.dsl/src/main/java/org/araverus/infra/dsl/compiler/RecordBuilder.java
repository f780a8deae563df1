// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Member;
import org.araverus.infra.dsl.infra.OverrideAt;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.engine.design.Choice;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Header;
import org.araverus.infra.engine.design.Mode;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Shape;
import org.araverus.infra.engine.design.State;
import org.araverus.infra.engine.registry.Schema;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;

/**
 * Makes the engine's record of an element through its canonical constructor, member by member as
 * the registry lists them.
 */
final class RecordBuilder {
    private static final Map<Class<?>, Shaped> SHAPES = new ConcurrentHashMap<>();

    private final Compilation compilation;
    private final Values values;
    private final Effective element;
    private final String name;

    RecordBuilder(Compilation compilation, Effective element) {
        this.compilation = compilation;
        this.values = new Values(compilation, element);
        this.element = element;
        this.name = element.name;
    }

    /** The record; null for what the engine has no record of (units, projects). */
    @Nullable Element build() {
        Schema.KindEntry kind = Schema.builtIn().kind(Elements.kind(element.element));
        if (kind == null) return null;
        compilation.tracer().element(element);
        if (!element.isVariant()) members();
        return (Element) record(kind.record(), kind.members(), element.body, new Origin(name, ""));
    }

    private Record record(
            Class<? extends Record> type, List<Schema.Member> members, Body body, Origin at) {
        Shaped shaped = SHAPES.computeIfAbsent(type, t -> Shaped.of(type, members));
        Object[] arguments = new Object[shaped.components.length];
        for (int i = 0; i < arguments.length; i++) {
            Schema.Member member = shaped.members[i];
            arguments[i] =
                    member == null
                            ? structural(shaped.components[i], at)
                            : member(member, body, at);
        }
        try {
            return shaped.constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    /** How a record is made; looked up once for each. */
    private record Shaped(
            Constructor<? extends Record> constructor,
            RecordComponent[] components,
            Schema.@Nullable Member[] members) {

        static Shaped of(Class<? extends Record> type, List<Schema.Member> members) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Schema.Member[] found = new Schema.Member[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                for (Schema.Member m : members)
                    if (m.component().getName().equals(components[i].getName())) found[i] = m;
            }
            try {
                return new Shaped(type.getDeclaredConstructor(types), components, found);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " cannot be made", e);
            }
        }
    }

    private Object member(Schema.Member member, Body body, Origin at) {
        Origin origin = at.child(member.name());
        return switch (member) {
            case Schema.BlockEntry b ->
                    b.repeated()
                            ? named(b, body.named.getOrDefault(b.name(), Map.of()), origin)
                            : record(b.record(), b.members(), block(body, b.name()), origin);
            case Schema.AttributeEntry a -> attribute(a, body, origin);
            case Schema.SettingsEntry t ->
                    throw new IllegalStateException(
                            t.name() + " are a project's, not an element's");
        };
    }

    /** A block; where the body is damaged, one that is not there may have been lost. */
    private static Body block(Body body, String name) {
        Body inner = body.blocks.get(name);
        if (inner != null) return inner;
        Body none = new Body();
        none.damaged = body.damaged;
        return none;
    }

    private Object attribute(Schema.AttributeEntry entry, Body body, Origin origin) {
        Written written = body.attributes.get(entry.name());
        if (written != null) compilation.tracer().attribute(element, written, origin);
        else if (entry.name().equals("shape")
                && element.element instanceof org.araverus.infra.dsl.infra.Topology)
            return shape(origin);
        return written == null && body.damaged
                ? values.lost(entry, origin)
                : values.of(entry, written, origin);
    }

    private List<Named<?>> named(Schema.BlockEntry entry, Map<String, Body> bodies, Origin at) {
        List<Named<?>> all = new ArrayList<>();
        bodies.forEach(
                (blockName, body) -> {
                    Origin origin = new Origin(at.element(), at.attribute() + " " + blockName);
                    if (body.written != null)
                        compilation.tracer().object(element, body.written, null, origin);
                    all.add(
                            new Named<>(
                                    blockName,
                                    record(entry.record(), entry.members(), body, origin),
                                    origin));
                });
        return all;
    }

    // ---- what is in the grammar

    private Object structural(RecordComponent c, Origin at) {
        if (c.getType() == Header.class) return header();
        return switch (c.getName()) {
            case "mode" -> mode(at.child("mode"));
            case "model" -> model(at.child("model"));
            case "requirements" -> requirements();
            case "placements" -> placements();
            default -> throw new IllegalStateException(c + " is neither attribute nor structure");
        };
    }

    private Header header() {
        List<org.araverus.infra.engine.design.Part> parts = new ArrayList<>();
        element.parts.forEach((role, part) -> parts.add(part(role, part)));
        if (element.partsLost) parts.add(Runs.lost(element));
        return new Header(name, parts, element.ancestors, Annotations.accepted(element.element));
    }

    private org.araverus.infra.engine.design.Part part(String role, Part part) {
        compilation.tracer().part(element, part, element.counts.get(role), new Origin(name, role));
        for (Runs.Run r : compilation.runs().of(element, role))
            if (r.type() != null) compilation.reach(r.type());
        return compilation.runs().part(element, role);
    }

    /** What its own members cannot mean. */
    private void members() {
        for (Member m : Elements.members(element.element)) {
            if (m instanceof OverrideAt o && o.getValue() != null && !Names.isBroken(o.getTarget()))
                change(o);
            if (m instanceof Part p && p.getType() != null && !p.getType().eIsProxy()) holds(p);
        }
    }

    private void change(OverrideAt o) {
        if (Change.of(o, element) != null) return;
        String message =
                Names.text(o.getTarget())
                        + " does not begin in "
                        + Names.shown(element.element)
                        + ": a value of another element is set where that is written";
        compilation.problems().error("override-outside-element", message, o.getTarget());
    }

    /** Says that an element is inside itself, by the part through which it is. */
    private void holds(Part p) {
        if (!compilation.runs().leadsBack(p, element)) return;
        String through =
                p.getType() == element.element ? "" : ", by way of " + Names.shown(p.getType());
        compilation
                .problems()
                .error(
                        "part-of-itself",
                        Names.shown(element.element) + " holds itself" + through,
                        p);
    }

    private List<Declaration> line() {
        List<Declaration> all = new ArrayList<>(List.of(element.element));
        all.addAll(element.lineage);
        return all;
    }

    private Choice<Mode> mode(Origin at) {
        for (Declaration d : line())
            if (d instanceof org.araverus.infra.dsl.infra.Workload w && isSet(w, "model"))
                return Choice.of(Mode.valueOf(w.getMode().getLiteral()), at);
        return Choice.none(State.ABSENT, at);
    }

    private Ref<org.araverus.infra.engine.design.Model> model(Origin at) {
        for (Declaration d : line())
            if (d instanceof org.araverus.infra.dsl.infra.Workload w && isSet(w, "model")) {
                compilation
                        .tracer()
                        .object(element, w, w.eClass().getEStructuralFeature("model"), at);
                return w.getModel() == null
                                || w.getModel().eIsProxy()
                                || compilation.isHidden(w.getModel())
                        ? Ref.none(State.UNKNOWN, at)
                        : Ref.to(compilation.reach(w.getModel()), at);
            }
        return Ref.none(State.ABSENT, at);
    }

    private Choice<Shape> shape(Origin at) {
        for (Declaration d : line())
            if (d instanceof org.araverus.infra.dsl.infra.Topology t && isSet(t, "shape")) {
                compilation
                        .tracer()
                        .object(element, t, t.eClass().getEStructuralFeature("shape"), at);
                String literal = Names.of(t.getShape());
                for (Shape s : Shape.values())
                    if (s.name().equals(literal)) return Choice.of(s, at);
                return Choice.none(State.UNKNOWN, at);
            }
        return Choice.none(State.ABSENT, at);
    }

    private static boolean isSet(Declaration d, String feature) {
        EStructuralFeature f = d.eClass().getEStructuralFeature(feature);
        return f != null && d.eIsSet(f);
    }

    private List<Requirement> requirements() {
        return new Requirements(compilation, element).all();
    }

    private List<Placement> placements() {
        return new Placements(compilation, element).all();
    }
}
