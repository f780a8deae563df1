// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** A distribution of lengths or arrivals, in SI. */
public sealed interface Distribution {
    Origin origin();

    /** The mean; throws {@link NotKnown} where there is none. */
    double mean();

    /** A quantile; a share of 0.5, 0.95 or 0.99. Throws {@link NotKnown} where there is none. */
    default double quantile(double share) {
        double z = share == 0.5 ? 0 : share == 0.95 ? Z95 : Z99;
        return switch (this) {
            case Constant c -> c.value();
            case Uniform u -> u.low() + share * (u.high() - u.low());
            case Lognormal l -> l.median() * Math.exp(l.sigma() * z);
            case Poisson p -> p.rate() + z * Math.sqrt(p.rate());
            case None n -> n.mean();
        };
    }

    /** Standard normal quantile of 0.95. */
    double Z95 = 1.6448536269514722;

    /** Standard normal quantile of 0.99. */
    double Z99 = 2.3263478740408408;

    /** Nothing written, or something broken. */
    record None(State state, Origin origin) implements Distribution {
        @Override
        public double mean() {
            throw new NotKnown(origin);
        }
    }

    /** Always the same; also what a plain quantity means. */
    record Constant(double value, Origin origin) implements Distribution {
        @Override
        public double mean() {
            return value;
        }
    }

    /** Equally likely between two bounds. */
    record Uniform(double low, double high, Origin origin) implements Distribution {
        @Override
        public double mean() {
            return (low + high) / 2;
        }
    }

    /**
     * Lognormal by its median and the standard deviation of the logarithm; mean = median ·
     * exp(σ²/2).
     */
    record Lognormal(double median, double sigma, Origin origin) implements Distribution {
        @Override
        public double mean() {
            return median * Math.exp(sigma * sigma / 2);
        }
    }

    /** Independent arrivals at a mean rate. */
    record Poisson(double rate, Origin origin) implements Distribution {
        @Override
        public double mean() {
            return rate;
        }
    }
}
