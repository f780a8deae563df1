// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.units;

import org.araverus.infra.engine.units.Dimension;

/**
 * A unit: {@code si = number * factor + offset}.
 *
 * @param offset other than 0 for temperatures on a scale; such a unit stands right behind a literal
 *     only
 */
public record Unit(double factor, double offset, Dimension dimension) {
    public static final Unit ONE = new Unit(1, 0, Dimension.NONE);

    /** Product of powers; a zero point gets lost. */
    Unit times(Unit other, int power) {
        return new Unit(
                factor * Math.pow(other.factor, power),
                0,
                dimension.times(other.dimension.power(power)));
    }
}
