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
 * sequence parallelism, else 1), {@code bytes} of an element of 16 bits. One layer and one
 * micro-batch unless said otherwise.
 *
 * <p>The inputs of products are kept in the products' number format, and for the gradients of their
 * weights alone. The caller says how many bytes of each are kept; none where what makes it is
 * computed again (recompute_modules of NVIDIA/Megatron-LM: layernorm, mla_up_proj, moe_act, mlp),
 * or where the weight is not trained.
 */
public final class ActivationMemory {

    private static final String KORTHIKANTI = "arXiv:2205.05198 section 4";
    private static final String SAVED =
            "tensors the backward pass of each operator reads; products keep operands in their own"
                    + " number format (NVIDIA/TransformerEngine linear.py)";

    private ActivationMemory() {}

    /**
     * Attention and the norms of one layer: what the backward pass of each operator reads.
     *
     * @param norm bytes kept of what the norm gives to the projections: none where it is computed
     *     again, or where no weight behind it is trained
     * @param out bytes kept of what attention gives to the output projection
     */
    @Formula(
            id = "memory.activations_attention",
            unit = "B",
            source = SAVED,
            text =
                    "T ((2 bytes + norm) h / sp + (bytes (2 a d + 2 k d) + cast a d) / t), cast ="
                            + " out where smaller than bytes, else 0")
    public static double attention(
            double tokens,
            double hidden,
            double heads,
            double kvHeads,
            double headDim,
            double bytes,
            double norm,
            double out,
            double tp,
            double sp) {
        // two norm inputs and the input of the projections; queries, keys, values, the output
        double replicated = (2 * bytes + norm) * hidden / sp;
        double cut = bytes * (2 * heads * headDim + 2 * kvHeads * headDim);
        return tokens * (replicated + (cut + cast(bytes, out) * heads * headDim) / tp);
    }

    /** A tensor that a kernel keeps in 16 bits and a product in a smaller format is kept twice. */
    private static double cast(double bytes, double operand) {
        return operand < bytes ? operand : 0;
    }

    /**
     * Latent attention and the norms of one layer.
     *
     * @param norm bytes kept of what each norm gives
     * @param expanded bytes kept of queries, keys and values as they are expanded: none where they
     *     are expanded again
     * @param out bytes kept of what attention gives to the output projection
     */
    @Formula(
            id = "memory.activations_latent_attention",
            unit = "B",
            source = SAVED,
            text =
                    "T ((2 bytes + norm) h / sp + (bytes + norm) (q_r + kv_r) + bytes d_r + a"
                            + " (expanded (2 d_n + 2 d_r + d_v) + (bytes + cast) d_v) / t), cast ="
                            + " out where smaller than bytes, else 0")
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
            double norm,
            double expanded,
            double out,
            double tp,
            double sp) {
        // the compressed vectors are kept before and after their norms
        double replicated =
                (2 * bytes + norm) * hidden / sp
                        + (bytes + norm) * (queryRank + kvRank)
                        + bytes * ropeDim;
        double head =
                expanded * (2 * nopeDim + 2 * ropeDim + valueDim)
                        + (bytes + cast(bytes, out)) * valueDim;
        return tokens * (replicated + heads * head / tp);
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
     * @param norm bytes kept of what the norm before it gives
     * @param product bytes kept of what the activation gives to the matrix back
     */
    @Formula(
            id = "memory.activations_mlp",
            unit = "B",
            source = SAVED,
            text = "T (norm h / sp + (bytes (inner - 1) + product) f / t)")
    public static double mlp(
            double tokens,
            double hidden,
            double ffn,
            double inner,
            double bytes,
            double norm,
            double product,
            double tp,
            double sp) {
        return tokens * (norm * hidden / sp + (bytes * (inner - 1) + product) * ffn / tp);
    }

    /**
     * Experts of one layer with balanced routing: the router's input, the tokens as dispatched, and
     * the tensors between the matrices of the experts visited. What experts give need not be kept:
     * the router's weights scale what lies between their matrices.
     *
     * @param norm bytes kept of what the norm gives to router and shared experts
     * @param dispatched bytes kept of a token as it is dispatched
     * @param product bytes kept of what the activation gives to the matrices back
     */
    @Formula(
            id = "memory.activations_experts",
            unit = "B",
            source = SAVED,
            text =
                    "T (norm h / sp + (dispatched K h + (bytes (inner - 1) + product) (K f_e + n_s"
                            + " f_s)) / t)")
    public static double experts(
            double tokens,
            double hidden,
            double topK,
            double expertFfn,
            double sharedExperts,
            double sharedFfn,
            double inner,
            double bytes,
            double norm,
            double dispatched,
            double product,
            double tp,
            double sp) {
        double visited = topK * expertFfn + sharedExperts * sharedFfn;
        double between = (bytes * (inner - 1) + product) * visited;
        return tokens * (norm * hidden / sp + (dispatched * topK * hidden + between) / tp);
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
