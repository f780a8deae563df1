// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.ModelFlops;
import org.araverus.infra.engine.physics.Roofline;
import org.araverus.infra.engine.physics.Sums;

/** Matrix products and operators of memory, by cells: where shapes lie and where times go. */
final class Products {

    private Products() {}

    /**
     * A number format: the cells of what a product in it reaches, and of the bytes of an operand
     * and of a stored weight.
     */
    private record Format(
            int peak, int compute, int memory, int overhead, int operand, int weight) {}

    private static final Format OWN =
            new Format(EFFECTIVE_PEAK, COMPUTE, MEMORY, LAUNCHED, OP_BYTES, WEIGHT_OPERAND);
    private static final Format WIDE =
            new Format(EFFECTIVE_PEAK_16, COMPUTE_16, MEMORY_16, LAUNCHED_16, BYTES, BYTES);
    private static final Format OF_EXPERTS =
            new Format(
                    EFFECTIVE_PEAK_EXPERT,
                    EXPERT_REACHED,
                    EXPERT_MEMORY,
                    LAUNCHED_EXPERT,
                    EXPERT_OPERAND,
                    EXPERT_WEIGHT);

    /** Forward pass of a product in the workload's number format. */
    static void forward(Frame f, int product, int m, int n, int k, int groups) {
        forward(f, product, m, n, k, groups, OWN);
    }

    /** Forward pass of a product that stays in 16 bits: router and head. */
    static void forward16(Frame f, int product, int m, int n, int k) {
        forward(f, product, m, n, k, ONE, WIDE);
    }

    /** Forward pass of products with matrices of their own that stay in 16 bits. */
    static void forward16(Frame f, int product, int m, int n, int k, int groups) {
        forward(f, product, m, n, k, groups, WIDE);
    }

    /** Forward pass of experts, in their number format. */
    static void forwardExperts(Frame f, int product, int m, int n, int k, int groups) {
        forward(f, product, m, n, k, groups, OF_EXPERTS);
    }

    private static void forward(
            Frame f, int product, int m, int n, int k, int groups, Format format) {
        double[] x = f.x;
        int in = format.operand;
        int weight = format.weight;
        f.set(product + FLOPS, ModelFlops.gemm(x[m], x[n], x[k]), "flops.gemm", m, n, k);
        f.set(
                product + FORWARD_BYTES,
                Roofline.gemmBytes(x[m], x[n], x[k], x[groups], x[in], x[weight], x[BYTES]),
                "op.gemm_bytes",
                m,
                n,
                k,
                groups,
                in,
                weight,
                BYTES);
        time(f, product + FORWARD, product + FLOPS, product + FORWARD_BYTES, format);
    }

    /**
     * Backward pass: the gradients to the input and to the weight, a product each. A weight that is
     * not trained has no gradient.
     */
    static void backward(Frame f, int product, int m, int n, int k, int groups) {
        own(f, product, m, n, k, groups, OWN);
    }

    /** Backward pass in 16 bits. */
    static void backward16(Frame f, int product, int m, int n, int k) {
        own(f, product, m, n, k, ONE, WIDE);
    }

    /** Backward pass of weights that are trained whatever else is not, in 16 bits. */
    static void backward16(Frame f, int product, int m, int n, int k, int groups) {
        inputGradient(f, product, m, n, k, groups, WIDE);
        weightGradient(f, product, m, n, k, groups, WIDE);
    }

    private static void own(Frame f, int product, int m, int n, int k, int groups, Format format) {
        inputGradient(f, product, m, n, k, groups, format);
        if (f.x[RANK] > 0) {
            f.same(product + BACKWARD, product + INPUT_GRADIENT);
        } else {
            weightGradient(f, product, m, n, k, groups, format);
        }
    }

