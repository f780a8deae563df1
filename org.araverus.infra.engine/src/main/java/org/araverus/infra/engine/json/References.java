// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.design.Address;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Term;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.registry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Whether the references of a design that was read lead to elements of their kinds. In a design
 * that was compiled they do.
 */
final class References {
    private final Map<String, Element> elements;

    private References(Map<String, Element> elements) {
        this.elements = elements;
    }

    /** Throws {@link Json.Mismatch} where one leads nowhere or to another kind. */
    static void check(Map<String, Element> elements) {
        References all = new References(elements);
        for (Element e : elements.values()) {
            for (Part p : e.header().parts())
                for (Part.Run r : p.runs()) all.ref(r.type(), Element.class);
            all.components((Record) e);
        }
    }

    private void components(Record r) {
        for (RecordComponent c : r.getClass().getRecordComponents()) {
            try {
                value(c.getAccessor().invoke(r), c.getGenericType());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(c + " cannot be read", e);
            }
        }
    }

    private void value(@Nullable Object o, Type type) {
        switch (o) {
            case Ref<?> ref -> ref(ref, (Class<?>) argument(type));
            case Placement p -> placement(p);
            case Requirement r -> requirement(r);
            case Named<?> n -> components((Record) n.value());
            case List<?> items -> items.forEach(i -> value(i, argument(type)));
            case Record r when r.getClass().isMemberClass() && !(r instanceof Term) ->
                    components(r);
            case null, default -> {}
        }
    }

    private static Type argument(Type generic) {
        return ((ParameterizedType) generic).getActualTypeArguments()[0];
    }

    private void placement(Placement p) {
        ref(p.workload(), Workload.class);
        Address host = p.host();
        element(host.element(), Element.class, p.origin());
    }

    private void requirement(Requirement r) {
        if (!r.workload().isEmpty()) element(r.workload(), Workload.class, r.origin());
        term(r.left(), r.origin());
        term(r.right(), r.origin());
    }

    private void term(Term t, Origin at) {
        switch (t) {
            case Term.MetricOf m -> {
                // of the whole, where no element is named
                if (!m.element().isEmpty()) element(m.element(), Element.class, at);
            }
            case Term.Operation o -> {
                term(o.left(), at);
                term(o.right(), at);
            }
            case Term.Number n -> {}
        }
    }

    private void ref(Ref<?> ref, Class<?> kind) {
        if (ref.isElement()) element(String.valueOf(ref.name()), kind, ref.origin());
    }

    private void element(String name, Class<?> kind, Origin at) {
        Element e = elements.get(name);
        if (e == null) throw new Json.Mismatch(at + " leads to " + name + ", which is not there");
        if (!kind.isInstance(e))
            throw new Json.Mismatch(
                    "%s leads to %s, which is a %s and no %s"
                            .formatted(at, name, word(e.getClass()), word(kind)));
    }

    private static String word(Class<?> kind) {
        Kind k = kind.getAnnotation(Kind.class);
        return k == null ? "element" : k.value();
    }
}
