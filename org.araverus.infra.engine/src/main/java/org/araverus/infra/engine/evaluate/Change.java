// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import org.araverus.infra.engine.design.Origin;

/** How the inputs of an evaluation differ from what the text gives; for re-runs. */
@FunctionalInterface
interface Change {

    /** Nothing differs. */
    Change NONE = (cell, value, spread, origin) -> value;

    /**
     * The number that stands in an input's cell.
     *
     * @param value what the text gives
     * @param spread its half width
     */
    double of(int cell, double value, double spread, Origin origin);

    /** A plan whose inputs differ. */
    default Plan of(Plan plan) {
        double[] v = plan.values().clone();
        for (int i = 0; i < v.length; i++) {
            v[i] = of(i, v[i], plan.spreads()[i], plan.origins()[i]);
        }
        return plan.with(v);
    }

    /** This one, and another one after it. */
    default Change and(Change other) {
        return (cell, value, spread, origin) ->
                other.of(cell, of(cell, value, spread, origin), spread, origin);
    }
}
