// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * Memory of activations kept for the backward pass on one accelerator, in bytes.
 *
 * <p>Two counts. The <em>2022</em> forms are those of Megatron-LM with 16-bit numbers, dropout,
 * biases, f = 4 h and attention whose scores are stored. The <em>general</em> forms are for kernels
 * that store no scores, with gates, grouped heads and experts.
 *
 * <p>Shapes: {@code sequence} s, {@code microBatch} b, {@code hidden} h, {@code heads} a, {@code
 * tp} t. Context parallelism shortens {@code tokens} of the rank. One layer and one micro-batch
 * unless said otherwise.
 */
public final class ActivationMemory {

    private static final String KORTHIKANTI = "arXiv:2205.05198 section 4";
    private static final String SAVED = "tensors the backward pass of each operator reads";

    private ActivationMemory() {}

    /** The 2022 form with tensor parallelism alone. */
    @Formula(
            id = "memory.activations_2022_tp",
            unit = "B",
            source = KORTHIKANTI + ".2",
            text = "s b h (10 + 24 / t + 5 a s / (h t))")
    public static double tensorParallel2022(
            double sequence, double microBatch, double hidden, double heads, double tp) {
        return sequence
                * microBatch
                * hidden
                * (10 + 24 / tp + 5 * heads * sequence / (hidden * tp));
    }

    /** The 2022 form with tensor and sequence parallelism. */
    @Formula(
            id = "memory.activations_2022_sp",
            unit = "B",
            source = KORTHIKANTI + ".2.2",
            text = "(s b h / t) (34 + 5 a s / h)")
    public static double sequenceParallel2022(
            double sequence, double microBatch, double hidden, double heads, double tp) {
        return sequence * microBatch * hidden / tp * (34 + 5 * heads * sequence / hidden);
    }

    /** The 2022 form with tensor parallelism and the core of attention recomputed. */
    @Formula(
            id = "memory.activations_2022_tp_selective",
            unit = "B",
            source = KORTHIKANTI + " and section 5",
            text = "s b h (10 + 24 / t)")
    public static double selective2022(
            double sequence, double microBatch, double hidden, double tp) {
        return sequence * microBatch * hidden * (10 + 24 / tp);
    }

    /** The 2022 form with tensor and sequence parallelism and the core recomputed. */
    @Formula(
            id = "memory.activations_2022_sp_selective",
            unit = "B",
            source = KORTHIKANTI + " and section 5",
            text = "34 s b h / t")
    public static double sequenceParallelSelective2022(
            double sequence, double microBatch, double hidden, double tp) {
        return 34 * sequence * microBatch * hidden / tp;
    }

    /** Attention and the norms of one layer, all tensors the backward pass reads. */
    @Formula(
            id = "memory.activations_attention",
            unit = "B",
            source = SAVED,
            text = "T (bytes (3 h / sp + (2 a d + 2 k d) / t) + 4 a / t)")
    public static double attention(
            double tokens,
            double hidden,
            double heads,
            double kvHeads,
            double headDim,
            double bytes,
            double tp,
            double sp) {
        // two norm inputs and the projection's input; queries, keys, values and the output; the
        // softmax keeps one fp32 statistic a head
        double replicated = 3 * hidden / sp;
        double cut = (2 * heads * headDim + 2 * kvHeads * headDim) / tp;
        return tokens * (bytes * (replicated + cut) + 4 * heads / tp);
    }

    /** Latent attention and the norms of one layer, keys and values expanded. */
    @Formula(
            id = "memory.activations_latent_attention",
            unit = "B",
            source = SAVED,
            text =
                    "T (bytes (3 h / sp + 2 (q_r + kv_r) + d_r"
                            + " + a (2 d_n + 2 d_r + 2 d_v) / t) + 4 a / t)")
    public static double latentAttention(
            double tokens,
            double hidden,
            double heads,
            double queryRank,
            double kvRank,
            double nopeDim,
            double ropeDim,
            double valueDim,
            double bytes,
            double tp,
            double sp) {
        // the compressed vectors are kept before and after their norms
        double replicated = 3 * hidden / sp + 2 * (queryRank + kvRank) + ropeDim;
        double cut = heads * (2 * nopeDim + 2 * ropeDim + 2 * valueDim) / tp;
        return tokens * (bytes * (replicated + cut) + 4 * heads / tp);
    }

    /**
     * Feed-forward block of one layer: its input and the tensors between its matrices.
     *
     * @param inner tensors of width f kept: 3 with a gate (gate, up, product), 2 without
     */
    @Formula(
            id = "memory.activations_mlp",
            unit = "B",
            source = SAVED,
            text = "T bytes (h / sp + inner f / t)")
    public static double mlp(
            double tokens,
            double hidden,
            double ffn,
            double inner,
            double bytes,
            double tp,
            double sp) {
        return tokens * bytes * (hidden / sp + inner * ffn / tp);
    }

    /**
     * Experts of one layer with balanced routing: the tokens as dispatched and as they come back,
     * and the tensors between the matrices of the experts visited.
     */
    @Formula(
            id = "memory.activations_experts",
            unit = "B",
            source = SAVED,
            text = "T bytes (h / sp + (2 K h + inner (K f_e + n_s f_s)) / t)")
    public static double experts(
            double tokens,
            double hidden,
            double topK,
            double expertFfn,
            double sharedExperts,
            double sharedFfn,
            double inner,
            double bytes,
            double tp,
            double sp) {
        double visited = inner * (topK * expertFfn + sharedExperts * sharedFfn);
        return tokens * bytes * (hidden / sp + (2 * topK * hidden + visited) / tp);
    }

    /** What full recomputation keeps of a layer: its input. */
    @Formula(
            id = "memory.activations_checkpoint",
            unit = "B",
            source = KORTHIKANTI + " and section 5",
            text = "T h bytes / sp")
    public static double checkpoint(double tokens, double hidden, double bytes, double sp) {
        return tokens * hidden * bytes / sp;
    }

    /** Logits and their gradient on the last stage. */
    @Formula(
            id = "memory.logits",
            unit = "B",
            source = "cross-entropy over a vocabulary cut by tensor parallelism",
            text = "T V bytes / t")
    public static double logits(double tokens, double vocab, double bytes, double tp) {
        return tokens * vocab * bytes / tp;
    }

    /** Micro-batches whose activations stage {@code stage} (0 first) holds at once under 1F1B. */
    @Formula(
            id = "memory.in_flight",
            unit = "1",
            source = "arXiv:2104.04473 section 2.2.1",
            text = "min(m, p - stage)")
    public static double inFlight(double microBatches, double stages, double stage) {
        return Math.min(microBatches, stages - stage);
    }

    /**
     * Chunks whose activations stage {@code stage} holds at once under interleaved 1F1B with {@code
     * chunks} chunks a stage; with one chunk use {@link #inFlight}.
     */
    @Formula(
            id = "memory.chunks_in_flight",
            unit = "1",
            source =
                    "arXiv:2205.05198 section 4.2.3; warm-up of the interleaved schedule plus the"
                            + " chunk in work",
            text = "min(m v, 2 (p - 1 - stage) + (v - 1) p + 1)")
    public static double chunksInFlight(
            double microBatches, double stages, double chunks, double stage) {
        return Math.min(
                microBatches * chunks, 2 * (stages - 1 - stage) + (chunks - 1) * stages + 1);
    }
}
