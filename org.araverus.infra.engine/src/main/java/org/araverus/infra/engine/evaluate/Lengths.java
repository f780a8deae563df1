// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import org.araverus.infra.engine.design.Distribution;

/** Moments and quantiles of distributions of lengths. */
final class Lengths {

    /** Standard normal quantiles of 0.5, 0.95, 0.99. */
    private static final double Z95 = 1.6448536269514722;

    private static final double Z99 = 2.3263478740408408;

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

    /** A quantile; share 0.5, 0.95 or 0.99. */
    static double quantile(Distribution d, double share) {
        return switch (d) {
            case Distribution.Constant c -> c.value();
            case Distribution.Uniform u -> u.low() + share * (u.high() - u.low());
            case Distribution.Lognormal l -> l.median() * Math.exp(l.sigma() * z(share));
            case Distribution.Poisson p -> p.rate() + z(share) * Math.sqrt(p.rate());
            case Distribution.None n -> n.mean();
        };
    }

    private static double z(double share) {
        return share == 0.5 ? 0 : share == 0.95 ? Z95 : Z99;
    }
}
