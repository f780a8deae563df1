// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import org.araverus.infra.engine.design.Origin;

/** How the inputs of an evaluation differ from what the text gives; for re-runs. */
interface Change {

    /** Nothing differs. */
    Change NONE =
            new Change() {
                @Override
                public double of(int cell, double value, double spread, Origin origin) {
                    return value;
                }

                @Override
                public Plan of(Plan plan) {
                    return plan;
                }
            };

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
        Change first = this;
        return new Change() {
            @Override
            public double of(int cell, double value, double spread, Origin origin) {
                double once = first.of(cell, value, spread, origin);
                return other.of(cell, once, spread, origin);
            }

            @Override
            public Plan of(Plan plan) {
                return other.of(first.of(plan));
            }
        };
    }
}
