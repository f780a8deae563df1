// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * Parameter counts of transformers, by part. A model's total is the sum of its parts.
 *
 * <p>Shapes: {@code hidden} h, {@code heads} a, {@code kvHeads} k, {@code headDim} d, {@code ffn}
 * f, {@code vocab} V, {@code layers} L. Results are plain counts.
 */
public final class Parameters {

    private static final String ARCHITECTURE = "count of the matrices of the architecture";
    private static final String DEEPSEEK_V2 =
            "arXiv:2405.04434 section 2.1 (multi-head latent" + " attention)";

    private Parameters() {}

    /** Query, key, value and output projections of one layer with grouped key-value heads. */
    @Formula(
            id = "parameters.attention",
            unit = "1",
            source = ARCHITECTURE,
            text = "h d (2 a + 2 k)")
    public static double attention(double hidden, double heads, double kvHeads, double headDim) {
        return hidden * headDim * (2 * heads + 2 * kvHeads);
    }

    /** Biases of the four attention projections of one layer. */
    @Formula(
            id = "parameters.attention_bias",
            unit = "1",
            source = ARCHITECTURE,
            text = "(a + 2 k) d + h")
    public static double attentionBias(
            double hidden, double heads, double kvHeads, double headDim) {
        return (heads + 2 * kvHeads) * headDim + hidden;
    }

    /**
     * Multi-head latent attention of one layer: low-rank query and key-value projections with their
     * inner norms, and the output projection.
     */
    @Formula(
            id = "parameters.latent_attention",
            unit = "1",
            source = DEEPSEEK_V2,
            text =
                    "h q_r + q_r a (d_n + d_r) + h (kv_r + d_r) + kv_r a (d_n + d_v) + a d_v h"
                            + " + q_r + kv_r")
    public static double latentAttention(
            double hidden,
            double heads,
            double queryRank,
            double kvRank,
            double nopeDim,
            double ropeDim,
            double valueDim) {
        double query = hidden * queryRank + queryRank * heads * (nopeDim + ropeDim);
        double keyValue = hidden * (kvRank + ropeDim) + kvRank * heads * (nopeDim + valueDim);
        return query + keyValue + heads * valueDim * hidden + queryRank + kvRank;
    }

    /** Gate of one layer as wide as its heads. */
    @Formula(id = "parameters.attention_gate", unit = "1", source = ARCHITECTURE, text = "h a d")
    public static double attentionGate(double hidden, double heads, double headDim) {
        return hidden * heads * headDim;
    }

    /** Indexer of one layer: queries from the compressed query, one key, weights of its heads. */
    @Formula(
            id = "parameters.indexer",
            unit = "1",
            source = "DeepSeek-V3.2 technical report section 2.1",
            text = "q_r a_i d_i + h (d_i + a_i)")
    public static double indexer(double hidden, double queryRank, double heads, double dim) {
        return queryRank * heads * dim + hidden * (dim + heads);
    }

    /** Projections of one layer into the width in which its routed experts work, and back. */
    @Formula(id = "parameters.latent_experts", unit = "1", source = ARCHITECTURE, text = "2 h l")
    public static double latentExperts(double hidden, double latent) {
        return 2 * hidden * latent;
    }

    /**
     * Matrices of one feed-forward block.
     *
     * @param matrices 3 with a gate (SwiGLU), 2 without
     */
    @Formula(id = "parameters.mlp", unit = "1", source = ARCHITECTURE, text = "matrices h f")
    public static double mlp(double hidden, double ffn, double matrices) {
        return matrices * hidden * ffn;
    }

    /** Biases of one feed-forward block of {@code matrices} matrices. */
    @Formula(
            id = "parameters.mlp_bias",
            unit = "1",
            source = ARCHITECTURE,
            text = "(matrices - 1) f + h")
    public static double mlpBias(double hidden, double ffn, double matrices) {
        return (matrices - 1) * ffn + hidden;
    }

    /** Router of one mixture-of-experts layer. */
    @Formula(id = "parameters.router", unit = "1", source = ARCHITECTURE, text = "h E")
    public static double router(double hidden, double experts) {
        return hidden * experts;
    }

    /** Experts of one layer, routed or shared, {@code experts} of them. */
    @Formula(
            id = "parameters.experts",
            unit = "1",
            source = ARCHITECTURE,
            text = "E matrices h f_e")
    public static double experts(double hidden, double experts, double expertFfn, double matrices) {
        return experts * mlp(hidden, expertFfn, matrices);
    }

