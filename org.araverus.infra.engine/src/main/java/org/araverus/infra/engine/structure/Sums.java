// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.structure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Value;

/**
 * Sums over parts at any depth. Where a number is not known, or an element is inside itself, {@link
 * NotKnown}.
 */
public final class Sums {
    private final Facts facts;
    private final Map<String, Linear> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    public Sums(Facts facts) {
        this.facts = facts;
    }

    /** Elements of one kind inside; 1 if it is of that kind itself. */
    public Linear count(String element, Class<? extends Element> kind) {
        return once(
                "count of " + kind.getName(),
                element,
                () ->
                        facts.kind(element) == kind
                                ? one(element)
                                : parts(element, type -> count(type, kind)));
    }

    /** Accelerators inside. */
    public Linear accelerators(String element) {
        return count(element, Accelerator.class);
    }

    /** Elements of one type inside; 1 if it is of that type itself. */
    public Linear countOf(String element, String type) {
        return once(
                "number of " + type,
                element,
                () ->
                        element.equals(type)
                                ? one(element)
                                : parts(element, inner -> countOf(inner, type)));
    }

    /** The most that it draws, W: what is written, else the sum of its parts'. */
    public Linear nameplate(String element) {
        return once(
                "nameplate",
                element,
                () -> ownOrParts(element, facts.rated(element), this::nameplate));
    }

    /** What all of it costs, USD: what is written, else the sum of its parts'. */
    public Linear capex(String element) {
        return once("price", element, () -> ownOrParts(element, facts.price(element), this::capex));
    }

    private static Linear one(String element) {
        return Linear.of(Value.of(1, new Origin(element, "")));
    }

    private Linear ownOrParts(String element, Value own, Function<String, Linear> of) {
        return own.isAbsent() && !facts.parts(element).isEmpty()
                ? parts(element, of)
                : Linear.of(own);
    }

    private Linear parts(String element, Function<String, Linear> of) {
        Linear sum = Linear.ZERO;
        for (Part p : facts.parts(element))
            for (Part.Run r : p.runs())
                sum = sum.plus(Linear.of(r.count()).times(of.apply(r.typeName())));
        return sum;
    }

    private Linear once(String what, String element, Supplier<Linear> work) {
        String key = what + " in " + element;
        Linear before = known.get(key);
        if (before != null) return before;
        // inside itself: unknown, as a value that was never written
        if (!open.add(key)) return Linear.of(Value.unknown(new Origin(element, "")));
        try {
            Linear sum = work.get();
            known.put(key, sum);
            return sum;
        } finally {
            open.remove(key);
        }
    }
}
