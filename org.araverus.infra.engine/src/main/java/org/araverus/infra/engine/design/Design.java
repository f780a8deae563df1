// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a text describes, closed under reference: every element that a member reaches is in it.
 *
 * @param versions of schema, language and catalog
 * @param name the qualified name of the evaluate; empty for a design that is only checked
 * @param elements by qualified name
 * @param trace what the text says about each origin that is written
 * @param policy how findings count
 */
public record Design(
        Versions versions,
        String name,
        SortedMap<String, Element> elements,
        SortedMap<Origin, Trace> trace,
        Policy policy) {
    /** Version of the canonical JSON. */
    public static final int SCHEMA = 1;

    /** Versions that a result prints. */
    public record Versions(int schema, String language, String catalog) {}

    public Design {
        elements = Collections.unmodifiableSortedMap(new TreeMap<>(elements));
        trace = Collections.unmodifiableSortedMap(new TreeMap<>(trace));
    }

    /** Without a policy of its own. */
    public Design(
            Versions versions,
            String name,
            Map<String, Element> elements,
            Map<Origin, Trace> trace) {
        this(versions, name, new TreeMap<>(elements), new TreeMap<>(trace), Policy.NONE);
    }

    /** The same under another policy. */
    public Design with(Policy other) {
        return new Design(versions, name, elements, trace, other);
    }

    /** The element a reference leads to; throws {@link NotKnown} where it leads to none. */
    @SuppressWarnings("unchecked") // the compiler checks the kind of every reference
    public <T extends Element> T get(Ref<T> ref) {
        Element e = ref.name() == null ? null : elements.get(ref.name());
        if (e == null) throw new NotKnown(ref.origin());
        return (T) e;
    }

    /** The evaluate of this design; throws {@link NotKnown} in a design that is only checked. */
    public Evaluate evaluate() {
        if (elements.get(name) instanceof Evaluate e) return e;
        throw new NotKnown(new Origin(name, ""));
    }

    /**
     * What the text says about an origin, or about the nearest one around it; null if nothing does.
     */
    public @Nullable Trace traceOf(Origin origin) {
        for (Origin o = origin; ; ) {
            Trace t = trace.get(o);
            if (t != null || o.attribute().isEmpty()) return t;
            int dot = o.attribute().lastIndexOf('.');
            o = new Origin(o.element(), dot < 0 ? "" : o.attribute().substring(0, dot));
        }
    }
}
