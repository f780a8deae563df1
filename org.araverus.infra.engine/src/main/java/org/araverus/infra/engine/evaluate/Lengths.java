// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import org.araverus.infra.engine.design.Distribution;

/** Moments of distributions of lengths. */
final class Lengths {

    private Lengths() {}

    /** Square of the coefficient of variation. */
    static double variation(Distribution d) {
        return switch (d) {
            case Distribution.Constant c -> 0;
            case Distribution.Uniform u -> {
                double width = u.high() - u.low();
                yield width * width / 12 / (u.mean() * u.mean());
            }
            case Distribution.Lognormal l -> Math.expm1(l.sigma() * l.sigma());
            case Distribution.Poisson p -> 1 / p.rate();
            case Distribution.None n -> n.mean();
        };
    }
}
