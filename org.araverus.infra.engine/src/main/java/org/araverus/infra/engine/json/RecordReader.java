// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Address;
import org.araverus.infra.engine.design.Choice;
import org.araverus.infra.engine.design.Distribution;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Flag;
import org.araverus.infra.engine.design.Header;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Span;
import org.araverus.infra.engine.design.State;
import org.araverus.infra.engine.design.Term;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.registry.Kind;
import org.araverus.infra.engine.registry.Names;
import org.jspecify.annotations.Nullable;

/** Trees as records of a design; origins follow from where a value stands. */
final class RecordReader {
    private static final Map<String, Class<?>> KINDS = new TreeMap<>();

    static {
        for (Class<?> c : Element.class.getPermittedSubclasses())
            KINDS.put(c.getAnnotation(Kind.class).value(), c);
    }

    private RecordReader() {}

    static Element element(String name, Map<String, Object> m) {
        String kind = Json.text(m, "kind");
        Class<?> type = KINDS.get(kind);
        if (type == null) throw new Json.Mismatch(name + ": kind " + kind + " is not known");
        return (Element) record(type, m, new Origin(name, ""), header(name, m));
    }

    private static Header header(String name, Map<String, Object> m) {
        List<Part> parts = new ArrayList<>();
        for (Object p : Json.list(m, "parts")) parts.add(part(name, Json.asObject(p, "part")));
        List<Header.Accepted> accepted = new ArrayList<>();
        for (Object a : Json.list(m, "accepted")) {
            Map<String, Object> o = Json.asObject(a, "accepted");
            accepted.add(new Header.Accepted(Json.text(o, "rule"), Json.text(o, "reason")));
        }
        return new Header(
                name,
                parts,
                Json.list(m, "lineage").stream().map(String::valueOf).toList(),
                accepted);
    }

    private static Part part(String element, Map<String, Object> m) {
        String role = Json.text(m, "role");
        Origin at = new Origin(element, role);
        List<Part.Run> runs = new ArrayList<>();
        for (Object o : Json.list(m, "runs")) {
            Map<String, Object> r = Json.asObject(o, "run");
            runs.add(
                    new Part.Run(
                            value(r.get("count"), at.child("count")),
                            ref(r.get("type"), at.child("type"))));
        }
        return new Part(role, runs, at);
    }

