// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import org.araverus.infra.engine.evaluate.Evaluation.Result;

/** The 90 % interval of a metric, beside its value. */
public final class Intervals {
    private Intervals() {}

    /** {@code 26.9 .. 35.3} in the unit of the value; empty where it is exact or not known. */
    public static String of(Result r, Numbers numbers) {
        return of(r, numbers, 1);
    }

    /** The same of one part of {@code n}. */
    static String of(Result r, Numbers numbers, double n) {
        if (Double.isNaN(r.value()) || !(r.low() < r.high())) return "";
        double like = r.value() / n;
        return numbers.like(r.low() / n, r.unit(), like)
                + " .. "
                + numbers.like(r.high() / n, r.unit(), like);
    }
}