    /**
     * Adapters beside matrices of k x n: two of {@code rank} columns and rows.
     *
     * @param groups matrices with an adapter of their own (experts)
     */
    @Formula(
            id = "parameters.adapter",
            unit = "1",
            source = "arXiv:2106.09685 section 4.1",
            text = "groups r (k + n)")
    public static double adapter(double rank, double k, double n, double groups) {
        return groups * rank * (k + n);
    }

    /**
     * The two norms of one layer.
     *
     * @param vectors 1 for RMSNorm (a scale), 2 for LayerNorm (a scale and a shift)
     */
    @Formula(id = "parameters.norms", unit = "1", source = ARCHITECTURE, text = "2 vectors h")
    public static double norms(double hidden, double vectors) {
        return 2 * vectors * hidden;
    }

    /**
     * Token embedding and output head.
     *
     * @param matrices 2 when the head has its own matrix, 1 when it shares the embedding
     */
    @Formula(id = "parameters.embedding", unit = "1", source = ARCHITECTURE, text = "matrices V h")
    public static double embedding(double hidden, double vocab, double matrices) {
        return matrices * vocab * hidden;
    }

    /** Learned positions. */
    @Formula(id = "parameters.positions", unit = "1", source = ARCHITECTURE, text = "s h")
    public static double positions(double hidden, double positions) {
        return positions * hidden;
    }

    /**
     * A GPT with biases, LayerNorm, learned positions, a tied head and f = 4 h, in one expression.
     *
     * <p>It leaves the final norm (2 h) out, as the paper does.
     */
    @Formula(
            id = "parameters.gpt",
            unit = "1",
            source = "arXiv:2104.04473 equation 2",
            text = "12 L h^2 (1 + 13 / (12 h) + (V + s) / (12 L h))")
    public static double gpt(double layers, double hidden, double vocab, double positions) {
        return 12
                * layers
                * hidden
                * hidden
                * (1 + 13 / (12 * hidden) + (vocab + positions) / (12 * layers * hidden));
    }

    /** Parameters of a model from those of its layers and of what stands outside them. */
    @Formula(
            id = "model.parameters",
            unit = "1",
            source = "sum",
            text = "L each + L_dense dense + L_moe moe + outside")
    public static double model(
            double layers,
            double each,
            double denseLayers,
            double dense,
            double moeLayers,
            double moe,
            double outside) {
        return layers * each + denseLayers * dense + moeLayers * moe + outside;
    }

    /** Parameters of modules that predict further tokens; embedding and head are the model's. */
    @Formula(
            id = "model.mtp_parameters",
            unit = "1",
            source = "DeepSeek-V3, arXiv:2412.19437 section 2.2",
            text = "modules (2 h^2 + attention + block + 2 norms)")
    public static double further(
            double modules, double hidden, double attention, double block, double norms) {
        return modules * (2 * hidden * hidden + attention + block + 2 * norms);
    }

    /** Parameters of a model that one token visits: {@code moe} counts the experts it visits. */
    @Formula(
            id = "model.active_parameters",
            unit = "1",
            source = "sum",
            text = "L each + L_dense dense + L_moe visited + outside")
    public static double activeModel(
            double layers,
            double each,
            double denseLayers,
            double dense,
            double moeLayers,
            double moe,
            double outside) {
        return model(layers, each, denseLayers, dense, moeLayers, moe, outside);
    }

    /**
     * Parameters of one pipeline rank's share of a layer: the dense part is cut by tensor
     * parallelism, the experts by expert parallelism times the experts' own tensor parallelism.
     */
    @Formula(
            id = "parameters.layer_shard",
            unit = "1",
            source = "Megatron-LM: experts are cut by ep x etp, the rest by tp",
            text = "dense / tp + replicated + experts / (ep etp)")
    public static double layerShard(
            double dense,
            double replicated,
            double experts,
            double tp,
            double ep,
            double expertTp) {
        return dense / tp + replicated + experts / (ep * expertTp);
    }

    /**
     * Expected number of distinct experts of one layer that a batch of tokens touches, with uniform
     * routing.
     */
    @Formula(
            id = "parameters.experts_touched",
            unit = "1",
            source = "probability that an expert is missed by T independent tokens",
            text = "E (1 - (1 - K / E)^T)")
    public static double expertsTouched(double experts, double topK, double tokens) {
        return -experts * Math.expm1(tokens * Math.log1p(-topK / experts));
    }
}