    private static Record record(
            Class<?> type, Map<String, Object> m, Origin at, @Nullable Header header) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent c = components[i];
            types[i] = c.getType();
            String name = Names.of(c);
            values[i] =
                    header != null && c.getType() == Header.class
                            ? header
                            : node(c.getType(), c.getGenericType(), m.get(name), at.child(name));
        }
        try {
            return (Record) type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static Object node(Class<?> type, Type generic, @Nullable Object o, Origin at) {
        if (type == Value.class) return value(o, at);
        if (type == Choice.class) return choice(argument(generic), o, at);
        if (type == Flag.class)
            return o instanceof Boolean b ? Flag.of(b, at) : Flag.none(state(o, at), at);
        if (type == Span.class) return span(o, at);
        if (type == Ref.class) return ref(o, at);
        if (type == Distribution.class) return distribution(o, at);
        if (type == List.class) return list(generic, o, at);
        return record(type, o == null ? Map.of() : Json.asObject(o, at.toString()), at, null);
    }

    private static Type argument(Type generic) {
        return ((ParameterizedType) generic).getActualTypeArguments()[0];
    }

    private static State state(@Nullable Object o, Origin at) {
        if (o == null) return State.ABSENT;
        if (o instanceof Map<?, ?> m && m.containsKey("unknown")) return State.UNKNOWN;
        throw new Json.Mismatch(at + " holds something else than its type");
    }

    private static Value value(@Nullable Object o, Origin at) {
        if (o instanceof Double d) return Value.of(d, at);
        if (o instanceof Map<?, ?> && Json.asObject(o, at.toString()).containsKey("si")) {
            Map<String, Object> m = Json.asObject(o, at.toString());
            return Value.of(Json.number(m, "si"), Json.number(m, "spread"), at);
        }
        return state(o, at) == State.ABSENT ? Value.absent(at) : Value.unknown(at);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the component's type argument is an enum
    private static Choice<?> choice(Type literals, @Nullable Object o, Origin at) {
        if (!(o instanceof String s)) return Choice.none(state(o, at), at);
        for (Object e : ((Class<?>) literals).getEnumConstants())
            if (((Enum<?>) e).name().equals(s)) return Choice.of((Enum) e, at);
        throw new Json.Mismatch(at + ": " + s + " is not known");
    }

    private static Span span(@Nullable Object o, Origin at) {
        if (o instanceof Map<?, ?> m && m.containsKey("low")) {
            Map<String, Object> s = Json.asObject(o, at.toString());
            return Span.of(Json.number(s, "low"), Json.number(s, "high"), at);
        }
        return Span.none(state(o, at), at);
    }

    private static <T extends Element> Ref<T> ref(@Nullable Object o, Origin at) {
        if (o instanceof String s) return Ref.to(s, at);
        if (o instanceof Map<?, ?> m && m.containsKey("quantity"))
            return Ref.quantity(value(m.get("quantity"), at));
        return Ref.none(state(o, at), at);
    }

    private static Distribution distribution(@Nullable Object o, Origin at) {
        if (!(o instanceof Map<?, ?>) || Json.asObject(o, "").containsKey("unknown"))
            return new Distribution.None(state(o, at), at);
        Map<String, Object> m = Json.asObject(o, at.toString());
        if (m.containsKey("constant"))
            return new Distribution.Constant(Json.number(m, "constant"), at);
        if (m.containsKey("poisson"))
            return new Distribution.Poisson(Json.number(m, "poisson"), at);
        if (m.containsKey("uniform")) {
            Map<String, Object> u = Json.object(m, "uniform");
            return new Distribution.Uniform(Json.number(u, "low"), Json.number(u, "high"), at);
        }
        Map<String, Object> l = Json.object(m, "lognormal");
        return new Distribution.Lognormal(Json.number(l, "median"), Json.number(l, "sigma"), at);
    }

    private static List<?> list(Type generic, @Nullable Object o, Origin at) {
        if (o == null) return List.of();
        if (!(o instanceof List<?> items)) throw new Json.Mismatch(at + " is not a list");
        Type item = argument(generic);
        List<Object> all = new ArrayList<>();
        for (Object i : items) all.add(item(item, i, at, all.size()));
        return List.copyOf(all);
    }

    private static Object item(Type type, @Nullable Object o, Origin at, int index) {
        if (o == null) throw new Json.Mismatch(at + "[" + index + "] is empty");
        if (type == String.class) return o.toString();
        if (type == Value.class) return value(o, at);
        if (type == Placement.class) return placement(Json.asObject(o, "placement"));
        if (type == Requirement.class) return requirement(Json.asObject(o, "requirement"));
        Map<String, Object> m = Json.asObject(o, at + "[" + index + "]");
        String name = Json.text(m, "name");
        Origin inner = new Origin(at.element(), at.attribute() + " " + name);
        return new Named<>(name, record((Class<?>) argument(type), m, inner, null), inner);
    }

    private static Placement placement(Map<String, Object> m) {
        Origin at = Origin.parse(Json.text(m, "origin"));
        Map<String, Object> host = Json.object(m, "host");
        Address a = new Address(Json.text(host, "element"), List.of());
        for (Object s : Json.list(host, "steps")) {
            Map<String, Object> step = Json.asObject(s, "step");
            boolean all = !step.containsKey("from");
            a =
                    a.step(
                            Json.text(step, "role"),
                            all ? 0 : (long) Json.number(step, "from"),
                            all ? -1 : (long) Json.number(step, "to"));
        }
        return new Placement(ref(m.get("workload"), at.child("workload")), a, at);
    }

    private static Requirement requirement(Map<String, Object> m) {
        return new Requirement(
                Json.text(m, "text"),
                term(m.get("left")),
                Json.oneOf(m, "comparison", Requirement.COMPARISONS),
                term(m.get("right")),
                Json.text(m, "unit"),
                Json.text(m, "workload"),
                Origin.parse(Json.text(m, "origin")));
    }

    private static Term term(@Nullable Object o) {
        if (o instanceof Double d) return new Term.Number(d);
        Map<String, Object> m = Json.asObject(o, "a side of a requirement");
        if (m.containsKey("metric"))
            return new Term.MetricOf(Json.text(m, "element"), Json.text(m, "metric"));
        return new Term.Operation(
                Json.oneOf(m, "operator", Term.Operation.OPERATORS),
                term(m.get("left")),
                term(m.get("right")));
    }
}
