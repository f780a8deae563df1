// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.structure;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Value;

/**
 * A number in SI that values came to, and how it moves with each of them, to first order.
 *
 * @param slopes derivatives by the origin of the value
 */
public record Linear(double si, SortedMap<Origin, Double> slopes) {
    static final Linear ZERO = new Linear(0, new TreeMap<>());

    public Linear {
        slopes = Collections.unmodifiableSortedMap(new TreeMap<>(slopes));
    }

    /** A value itself; throws {@link org.araverus.infra.engine.design.NotKnown}. */
    static Linear of(Value v) {
        return new Linear(v.si(), new TreeMap<>(Map.of(v.origin(), 1.0)));
    }

    Linear plus(Linear other) {
        SortedMap<Origin, Double> sum = new TreeMap<>(slopes);
        other.slopes.forEach((o, s) -> sum.merge(o, s, Double::sum));
        return new Linear(si + other.si, sum);
    }

    Linear times(Linear other) {
        SortedMap<Origin, Double> all = new TreeMap<>();
        slopes.forEach((o, s) -> all.merge(o, s * other.si, Double::sum));
        other.slopes.forEach((o, s) -> all.merge(o, s * si, Double::sum));
        return new Linear(si * other.si, all);
    }
}
