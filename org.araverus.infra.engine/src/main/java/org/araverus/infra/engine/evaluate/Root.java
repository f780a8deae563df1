// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.function.DoubleUnaryOperator;

/**
 * A root between two ends: inverse quadratic interpolation that falls back to halving, as by T. R.
 * Chandrupatla, Advances in Engineering Software 28 (1997) 145.
 */
final class Root {

    private static final int ITERATIONS = 60;

    private Root() {}

    /**
     * Where a function of opposite signs at the ends is zero.
     *
     * @param precision of the root
     */
    static double between(DoubleUnaryOperator f, double low, double high, double precision) {
        double a = low; // the newest estimate
        double b = high; // on the other side of the root
        double c = high; // the estimate before
        double fa = f.applyAsDouble(a);
        double fb = f.applyAsDouble(b);
        double fc = fb;
        double t = 0.5;
        for (int i = 0; i < ITERATIONS; i++) {
            double x = a + t * (b - a);
            double fx = f.applyAsDouble(x);
            if (Math.signum(fx) == Math.signum(fa)) {
                c = a;
                fc = fa;
            } else {
                c = b;
                fc = fb;
                b = a;
                fb = fa;
            }
            a = x;
            fa = fx;
            double best = Math.abs(fa) < Math.abs(fb) ? a : b;
            double least = precision / (2 * Math.abs(b - a));
            if (least > 0.5 || fa == 0) return best;
            t = Math.min(1 - least, Math.max(least, next(a, fa, b, fb, c, fc)));
        }
        return a;
    }

    /** The share of the way from a to b: by a parabola through all three where that is safe. */
    private static double next(double a, double fa, double b, double fb, double c, double fc) {
        double xi = (a - b) / (c - b);
        double phi = (fa - fb) / (fc - fb);
        if (phi * phi >= xi || (1 - phi) * (1 - phi) >= 1 - xi) return 0.5;
        return fa / (fb - fa) * (fc / (fb - fc))
                + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb));
    }
}
