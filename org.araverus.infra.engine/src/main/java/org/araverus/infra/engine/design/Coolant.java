// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/**
 * A liquid that carries heat; properties at 30 degC and ambient pressure.
 *
 * <p>Source: CoolProp 8.0.0 (water; water with propylene glycol, 25 % by mass).
 */
public enum Coolant {
    water(996, 4180, "water"),
    pg25(1015, 3945, "water with 25 % of propylene glycol");

    private final double density;
    private final double heatCapacity;
    private final String words;

    Coolant(double density, double heatCapacity, String words) {
        this.density = density;
        this.heatCapacity = heatCapacity;
        this.words = words;
    }

    /** kg/m^3. */
    public double density() {
        return density;
    }

    /** J/(kg K). */
    public double heatCapacity() {
        return heatCapacity;
    }

    /** What it is. */
    public String words() {
        return words;
    }
}
