// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.registry;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.engine.design.Choice;
import org.araverus.infra.engine.design.Distribution;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Flag;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Span;
import org.araverus.infra.engine.design.Spelled;
import org.araverus.infra.engine.design.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the language knows, read off the records of {@link org.araverus.infra.engine.design}: kinds,
 * their blocks and attributes, their metrics. A component without {@link Attribute} is structure
 * (header, placements, requirements) and does not appear.
 */
public final class Schema {
    /** What may stand behind an attribute's colon. */
    public enum ValueType {
        /** A quantity. */
        VALUE,
        /** A whole number without unit. */
        COUNT,
        /** A range of quantities. */
        SPAN,
        /** One of a few words. */
        CHOICE,
        /** {@code true} or {@code false}. */
        FLAG,
        /**
         * An element of one kind, or a quantity where {@link AttributeEntry#orQuantity} is given.
         */
        REF,
        /** A distribution, or a quantity. */
        DISTRIBUTION,
        /** A text. */
        TEXT,
        /** A list of texts. */
        TEXT_LIST,
        /** A list of quantities. */
        NUMBER_LIST
    }

    /** A member of a kind or of a block, under the name that people write. */
    public sealed interface Member permits AttributeEntry, BlockEntry, SettingsEntry {
        String name();

        String doc();

        /** The component of the record that it is read off. */
        RecordComponent component();
    }

    /**
     * An attribute.
     *
     * @param unit coherent SI unit; {@code "%"} for a ratio read in percent; empty for a pure
     *     number
     * @param min the least value in SI
     * @param max the greatest value in SI
     * @param literals of a choice, as people write them; else empty
     * @param refersTo keyword of the kind that a reference leads to; else null
     * @param orQuantity unit of the quantity that may stand in a reference's place; else empty
     */
    public record AttributeEntry(
            String name,
            String doc,
            ValueType type,
            String unit,
            double min,
            double max,
            List<Literal> literals,
            @Nullable String refersTo,
            String orQuantity,
            RecordComponent component)
            implements Member {}

    /** A literal of a choice: what people write and the constant that it means. */
    public record Literal(String text, Enum<?> constant) {}

    /**
     * A block: {@code power { … }}, or {@code tier pod { … }} if it is repeated.
     *
     * @param record the nested record
     */
    public record BlockEntry(
            String name,
            String doc,
            boolean repeated,
            Class<? extends Record> record,
            List<Member> members,
            RecordComponent component)
            implements Member {}

    /**
     * A block whose members are named by texts: {@code severity { "unused-let": off }}.
     *
     * @param literals what may stand behind the colon; empty where it is a text
     */
    public record SettingsEntry(
            String name, String doc, List<Literal> literals, RecordComponent component)
            implements Member {}

    /**
     * A metric, a group of metrics ({@code cost}), or a metric with percentiles ({@code ttft}).
     *
     * @param structural whether it (or, of a group, one inside) follows from the structure alone
     * @param members of a group, or the statistics of a distribution; else empty
     * @param group whether it has no value of its own
     */
    public record MetricEntry(
            String name,
            String doc,
            String unit,
            String formula,
            boolean structural,
            boolean group,
            List<MetricEntry> members) {}

    /** A kind of element: its keyword, its record, what it has. */
    public record KindEntry(
            String name,
            String doc,
            Class<? extends Record> record,
            List<Member> members,
            List<MetricEntry> metrics) {}

    private static final Schema BUILT_IN = new Schema(elements());

    private final Map<String, KindEntry> kinds;

    /** Reads records that carry {@link Kind}; in the order given. */
    public Schema(List<Class<? extends Record>> records) {
        Map<String, KindEntry> all = new LinkedHashMap<>();
        for (Class<? extends Record> record : records) {
            Kind kind = kindOf(record);
            all.put(
                    kind.value(),
                    new KindEntry(
                            kind.value(),
                            kind.doc(),
                            record,
                            members(record),
                            metrics(kind.metrics())));
        }
        kinds = Collections.unmodifiableMap(all);
    }

    /** The kinds of {@link Element}. */
    public static Schema builtIn() {
        return BUILT_IN;
    }

    /** These kinds and others. */
    public Schema with(List<Class<? extends Record>> records) {
        List<Class<? extends Record>> all = new ArrayList<>();
        kinds.values().forEach(k -> all.add(k.record()));
        all.addAll(records);
        return new Schema(all);
    }

    /** All kinds, in the order of their records. */
    public Collection<KindEntry> kinds() {
        return kinds.values();
    }

    /** The keywords of all kinds, and others beside them. */
    public Set<String> keywordsAnd(String... others) {
        Set<String> all = new HashSet<>(kinds.keySet());
        all.addAll(List.of(others));
        return Set.copyOf(all);
    }

