// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * FLOPs of transformers. One multiply-add is 2 FLOP.
 *
 * <p>Two counts are kept apart. <em>Model</em> FLOPs take the full square of attention scores and
 * no recomputation: MFU is made of them. <em>Done</em> FLOPs are what kernels execute, half the
 * square under a causal mask, recomputation included: time is made of them. The closed forms of the
 * Megatron papers follow the first habit; HFU adds recomputation to it.
 *
 * <p>Shapes: {@code batch} B sequences, {@code sequence} s, {@code tokens} T, {@code hidden} h,
 * {@code layers} L, {@code heads} a, {@code kvHeads} k, {@code headDim} d, {@code ffn} f, {@code
 * vocab} V.
 */
public final class ModelFlops {

    private static final String MATRICES = "2 FLOP per multiply-add of each matrix product";
    private static final String KORTHIKANTI = "arXiv:2205.05198 appendix A";
    private static final String DEEPSEEK_V2 = "arXiv:2405.04434 section 2.1";

    private ModelFlops() {}

    /** A matrix product of m x k with k x n. */
    @Formula(id = "flops.gemm", unit = "FLOP", source = MATRICES, text = "2 m n k")
    public static double gemm(double m, double n, double k) {
        return 2 * m * n * k;
    }

    /** Forward pass of the query, key, value and output projections of one layer. */
    @Formula(
            id = "flops.projections",
            unit = "FLOP",
            source = MATRICES,
            text = "2 T h d (2 a + 2 k)")
    public static double projections(
            double tokens, double hidden, double heads, double kvHeads, double headDim) {
        return 2 * tokens * Parameters.attention(hidden, heads, kvHeads, headDim);
    }

    /**
     * Forward pass of the projections of multi-head latent attention, keys and values expanded (the
     * form of training and prefill).
     */
    @Formula(
            id = "flops.latent_projections",
            unit = "FLOP",
            source = DEEPSEEK_V2,
            text =
                    "2 T (h q_r + q_r a (d_n + d_r) + h (kv_r + d_r) + kv_r a (d_n + d_v)"
                            + " + a d_v h)")
    public static double latentProjections(
            double tokens,
            double hidden,
            double heads,
            double queryRank,
            double kvRank,
            double nopeDim,
            double ropeDim,
            double valueDim) {
        double query = hidden * queryRank + queryRank * heads * (nopeDim + ropeDim);
        double keyValue = hidden * (kvRank + ropeDim) + kvRank * heads * (nopeDim + valueDim);
        return 2 * tokens * (query + keyValue + heads * valueDim * hidden);
    }

    /**
     * Scores and weighted values of one layer, full square.
     *
     * @param keys tokens each query looks at
     * @param queryKeyDim width of a query or key head
     * @param valueDim width of a value head
     */
    @Formula(
            id = "flops.attention",
            unit = "FLOP",
            source = MATRICES,
            text = "2 T s_kv a (d_qk + d_v)")
    public static double attention(
            double tokens, double keys, double heads, double queryKeyDim, double valueDim) {
        return 2 * tokens * keys * heads * (queryKeyDim + valueDim);
    }

    /**
     * Mean number of keys a query sees when {@code query} new tokens follow {@code past} cached
     * ones under a causal mask.
     */
    @Formula(
            id = "flops.causal_keys",
            unit = "tok",
            source = "mean over the positions of the chunk; kernels skip the masked half",
            text = "past + query / 2")
    public static double causalKeys(double query, double past) {
        return past + query / 2;
    }

    /**
     * Mean number of keys under a causal mask with a sliding window, no cached tokens.
     *
     * @param window tokens seen at most; at or above {@code query} it does not bind
     */
    @Formula(
            id = "flops.window_keys",
            unit = "tok",
            source = "mean over the positions of the sequence",
            text = "w' - w'^2 / (2 s), w' = min(w, s)")
    public static double windowKeys(double query, double window) {
        double seen = Math.min(query, window);
        return seen - seen * seen / (2 * query);
    }

    /** Scores of an indexer, one a key and head. */
    @Formula(
            id = "flops.indexer",
            unit = "FLOP",
            source = "DeepSeek-V3.2 technical report section 2.1",
            text = "2 T keys a_i d_i")
    public static double indexer(double tokens, double keys, double heads, double dim) {
        return 2 * tokens * keys * heads * dim;
    }

    /**
     * Multi-head latent attention of one decoded token in the absorbed form: the up-projections
     * fold into the query and the output.
     */
    @Formula(
            id = "flops.latent_decode",
            unit = "FLOP",
            source = "FlashMLA: 2 a s (d_k + d_v) with d_k = kv_r + d_r, d_v = kv_r",
            text = "2 a kv_r (d_n + d_v) + 2 s a (2 kv_r + d_r)")
    public static double latentDecode(
            double keys,
            double heads,
            double kvRank,
            double nopeDim,
            double ropeDim,
            double valueDim) {
        return 2 * heads * kvRank * (nopeDim + valueDim)
                + 2 * keys * heads * (2 * kvRank + ropeDim);
    }

