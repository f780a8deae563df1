// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * Times of operators on one accelerator, from work and memory traffic.
 *
 * <p>{@code flops} F, {@code bytes} Q of device memory, {@code peak} P in FLOP/s, {@code bandwidth}
 * W in B/s, reached shares {@code compute} and {@code memory} of them, {@code overhead} in s a
 * kernel. Compute and traffic overlap partly: their times are added in quadrature, which follows
 * measured kernels near the ridge better than the larger of the two.
 */
public final class Roofline {

    private static final String FIT =
            "roofline (DOI 10.1145/1498765.1498785), blended as measured GEMM tables show";

    private Roofline() {}

    /** A matrix product, or any operator that computes and moves memory. */
    @Formula(
            id = "op.gemm",
            unit = "s",
            source = FIT,
            text = "overhead + hypot(F / (compute P), Q / (memory W))")
    public static double gemm(
            double flops,
            double bytes,
            double peak,
            double compute,
            double bandwidth,
            double memory,
            double overhead) {
        double computing = flops / (compute * peak);
        double moving = bytes / (memory * bandwidth);
        return overhead + Math.sqrt(computing * computing + moving * moving);
    }

    /** An operator that only moves memory: norms, residuals, activations, casts, the optimizer. */
    @Formula(
            id = "op.memory",
            unit = "s",
            source = "traffic over reached bandwidth",
            text = "kernels overhead + Q / (memory W)")
    public static double memory(
            double bytes, double bandwidth, double memory, double kernels, double overhead) {
        return kernels * overhead + bytes / (memory * bandwidth);
    }

    /** Share of the peak that attention reaches at this sequence. */
    @Formula(
            id = "op.attention_efficiency",
            unit = "1",
            source = "saturating curve fitted to measured attention kernels",
            text = "best s / (s + half)")
    public static double attentionEfficiency(double best, double sequence, double half) {
        return best * sequence / (sequence + half);
    }

    /** Share of the peak that kernels reach which no accelerator runs faster than a rate. */
    @Formula(
            id = "op.capped_efficiency",
            unit = "1",
            source = "kernels written for the instructions of an older accelerator",
            text = "min(reached, rate / P)")
    public static double cappedEfficiency(double reached, double rate, double peak) {
        return Math.min(reached, rate / peak);
    }

    /**
     * Bytes that matrix products of m x k with k x n move.
     *
     * @param groups products with matrices of their own (experts); m counts the rows of all
     */
    @Formula(
            id = "op.gemm_bytes",
            unit = "B",
            source = "each operand read once, the result written once",
            text = "bytes_in m k + bytes_weight groups k n + bytes_out m n")
    public static double gemmBytes(
            double m,
            double n,
            double k,
            double groups,
            double bytesIn,
            double bytesWeight,
            double bytesOut) {
        return bytesIn * m * k + bytesWeight * groups * k * n + bytesOut * m * n;
    }

    /** Bytes of the product that makes a weight's gradient and adds it in memory. */
    @Formula(
            id = "op.gradient_bytes",
            unit = "B",
            source = "both operands read once, the accumulated gradient read and written",
            text = "bytes_in m (k + n) + 2 gradient groups k n")
    public static double gradientBytes(
            double m, double n, double k, double groups, double bytesIn, double gradient) {
        return bytesIn * m * (k + n) + 2 * gradient * groups * k * n;
    }

    /** Rows that a grouped product works: those of each group padded to a tile. */
    @Formula(
            id = "op.padded_rows",
            unit = "1",
            source = "tiles of equal height, one group in each",
            text = "groups tile ceil(rows / (groups tile))")
    public static double paddedRows(double rows, double groups, double tile) {
        return groups * tile * Math.ceil(rows / (groups * tile));
    }

    /** Peak rate at the clock the device runs at. */
    @Formula(
            id = "op.clocked_peak",
            unit = "FLOP/s",
            source = "rate of matrix products follows the clock",
            text = "P clock")
    public static double clockedPeak(double peak, double clock) {
        return peak * clock;
    }

    /** Time of the work alone, without its traffic. */
    @Formula(id = "op.computing", unit = "s", source = "roofline", text = "F / (compute P)")
    public static double computing(double flops, double peak, double compute) {
        return flops / (compute * peak);
    }

    /** Share of the peak that a product of many groups reaches with so many rows in each. */
    @Formula(
            id = "op.grouped_efficiency",
            unit = "1",
            source = "saturating curve, half at half_rows",
            text = "best rows / (rows + half_rows)")
    public static double groupedEfficiency(double best, double rows, double halfRows) {
        return best * (rows / (rows + halfRows));
    }
}
