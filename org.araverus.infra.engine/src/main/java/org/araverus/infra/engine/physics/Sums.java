// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/** Sums and weighted sums; the unit is that of the terms. */
public final class Sums {

    private static final String SUM = "sum";

    private Sums() {}

    /** Two terms. */
    @Formula(id = "sum.two", unit = "", source = SUM, text = "a + b")
    public static double two(double a, double b) {
        return a + b;
    }

    /** Three terms. */
    @Formula(id = "sum.three", unit = "", source = SUM, text = "a + b + c")
    public static double three(double a, double b, double c) {
        return a + b + c;
    }

    /** Four terms. */
    @Formula(id = "sum.four", unit = "", source = SUM, text = "a + b + c + d")
    public static double four(double a, double b, double c, double d) {
        return a + b + c + d;
    }

    /** Five terms. */
    @Formula(id = "sum.five", unit = "", source = SUM, text = "a + b + c + d + e")
    public static double five(double a, double b, double c, double d, double e) {
        return a + b + c + d + e;
    }

    /** A difference. */
    @Formula(id = "sum.minus", unit = "", source = SUM, text = "a - b")
    public static double minus(double a, double b) {
        return a - b;
    }

    /** A multiple. */
    @Formula(id = "sum.times", unit = "", source = SUM, text = "n a")
    public static double times(double n, double a) {
        return n * a;
    }

    /** What the layers of two kinds and the ends of a stage come to. */
    @Formula(id = "sum.stage", unit = "", source = SUM, text = "m (n_d dense + n_m moe + ends)")
    public static double stage(
            double microBatches,
            double denseLayers,
            double dense,
            double moeLayers,
            double moe,
            double ends) {
        return microBatches * (denseLayers * dense + moeLayers * moe + ends);
    }
}
