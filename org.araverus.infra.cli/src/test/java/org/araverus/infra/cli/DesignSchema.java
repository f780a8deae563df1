// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Choice;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Distribution;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Flag;
import org.araverus.infra.engine.design.Header;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Span;
import org.araverus.infra.engine.design.Term;
import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.json.Canonical;
import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;
import org.araverus.infra.engine.registry.Names;

/** The schema of a compiled design, read off the records it is made of. */
final class DesignSchema {
    private static final String DEFS = "#/$defs/";

    private DesignSchema() {}

    static String text() {
        Map<String, Object> defs = new TreeMap<>(shared());
        List<Object> kinds = new ArrayList<>();
        for (Class<?> c : Element.class.getPermittedSubclasses()) {
            Kind kind = c.getAnnotation(Kind.class);
            defs.put(kind.value(), element(c, kind));
            kinds.add(ref(kind.value()));
        }
        List<String> levels = List.of("off", "note", "warning", "danger", "error");
        Map<String, Object> top =
                object(
                        List.of("schema", "language", "catalog", "name", "elements", "trace"),
                        Map.of(
                                "severities", mapOf(Map.of("enum", levels)),
                                "accepted", mapOf(type("string")),
                                "schema", Map.of("const", Design.SCHEMA),
                                "language", type("string"),
                                "catalog", type("string"),
                                "name", type("string"),
                                "elements", mapOf(Map.of("oneOf", kinds)),
                                "trace", mapOf(ref("traced"))));
        top.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        top.put("title", "infra compile");
        top.put(
                "description",
                "A design as the engine reads it: all that one evaluate reaches, by qualified name,"
                        + " numbers in SI, with the place in the text behind each of them. What is"
                        + " not written is left out.");
        top.put("$defs", defs);
        return Canonical.write(top);
    }

    private static Object element(Class<?> record, Kind kind) {
        Map<String, Object> m = record(record);
        Map<String, Object> own = new TreeMap<>(properties(record));
        own.put("kind", Map.of("const", kind.value()));
        own.put("lineage", listOf(type("string")));
        own.put("accepted", listOf(strings("rule", "reason")));
        own.put(
                "parts",
                listOf(
                        object(
                                List.of("role", "runs"),
                                Map.of(
                                        "role",
                                        type("string"),
                                        "runs",
                                        listOf(
                                                object(
                                                        List.of("count", "type"),
                                                        Map.of(
                                                                "count", ref("value"),
                                                                "type", ref("reference"))))))));
        m.put("properties", own);
        m.put("required", List.of("kind"));
        m.put("description", kind.doc());
        return m;
    }

    private static Map<String, Object> record(Class<?> record) {
        return object(List.of(), properties(record));
    }

    private static Map<String, Object> properties(Class<?> record) {
        Map<String, Object> all = new TreeMap<>();
        for (RecordComponent c : record.getRecordComponents()) {
            if (c.getType() == Header.class) continue;
            Map<String, Object> m = new TreeMap<>(node(c.getType(), c.getGenericType()));
            Attribute a = c.getAnnotation(Attribute.class);
            if (a != null) m.put("description", a.doc() + unit(a));
            all.put(Names.of(c), m);
        }
        return all;
    }

    private static String unit(Attribute a) {
        return switch (a.unit()) {
            case "" -> "";
            case "%" -> ", as a plain ratio";
            case "degC" -> ", in K";
            default -> ", in " + a.unit();
        };
    }

    private static Map<String, Object> node(Class<?> type, Type generic) {
        if (type == Value.class) return ref("value");
        if (type == Flag.class) return Map.of("anyOf", List.of(type("boolean"), ref("unknown")));
        if (type == Span.class) return ref("range");
        if (type == Ref.class) return ref("reference");
        if (type == Distribution.class) return ref("distribution");
        if (type == Choice.class) return choice(argument(generic));
        if (type == List.class) return listOf(item(argument(generic)));
        return record(type);
    }

    private static Map<String, Object> choice(Type literals) {
        List<String> names =
                Arrays.stream(((Class<?>) literals).getEnumConstants())
                        .map(e -> ((Enum<?>) e).name())
                        .toList();
        return Map.of("anyOf", List.of(Map.of("enum", names), ref("unknown")));
    }

    private static Map<String, Object> item(Type type) {
        if (type == String.class) return type("string");
        if (type == Value.class) return ref("value");
        if (type == Placement.class) return ref("placement");
        if (type == Requirement.class) return ref("requirement");
        if (!(type instanceof ParameterizedType p) || p.getRawType() != Named.class)
            throw new IllegalArgumentException("a list of " + type + " has no schema");
        Map<String, Object> all = new TreeMap<>(properties((Class<?>) argument(type)));
        all.put("name", type("string"));
        return object(List.of("name"), all);
    }

