// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.registry;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.design.Choice;
import org.araverus.infra.engine.design.Distribution;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Flag;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Span;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.registry.Schema.AttributeEntry;
import org.araverus.infra.engine.registry.Schema.BlockEntry;
import org.araverus.infra.engine.registry.Schema.Member;

/**
 * An attribute of an element that has a value.
 *
 * @param path in the element: {@code power.limit}, {@code tier pod.endpoints}
 * @param value of the attribute's type: a {@link Value}, a {@link Ref}, a list of texts, ...
 */
public record Written(String path, AttributeEntry attribute, Object value) {

    /** All that an element says, in the order of its record. */
    public static List<Written> of(Element element) {
        List<Written> all = new ArrayList<>();
        Schema.KindEntry kind =
                Schema.builtIn().kind(element.getClass().getAnnotation(Kind.class).value());
        if (kind != null) members(kind.members(), (Record) element, "", all);
        return all;
    }

    private static void members(
            List<Member> members, Record of, String prefix, List<Written> into) {
        for (Member m : members) {
            Object value = get(m, of);
            if (m instanceof AttributeEntry a && isWritten(value))
                into.add(new Written(prefix + a.name(), a, value));
            if (m instanceof BlockEntry b) block(b, value, prefix, into);
        }
    }

    private static void block(BlockEntry b, Object value, String prefix, List<Written> into) {
        String path = prefix + b.name();
        if (!b.repeated()) members(b.members(), (Record) value, path + ".", into);
        else
            for (Object o : (List<?>) value) {
                Named<?> named = (Named<?>) o;
                members(b.members(), (Record) named.value(), path + " " + named.name() + ".", into);
            }
    }

    private static boolean isWritten(Object value) {
        return switch (value) {
            case Value v -> v.isKnown();
            case Span s -> s.isKnown();
            case Choice<?> c -> c.isKnown();
            case Flag f -> f.isKnown();
            case Ref<?> r -> r.isKnown();
            case List<?> l -> !l.isEmpty();
            case String s -> !s.isEmpty();
            case Distribution.None n -> false;
            default -> true;
        };
    }

    private static Object get(Member m, Record of) {
        try {
            return m.component().getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
