// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.json;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/**
 * Records of a design as trees, by reflection over their components; null means that nothing is
 * written.
 */
final class RecordWriter {
    private static final Map<String, Object> UNKNOWN = Map.of("unknown", true);

    private RecordWriter() {}

    static Map<String, Object> element(Element e) {
        Map<String, Object> m = fields((Record) e);
        Kind kind = e.getClass().getAnnotation(Kind.class);
        m.put("kind", kind.value());
        Header h = e.header();
        if (!h.lineage().isEmpty()) m.put("lineage", h.lineage());
        if (!h.parts().isEmpty())
            m.put("parts", h.parts().stream().map(RecordWriter::part).toList());
        if (!h.accepted().isEmpty())
            m.put(
                    "accepted",
                    h.accepted().stream()
                            .map(a -> Map.of("rule", a.rule(), "reason", a.reason()))
                            .toList());
        return m;
    }

    private static Map<String, Object> fields(Record r) {
        Map<String, Object> m = new TreeMap<>();
        for (RecordComponent c : r.getClass().getRecordComponents()) {
            if (c.getType() == Header.class) continue;
            Object tree = node(get(c, r));
            if (tree != null) m.put(Names.of(c), tree);
        }
        return m;
    }

    static Object get(RecordComponent c, Record r) {
        try {
            return c.getAccessor().invoke(r);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object node(Object o) {
        return switch (o) {
            case Value v -> v.isKnown() ? number(v) : state(v.state());
            case Choice<?> c -> c.literal() == null ? state(c.state()) : c.literal().name();
            case Flag f -> f.isKnown() ? (Object) f.on() : state(f.state());
            case Span s ->
                    s.isKnown() ? Map.of("low", s.low(), "high", s.high()) : state(s.state());
            case Ref<?> r ->
                    r.name() != null
                            ? r.name()
                            : r.quantity().isKnown()
                                    ? Map.of("quantity", number(r.quantity()))
                                    : state(r.state());
            case Distribution d -> distribution(d);
            case List<?> l -> l.isEmpty() ? null : l.stream().map(RecordWriter::item).toList();
            case Record r -> {
                Map<String, Object> m = fields(r);
                yield m.isEmpty() ? null : m;
            }
            default -> o.toString();
        };
    }

    private static @Nullable Object state(State s) {
        return s == State.UNKNOWN ? UNKNOWN : null;
    }

    private static Object number(Value v) {
        return v.spread() == 0 ? (Object) v.si() : Map.of("si", v.si(), "spread", v.spread());
    }

    private static @Nullable Object distribution(Distribution d) {
        return switch (d) {
            case Distribution.None n -> state(n.state());
            case Distribution.Constant c -> Map.of("constant", c.value());
            case Distribution.Uniform u ->
                    Map.of("uniform", Map.of("low", u.low(), "high", u.high()));
            case Distribution.Lognormal l ->
                    Map.of("lognormal", Map.of("median", l.median(), "sigma", l.sigma()));
            case Distribution.Poisson p -> Map.of("poisson", p.rate());
        };
    }

    private static Object item(Object o) {
        return switch (o) {
            case Named<?> n -> {
                Map<String, Object> m = fields(n.value());
                m.put("name", n.name());
                yield m;
            }
            case Placement p -> placement(p);
            case Requirement r -> requirement(r);
            case Value v -> v.isKnown() ? number(v) : UNKNOWN;
            default -> o.toString();
        };
    }

    private static Map<String, Object> part(Part p) {
        List<Object> runs = new ArrayList<>();
        for (Part.Run r : p.runs()) {
            Map<String, Object> m = new TreeMap<>();
            m.put("count", r.count().isKnown() ? number(r.count()) : UNKNOWN);
            m.put("type", r.type().name() == null ? UNKNOWN : r.type().name());
            runs.add(m);
        }
        return Map.of("role", p.role(), "runs", runs);
    }

    private static Map<String, Object> placement(Placement p) {
        Map<String, Object> m = new TreeMap<>();
        m.put("workload", p.workload().name() == null ? UNKNOWN : p.workload().name());
        m.put("host", address(p.host()));
        m.put("origin", p.origin().toString());
        return m;
    }

    private static Map<String, Object> address(Address a) {
        List<Object> steps = new ArrayList<>();
        for (Address.Step s : a.steps()) {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put("role", s.role());
            if (!s.all()) {
                m.put("from", s.from());
                m.put("to", s.to());
            }
            steps.add(m);
        }
        return Map.of("element", a.element(), "steps", steps);
    }

    private static Map<String, Object> requirement(Requirement r) {
        Map<String, Object> m = new TreeMap<>();
        m.put("text", r.text());
        m.put("left", term(r.left()));
        m.put("comparison", r.comparison());
        m.put("right", term(r.right()));
        m.put("unit", r.unit());
        m.put("workload", r.workload());
        m.put("origin", r.origin().toString());
        return m;
    }

    private static Object term(Term t) {
        return switch (t) {
            case Term.Number n -> n.si();
            case Term.MetricOf m -> Map.of("element", m.element(), "metric", m.metric());
            case Term.Operation o ->
                    Map.of(
                            "operator",
                            o.operator(),
                            "left",
                            term(o.left()),
                            "right",
                            term(o.right()));
        };
    }
}