    private static Type argument(Type generic) {
        return ((ParameterizedType) generic).getActualTypeArguments()[0];
    }

    private static Map<String, Object> shared() {
        Map<String, Object> m = new TreeMap<>();
        m.put("unknown", object(List.of("unknown"), Map.of("unknown", Map.of("const", true))));
        Map<String, Object> spread = numbers("si", "spread");
        spread.put("description", "A number and the half width of its 90 % interval");
        m.put("value", Map.of("anyOf", List.of(type("number"), spread, ref("unknown"))));
        m.put("range", Map.of("anyOf", List.of(numbers("low", "high"), ref("unknown"))));
        Map<String, Object> quantity =
                object(List.of("quantity"), Map.of("quantity", ref("value")));
        m.put("reference", Map.of("anyOf", List.of(type("string"), quantity, ref("unknown"))));
        m.put("distribution", distribution());
        m.put("placement", placement());
        m.put("requirement", requirement());
        m.put("term", term());
        m.put("traced", traced());
        return m;
    }

    private static Object distribution() {
        return Map.of(
                "anyOf",
                List.of(
                        numbers("constant"),
                        numbers("poisson"),
                        object(List.of("uniform"), Map.of("uniform", numbers("low", "high"))),
                        object(
                                List.of("lognormal"),
                                Map.of("lognormal", numbers("median", "sigma"))),
                        ref("unknown")));
    }

    private static Object placement() {
        Map<String, Object> step =
                object(
                        List.of("role"),
                        Map.of(
                                "role", type("string"),
                                "from", type("integer"),
                                "to", type("integer")));
        Map<String, Object> host =
                object(
                        List.of("element", "steps"),
                        Map.of("element", type("string"), "steps", listOf(step)));
        return object(
                List.of("workload", "host", "origin"),
                Map.of("workload", ref("reference"), "host", host, "origin", type("string")));
    }

    private static Object requirement() {
        Map<String, Object> m = strings("text", "comparison", "unit", "workload", "origin");
        Map<String, Object> properties = new TreeMap<>();
        for (String s : List.of("text", "comparison", "unit", "workload", "origin"))
            properties.put(s, type("string"));
        properties.put("comparison", Map.of("enum", Requirement.COMPARISONS));
        properties.put("left", ref("term"));
        properties.put("right", ref("term"));
        m.put("properties", properties);
        m.put("required", List.copyOf(properties.keySet()));
        return m;
    }

    private static Object term() {
        return Map.of(
                "anyOf",
                List.of(
                        type("number"),
                        strings("element", "metric"),
                        object(
                                List.of("operator", "left", "right"),
                                Map.of(
                                        "operator", Map.of("enum", Term.Operation.OPERATORS),
                                        "left", ref("term"),
                                        "right", ref("term")))));
    }

    private static Object traced() {
        List<String> how =
                Arrays.stream(Trace.How.values())
                        .map(h -> h.name().toLowerCase(java.util.Locale.ROOT))
                        .toList();
        Map<String, Object> place = new TreeMap<>(Map.of("file", type("string")));
        for (String s : List.of("line", "column", "length")) place.put(s, type("integer"));
        return object(
                List.of("how"),
                Map.of(
                        "how", Map.of("enum", how),
                        "place", object(List.of("file", "line", "column", "length"), place),
                        "from", type("string"),
                        "source", type("string"),
                        "unit", type("string")));
    }

    // ---- words of JSON Schema

    private static Map<String, Object> ref(String name) {
        return Map.of("$ref", DEFS + name);
    }

    private static Map<String, Object> type(String name) {
        return Map.of("type", name);
    }

    private static Map<String, Object> listOf(Object items) {
        return Map.of("type", "array", "items", items);
    }

    private static Map<String, Object> mapOf(Object values) {
        return Map.of("type", "object", "additionalProperties", values);
    }

    private static Map<String, Object> strings(String... names) {
        return all("string", names);
    }

    private static Map<String, Object> numbers(String... names) {
        return all("number", names);
    }

    private static Map<String, Object> all(String type, String... names) {
        Map<String, Object> properties = new TreeMap<>();
        for (String n : names) properties.put(n, type(type));
        return object(List.of(names), properties);
    }

    private static Map<String, Object> object(List<String> required, Map<String, ?> properties) {
        Map<String, Object> m = new TreeMap<>();
        m.put("type", "object");
        if (!required.isEmpty()) m.put("required", required);
        m.put("properties", properties);
        m.put("additionalProperties", false);
        return m;
    }
}