    /** The kind of a keyword; null if there is none. */
    public @Nullable KindEntry kind(String keyword) {
        return kinds.get(keyword);
    }

    private static List<Class<? extends Record>> elements() {
        List<Class<? extends Record>> all = new ArrayList<>();
        for (Class<?> c : Element.class.getPermittedSubclasses())
            all.add(c.asSubclass(Record.class));
        return all;
    }

    private static Kind kindOf(Class<?> record) {
        Kind kind = record.getAnnotation(Kind.class);
        if (kind == null) throw new IllegalArgumentException(record.getName() + " has no @Kind");
        return kind;
    }

    // ---- attributes

    private static List<Member> members(Class<? extends Record> record) {
        List<Member> all = new ArrayList<>();
        for (RecordComponent c : record.getRecordComponents()) {
            Attribute a = c.getAnnotation(Attribute.class);
            if (a != null) all.add(member(c, a));
        }
        return List.copyOf(all);
    }

    private static Member member(RecordComponent c, Attribute a) {
        String name = Names.of(c);
        if (c.getType() == Map.class)
            return new SettingsEntry(name, a.doc(), literals(argument(c, 1)), c);
        Class<? extends Record> nested = nested(c);
        if (nested != null)
            return new BlockEntry(
                    name, a.doc(), c.getType() == List.class, nested, members(nested), c);
        return new AttributeEntry(
                name,
                a.doc(),
                valueType(c, a),
                a.unit(),
                a.min(),
                a.max(),
                c.getType() == Choice.class ? literals(argument(c, 0)) : List.of(),
                c.getType() == Ref.class ? kindOf(raw(argument(c, 0))).value() : null,
                a.orQuantity(),
                c);
    }

    /** The record of a block or of a list of named blocks; null if it is an attribute. */
    private static @Nullable Class<? extends Record> nested(RecordComponent c) {
        Class<?> type = c.getType();
        if (type == List.class
                && argument(c, 0) instanceof ParameterizedType p
                && raw(p) == Named.class)
            return raw(p.getActualTypeArguments()[0]).asSubclass(Record.class);
        boolean value =
                type == Value.class
                        || type == Span.class
                        || type == Flag.class
                        || type == Choice.class
                        || type == Ref.class;
        return type.isRecord() && !value ? type.asSubclass(Record.class) : null;
    }

    private static ValueType valueType(RecordComponent c, Attribute a) {
        Class<?> type = c.getType();
        if (type == Value.class) return a.whole() ? ValueType.COUNT : ValueType.VALUE;
        if (type == Span.class) return ValueType.SPAN;
        if (type == Choice.class) return ValueType.CHOICE;
        if (type == Flag.class) return ValueType.FLAG;
        if (type == Ref.class) return ValueType.REF;
        if (type == Distribution.class) return ValueType.DISTRIBUTION;
        if (type == String.class) return ValueType.TEXT;
        if (type == List.class && argument(c, 0) == String.class) return ValueType.TEXT_LIST;
        if (type == List.class && argument(c, 0) == Value.class) return ValueType.NUMBER_LIST;
        throw new IllegalArgumentException(
                c.getDeclaringRecord().getName() + "." + c.getName() + " has no value type");
    }

    private static List<Literal> literals(Type type) {
        if (!raw(type).isEnum()) return List.of();
        return Arrays.stream(raw(type).getEnumConstants())
                .map(
                        e ->
                                new Literal(
                                        e instanceof Spelled s ? s.text() : e.toString(),
                                        (Enum<?>) e))
                .toList();
    }

    private static Type argument(RecordComponent c, int i) {
        return ((ParameterizedType) c.getGenericType()).getActualTypeArguments()[i];
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType p ? (Class<?>) p.getRawType() : (Class<?>) type;
    }

    // ---- metrics

    private static List<MetricEntry> metrics(Class<? extends Record> record) {
        List<MetricEntry> all = new ArrayList<>();
        for (RecordComponent c : record.getRecordComponents()) {
            Metric m = c.getAnnotation(Metric.class);
            if (m != null) all.add(metric(c, m));
        }
        return List.copyOf(all);
    }

    private static MetricEntry metric(RecordComponent c, Metric m) {
        boolean nested = c.getType().isRecord() && c.getType() != Value.class;
        List<MetricEntry> members =
                nested ? metrics(c.getType().asSubclass(Record.class)) : List.of();
        return new MetricEntry(
                Names.of(c),
                m.doc(),
                m.unit(),
                m.formula(),
                m.structural() || members.stream().anyMatch(MetricEntry::structural),
                nested && m.unit().isEmpty(),
                members);
    }
}
