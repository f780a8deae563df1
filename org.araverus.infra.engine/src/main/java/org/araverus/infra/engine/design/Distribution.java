// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** A distribution of lengths or arrivals, in SI. */
public sealed interface Distribution {
    Origin origin();

    /** The mean; throws {@link NotKnown} where there is none. */
    double mean();

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
