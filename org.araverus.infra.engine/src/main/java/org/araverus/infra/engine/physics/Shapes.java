// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/** Sizes of what one rank holds, from the model's sizes and the layout. */
public final class Shapes {

    private static final String MEGATRON = "arXiv:1909.08053 section 3";
    private static final String DEFINITION = "definition";

    private Shapes() {}

    /** Width of a head where a model does not say it. */
    @Formula(
            id = "shape.head_dim",
            unit = "1",
            source = "heads share the hidden width",
            text = "hidden / heads")
    public static double headDim(double hidden, double heads) {
        return hidden / heads;
    }

    /** Copies of a model that a placement has room for. */
    @Formula(
            id = "layout.copies",
            unit = "1",
            source = "definition",
            text = "accelerators / (tp pp cp)")
    public static double layoutCopies(double accelerators, double tp, double pp, double cp) {
        return accelerators / (tp * pp * cp);
    }

    /** Half of a count: norms of a block against the two of a plain layer. */
    @Formula(id = "shape.half", unit = "1", source = "count", text = "n / 2")
    public static double half(double n) {
        return n / 2;
    }

    /** What a share leaves. */
    @Formula(id = "shape.rest", unit = "1", source = "count", text = "1 - share")
    public static double rest(double share) {
        return 1 - share;
    }

    /** Tokens of one micro-batch on the rank. */
    @Formula(id = "shape.tokens", unit = "tok", source = DEFINITION, text = "b s / c")
    public static double tokens(double microBatch, double sequence, double cp) {
        return microBatch * sequence / cp;
    }

    /** Width of queries, keys and values; a key-value head is not cut below one rank. */
    @Formula(id = "shape.qkv", unit = "1", source = MEGATRON, text = "(a / t + 2 max(1, k / t)) d")
    public static double qkv(double heads, double kvHeads, double headDim, double tp) {
        return (heads / tp + 2 * Math.max(1, kvHeads / tp)) * headDim;
    }

    /** A width that tensor parallelism cuts: {@code count} columns of {@code size}. */
    @Formula(id = "shape.cut", unit = "1", source = MEGATRON, text = "count size / t")
    public static double cut(double count, double size, double tp) {
        return count * size / tp;
    }

    /** Sum of two widths. */
    @Formula(id = "shape.sum", unit = "1", source = DEFINITION, text = "a + b")
    public static double sum(double a, double b) {
        return a + b;
    }

    /** Experts that one rank holds. */
    @Formula(id = "shape.local_experts", unit = "1", source = DEFINITION, text = "E / ep")
    public static double localExperts(double experts, double ep) {
        return experts / ep;
    }

    /** Rows that the experts of one rank get, with balanced routing. */
    @Formula(id = "shape.expert_rows", unit = "1", source = DEFINITION, text = "T K / t")
    public static double expertRows(double tokens, double topK, double tp) {
        return tokens * topK / tp;
    }

    /** Copies over which gradients are reduced: data and context parallel ranks. */
    @Formula(id = "shape.copies", unit = "1", source = DEFINITION, text = "dp cp")
    public static double copies(double dp, double cp) {
        return dp * cp;
    }

    /** Copies of each expert. */
    @Formula(
            id = "shape.expert_copies",
            unit = "1",
            source = "experts spread over tensor, context and data parallel ranks",
            text = "max(1, dp cp t / ep)")
    public static double expertCopies(double dp, double cp, double tp, double ep) {
        return Math.max(1, dp * cp * tp / ep);
    }

    /**
     * Distance of data-parallel neighbours in accelerators: inside are tensor and context ranks.
     */
    @Formula(id = "shape.stride", unit = "1", source = "order tp, cp, dp, pp", text = "t c")
    public static double stride(double tp, double cp) {
        return tp * cp;
    }

    /** Accelerators of one stage: the distance of pipeline neighbours. */
    @Formula(
            id = "shape.stage_stride",
            unit = "1",
            source = "order tp, cp, dp, pp",
            text = "t c dp")
    public static double stageStride(double tp, double cp, double dp) {
        return tp * cp * dp;
    }

    /** Inner width of all experts that a token visits. */
    @Formula(id = "shape.visited", unit = "1", source = DEFINITION, text = "K f_e + shared")
    public static double visited(double topK, double expertFfn, double shared) {
        return topK * expertFfn + shared;
    }

    /** Ranks that share each served expert where experts are dealt to fewer groups than ranks. */
    @Formula(
            id = "shape.expert_tensor",
            unit = "1",
            source = "all ranks of a stage hold the experts",
            text = "t dp / ep")
    public static double expertTensor(double tp, double dp, double ep) {
        return tp * dp / ep;
    }
}