    /**
     * Forward pass of one feed-forward block.
     *
     * @param matrices 3 with a gate, 2 without
     */
    @Formula(id = "flops.mlp", unit = "FLOP", source = MATRICES, text = "2 T matrices h f")
    public static double mlp(double tokens, double hidden, double ffn, double matrices) {
        return 2 * tokens * Parameters.mlp(hidden, ffn, matrices);
    }

    /** Forward pass of the experts a token visits, and of the router. */
    @Formula(
            id = "flops.experts",
            unit = "FLOP",
            source = MATRICES,
            text = "2 T (matrices h (K f_e + n_s f_s) + h E)")
    public static double experts(
            double tokens,
            double hidden,
            double experts,
            double topK,
            double expertFfn,
            double sharedExperts,
            double sharedFfn,
            double matrices) {
        double visited = matrices * hidden * (topK * expertFfn + sharedExperts * sharedFfn);
        return 2 * tokens * (visited + Parameters.router(hidden, experts));
    }

    /** Forward pass of the output head. */
    @Formula(id = "flops.head", unit = "FLOP", source = MATRICES, text = "2 T h V")
    public static double head(double tokens, double hidden, double vocab) {
        return 2 * tokens * hidden * vocab;
    }

    /** Forward and backward: the backward pass makes two products for each of the forward. */
    @Formula(
            id = "flops.training",
            unit = "FLOP",
            source = "gradients to the input and to the weight, one product each",
            text = "3 forward")
    public static double training(double forward) {
        return 3 * forward;
    }

    /** Forward and backward of weights that are not trained. */
    @Formula(
            id = "flops.frozen",
            unit = "FLOP",
            source = "one product for the gradient to the input (NVIDIA/NeMo counts LoRA as 4 N)",
            text = "2 forward")
    public static double frozen(double forward) {
        return 2 * forward;
    }

    /** Forward pass of products with so many parameters that a token visits. */
    @Formula(id = "flops.parameters", unit = "FLOP", source = MATRICES, text = "2 T parameters")
    public static double parameters(double tokens, double parameters) {
        return 2 * tokens * parameters;
    }

    /** Model FLOPs of one step of a GPT with f = 4 h: MFU over these. */
    @Formula(
            id = "flops.gpt_model",
            unit = "FLOP",
            source = KORTHIKANTI,
            text = "72 B s L h^2 (1 + s / (6 h) + V / (12 L h))")
    public static double gptModel(
            double batch, double sequence, double layers, double hidden, double vocab) {
        return 72
                * batch
                * sequence
                * layers
                * hidden
                * hidden
                * (1 + sequence / (6 * hidden) + vocab / (12 * layers * hidden));
    }

    /** FLOPs of one step of a GPT with every layer recomputed: HFU over these. */
    @Formula(
            id = "flops.gpt_full_recompute",
            unit = "FLOP",
            source = "arXiv:2104.04473 equation 3",
            text = "96 B s L h^2 (1 + s / (6 h) + V / (16 L h))")
    public static double gptFullRecompute(
            double batch, double sequence, double layers, double hidden, double vocab) {
        return 96
                * batch
                * sequence
                * layers
                * hidden
                * hidden
                * (1 + sequence / (6 * hidden) + vocab / (16 * layers * hidden));
    }

    /**
     * FLOPs of one step of a GPT with the core of attention recomputed: HFU over these.
     *
     * <p>The paper doubles the attention term of the model FLOPs. One more forward pass of the core
     * would add a third of it only, s / (18 h); published HFU figures follow the paper.
     */
    @Formula(
            id = "flops.gpt_selective_recompute",
            unit = "FLOP",
            source = KORTHIKANTI,
            text = "72 B s L h^2 (1 + s / (3 h) + V / (12 L h))")
    public static double gptSelectiveRecompute(
            double batch, double sequence, double layers, double hidden, double vocab) {
        return 72
                * batch
                * sequence
                * layers
                * hidden
                * hidden
                * (1 + sequence / (3 * hidden) + vocab / (12 * layers * hidden));
    }

    /** FLOP rate reached, as a share of the peak of all accelerators. */
    @Formula(
            id = "flops.utilization",
            unit = "1",
            source = "arXiv:2204.02311 appendix B",
            text = "FLOP / (time accelerators peak)")
    public static double utilization(double flops, double time, double accelerators, double peak) {
        return flops / (time * accelerators * peak);
    }
}
