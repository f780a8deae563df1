// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.hover;

import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.units.Show;
import org.jspecify.annotations.Nullable;

/** Numbers in sentences. */
final class Quantities {
    private Quantities() {}

    /** {@code 31.1 s (28.9 .. 33.3)}: both ends of the 90 % interval in the unit of the value. */
    static String of(Result r) {
        String value = Show.value(r.value(), r.unit());
        if (Double.isNaN(r.value()) || !(r.low() < r.high())) return value;
        return value + " (" + interval(r.value(), r.low(), r.high(), r.unit()) + ")";
    }

    /** {@code 28.9 .. 33.3}, in the unit of the value. */
    static String interval(double value, double low, double high, String unit) {
        return Show.digits(low, unit, value) + " .. " + Show.digits(high, unit, value);
    }

    /** A value with its interval; empty where it is not known. */
    static String of(@Nullable Value v, String unit) {
        if (v == null || !v.isKnown()) return "";
        String value = Show.value(v.number(), unit);
        if (v.spread() == 0) return value;
        double low = v.number() - v.spread();
        double high = v.number() + v.spread();
        return value + " (90 %: " + interval(v.number(), low, high, unit) + ")";
    }

    /** Where a value comes from. */
    static String source(@Nullable Trace t) {
        if (t == null) return "";
        String from =
                switch (t.how()) {
                    case TYPED -> "";
                    case INHERITED -> t.from() == null ? "inherited" : "from `" + t.from() + "`";
                    case COMPUTED -> "computed";
                    case OVERRIDDEN -> "overridden at an address";
                };
        String source = t.source() == null ? "" : "source: " + t.source();
        if (from.isEmpty()) return source;
        return source.isEmpty() ? from : from + "; " + source;
    }
}
