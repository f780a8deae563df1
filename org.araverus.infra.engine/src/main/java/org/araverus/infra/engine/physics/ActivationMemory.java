// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * Memory of activations kept for the backward pass on one accelerator, in bytes.
 *
 * <p>The parts of a layer add up: attention and feed-forward block always; for kernels that store
 * no scores the softmax statistics; for those of 2022, which store them, scores and dropout masks.
 * With f = 4 h, 16 bits and no gate the sum of the latter is the closed form of arXiv:2205.05198,
 * (s b h / t) (34 + 5 a s / h).
 *
 * <p>Shapes: {@code tokens} T of one micro-batch on the rank (context parallelism shortens them),
 * {@code hidden} h, {@code heads} a, {@code tp} t, {@code sp} the ranks that share norms (t with
 * sequence parallelism, else 1). One layer and one micro-batch unless said otherwise.
 */
public final class ActivationMemory {

    private static final String KORTHIKANTI = "arXiv:2205.05198 section 4";
    private static final String SAVED = "tensors the backward pass of each operator reads";

    private ActivationMemory() {}

    /** Attention and the norms of one layer, all tensors the backward pass reads. */
    @Formula(
            id = "memory.activations_attention",
            unit = "B",
            source = SAVED,
            text = "T bytes (3 h / sp + (2 a d + 2 k d) / t)")
    public static double attention(
            double tokens,
            double hidden,
            double heads,
            double kvHeads,
            double headDim,
            double bytes,
            double tp,
            double sp) {
        // two norm inputs and the input of the projections; queries, keys, values, the output
        double replicated = 3 * hidden / sp;
        double cut = (2 * heads * headDim + 2 * kvHeads * headDim) / tp;
        return tokens * bytes * (replicated + cut);
    }

    /** Latent attention and the norms of one layer, keys and values expanded. */
    @Formula(
            id = "memory.activations_latent_attention",
            unit = "B",
            source = SAVED,
            text = "T bytes (3 h / sp + 2 (q_r + kv_r) + d_r + a (2 d_n + 2 d_r + 2 d_v) / t)")
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
        return tokens * bytes * (replicated + cut);
    }

    /** One fp32 statistic a head, kept by attention that stores no scores. */
    @Formula(
            id = "memory.activations_softmax",
            unit = "B",
            source = "arXiv:2205.14135 section 3",
            text = "4 T a / t")
    public static double softmax(double tokens, double heads, double tp) {
        return 4 * tokens * heads / tp;
    }

    /** Softmax, dropout mask and dropped scores, kept by attention that stores them. */
    @Formula(
            id = "memory.activations_scores",
            unit = "B",
            source = KORTHIKANTI + ".1",
            text = "T s a (2 bytes + 1) / t")
    public static double scores(double tokens, double keys, double heads, double bytes, double tp) {
        return tokens * keys * heads * (2 * bytes + 1) / tp;
    }

    /** Masks of the two dropouts behind attention and feed-forward block, one byte an element. */
    @Formula(
            id = "memory.activations_dropout",
            unit = "B",
            source = KORTHIKANTI + ".1",
            text = "2 T h / sp")
    public static double dropout(double tokens, double hidden, double sp) {
        return 2 * tokens * hidden / sp;
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

    /** Activations of a stage: what each layer keeps, for each micro-batch in flight. */
    @Formula(
            id = "memory.activations",
            unit = "B",
            source = KORTHIKANTI + ".2.3",
            text = "in_flight / chunks (n_d dense + n_m moe)")
    public static double stage(
            double inFlight,
            double chunks,
            double denseLayers,
            double dense,
            double moeLayers,
            double moe) {
        return inFlight / chunks * (denseLayers * dense + moeLayers * moe);
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