    private static void inputGradient(
            Frame f, int product, int m, int n, int k, int groups, Format format) {
        double[] x = f.x;
        int in = format.operand;
        int weight = format.weight;
        f.set(
                product + INPUT_BYTES,
                Roofline.gemmBytes(x[m], x[k], x[n], x[groups], x[in], x[weight], x[BYTES]),
                "op.gemm_bytes",
                m,
                k,
                n,
                groups,
                in,
                weight,
                BYTES);
        time(f, product + INPUT_GRADIENT, product + FLOPS, product + INPUT_BYTES, format);
    }

    private static void weightGradient(
            Frame f, int product, int m, int n, int k, int groups, Format format) {
        double[] x = f.x;
        int in = format.operand;
        f.set(
                product + GRADIENT_BYTES,
                Roofline.gradientBytes(x[m], x[n], x[k], x[groups], x[in], x[GRADIENT]),
                "op.gradient_bytes",
                m,
                n,
                k,
                groups,
                in,
                GRADIENT);
        time(f, product + WEIGHT_GRADIENT, product + FLOPS, product + GRADIENT_BYTES, format);
        f.set(
                product + BACKWARD,
                Sums.two(x[product + INPUT_GRADIENT], x[product + WEIGHT_GRADIENT]),
                "sum.two",
                product + INPUT_GRADIENT,
                product + WEIGHT_GRADIENT);
    }

    private static void time(Frame f, int out, int flops, int bytes, Format format) {
        double[] x = f.x;
        f.set(
                out,
                Roofline.gemm(
                        x[flops],
                        x[bytes],
                        x[format.peak],
                        x[format.compute],
                        x[BANDWIDTH],
                        x[format.memory],
                        x[format.overhead]),
                "op.gemm",
                flops,
                bytes,
                format.peak,
                format.compute,
                BANDWIDTH,
                format.memory,
                format.overhead);
        if (format != WIDE && x[PRODUCT_TIME] != 1) times(f, out, PRODUCT_TIME, out);
    }

    /** Attention's core from its FLOPs and traffic. */
    static void core(Frame f, int out, int flops, int bytes) {
        double[] x = f.x;
        f.set(
                out,
                Roofline.gemm(
                        x[flops],
                        x[bytes],
                        x[EFFECTIVE_PEAK_ATTENTION],
                        x[ATT_REACHED],
                        x[BANDWIDTH],
                        x[ATTENTION_MEMORY],
                        x[LAUNCHED_16]),
                "op.gemm",
                flops,
                bytes,
                EFFECTIVE_PEAK_ATTENTION,
                ATT_REACHED,
                BANDWIDTH,
                ATTENTION_MEMORY,
                LAUNCHED_16);
    }

    /** Kernels that only move memory. */
    static void memory(Frame f, int out, int bytes, int kernels) {
        double[] x = f.x;
        f.set(
                out,
                Roofline.memory(x[bytes], x[BANDWIDTH], x[MEMORY_16], x[kernels], x[LAUNCHED_16]),
                "op.memory",
                bytes,
                BANDWIDTH,
                MEMORY_16,
                kernels,
                LAUNCHED_16);
    }

    static void sum(Frame f, int out, int a, int b) {
        f.set(out, Sums.two(f.x[a], f.x[b]), "sum.two", a, b);
    }

    static void sum(Frame f, int out, int a, int b, int c) {
        f.set(out, Sums.three(f.x[a], f.x[b], f.x[c]), "sum.three", a, b, c);
    }

    static void sum(Frame f, int out, int a, int b, int c, int d) {
        f.set(out, Sums.four(f.x[a], f.x[b], f.x[c], f.x[d]), "sum.four", a, b, c, d);
    }

    static void sum(Frame f, int out, int a, int b, int c, int d, int e) {
        double[] x = f.x;
        f.set(out, Sums.five(x[a], x[b], x[c], x[d], x[e]), "sum.five", a, b, c, d, e);
    }

    static void times(Frame f, int out, int n, int a) {
        f.set(out, Sums.times(f.x[n], f.x[a]), "sum.times", n, a);
    }
}
