// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.units.Show;
import org.jspecify.annotations.Nullable;

/** What was filled in where a text gives nothing. */
final class Assumptions {

    private final Map<Origin, Evaluation.Assumption> byOrigin = new HashMap<>();
    private final List<Evaluation.Assumption> all = new ArrayList<>();

    /** The value, or a default that is written down; a broken value stays broken. */
    Value or(Value v, double otherwise, String unit, String law) {
        if (!v.isAbsent()) return v;
        add(v.origin(), otherwise, unit, law);
        return Value.of(otherwise, v.origin());
    }

    /** Writes down the number that stands for an attribute, once. */
    void add(Origin origin, double value, String unit, String law) {
        if (!law.equals(law(origin))) add(origin, Show.value(value, unit), law);
    }

    /** Writes down what stands for an attribute, once. */
    void add(Origin origin, String value, String law) {
        Evaluation.Assumption a = new Evaluation.Assumption(origin.attribute(), value, law, origin);
        if (!a.equals(byOrigin.put(origin, a))) all.add(a);
    }

    /** The law by which an attribute was filled in; null where it was not. */
    @Nullable String law(Origin origin) {
        Evaluation.Assumption a = byOrigin.get(origin);
        return a == null ? null : a.law();
    }

    List<Evaluation.Assumption> all() {
        return List.copyOf(all);
    }
}
