// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * Bytes that the kinds of parallelism exchange, as the collectives count them.
 *
 * <p>{@code tokens} T of one micro-batch on the rank (after context parallelism), {@code bytes} of
 * an element.
 */
public final class ParallelTraffic {

    private static final String MEGATRON = "arXiv:1909.08053 section 3, arXiv:2205.05198 section 4";

    private ParallelTraffic() {}

    /** One all-reduce of tensor parallelism, or one all-gather or reduce-scatter of its halves. */
    @Formula(id = "comm.tensor_bytes", unit = "B", source = MEGATRON, text = "T h bytes")
    public static double tensor(double tokens, double hidden, double bytes) {
        return tokens * hidden * bytes;
    }

    /** One transfer between pipeline stages: each tensor-parallel rank sends its share. */
    @Formula(
            id = "comm.pipeline_bytes",
            unit = "B",
            source = "arXiv:2104.04473 section 4.1 (scatter and gather)",
            text = "T h bytes / t")
    public static double pipeline(double tokens, double hidden, double bytes, double tp) {
        return tokens * hidden * bytes / tp;
    }

    /** Keys and values that one rank passes on in one step of ring attention. */
    @Formula(
            id = "comm.context_bytes",
            unit = "B",
            source = "arXiv:2310.01889",
            text = "2 T k d bytes / min(t, k)")
    public static double context(
            double tokens, double kvHeads, double headDim, double bytes, double tp) {
        return 2 * tokens * kvHeads * headDim * bytes / Math.min(tp, kvHeads);
    }

    /** Tokens that one rank sends to experts, a copy for each; the way back is as large. */
    @Formula(
            id = "comm.expert_bytes",
            unit = "B",
            source = "arXiv:2006.16668 section 3",
            text = "T K h bytes / sp")
    public static double expert(
            double tokens, double topK, double hidden, double bytes, double sp) {
        return tokens * topK * hidden * bytes / sp;
    }

    /** Gradients that the copies reduce. */
    @Formula(
            id = "comm.gradient_bytes",
            unit = "B",
            source = "one gradient a parameter of the rank",
            text = "parameters bytes")
    public static double gradients(double parameters, double bytes) {
        return parameters * bytes;
    }

    /** Weights that the copies gather after the optimizer, or before use when they are sharded. */
    @Formula(
            id = "comm.weight_bytes",
            unit = "B",
            source = "arXiv:1910.02054 section 7",
            text = "parameters bytes")
    public static double weights(double parameters, double bytes) {
        return parameters * bytes;
    }
}
