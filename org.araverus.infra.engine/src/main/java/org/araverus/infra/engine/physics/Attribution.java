// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/** What holds a result back: sensitivities from re-runs, and Amdahl's bounds. */
public final class Attribution {

    private static final String AMDAHL = "DOI 10.1145/1465482.1465560";

    private Attribution() {}

    /**
     * Elasticity of a time to a capacity, negated: how many per cent less time one per cent more
     * capacity gives, from runs with the capacity {@code step} up and down.
     */
    @Formula(
            id = "attribution.elasticity",
            unit = "1",
            source = "central difference of logarithms",
            text = "ln(t_down / t_up) / ln((1 + step) / (1 - step))")
    public static double elasticity(double down, double up, double step) {
        return Math.log(down / up) / Math.log((1 + step) / (1 - step));
    }

    /** Speed-up when a share of the time becomes {@code factor} times as fast. */
    @Formula(
            id = "attribution.amdahl",
            unit = "1",
            source = AMDAHL,
            text = "1 / (1 - share + share / factor)")
    public static double amdahl(double share, double factor) {
        return 1 / (1 - share + share / factor);
    }
}
