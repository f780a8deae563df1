// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * Device memory that operators without matrix products move, in bytes.
 *
 * <p>Each counts the passes of a kernel that fuses what is written on one line here; a stack that
 * fuses less moves a multiple. {@code tokens} T of the rank, {@code hidden} h, {@code tp} t, {@code
 * sp} the ranks that share norms (t with sequence parallelism, else 1), {@code bytes} of an
 * element.
 */
public final class Traffic {

    private static final String PASSES = "reads and writes of each kernel";

    private Traffic() {}

    /** Two norms and two residual additions, forward: each norm 2 passes, each addition 3. */
    @Formula(
            id = "traffic.residual_forward",
            unit = "B",
            source = PASSES,
            text = "10 T h bytes / sp")
    public static double residualForward(double tokens, double hidden, double bytes, double sp) {
        return 10 * tokens * hidden * bytes / sp;
    }

    /** Two norms and two residual additions, backward: each norm 3 passes, each addition 3. */
    @Formula(
            id = "traffic.residual_backward",
            unit = "B",
            source = PASSES,
            text = "12 T h bytes / sp")
    public static double residualBackward(double tokens, double hidden, double bytes, double sp) {
        return 12 * tokens * hidden * bytes / sp;
    }

    /** Rotation of queries and keys, either direction: read and write. */
    @Formula(id = "traffic.rotation", unit = "B", source = PASSES, text = "2 T (a + k) d bytes / t")
    public static double rotation(
            double tokens, double heads, double kvHeads, double headDim, double bytes, double tp) {
        return 2 * tokens * (heads + kvHeads) * headDim * bytes / tp;
    }

    /**
     * Activation function between the matrices of the feed-forward block, forward.
     *
     * @param matrices 3 with a gate (reads two tensors), 2 without
     */
    @Formula(
            id = "traffic.activation_forward",
            unit = "B",
            source = PASSES,
            text = "matrices T f bytes / t")
    public static double activationForward(
            double tokens, double ffn, double matrices, double bytes, double tp) {
        return matrices * tokens * ffn * bytes / tp;
    }

    /** Activation function, backward: reads the inputs and one gradient, writes the gradients. */
    @Formula(
            id = "traffic.activation_backward",
            unit = "B",
            source = PASSES,
            text = "(2 matrices - 1) T f bytes / t")
    public static double activationBackward(
            double tokens, double ffn, double matrices, double bytes, double tp) {
        return (2 * matrices - 1) * tokens * ffn * bytes / tp;
    }

    /**
     * Attention whose scores are stored, forward: softmax and dropout read and write them, and
     * write a mask of one byte.
     */
    @Formula(
            id = "traffic.softmax_forward",
            unit = "B",
            source = PASSES,
            text = "T s a (4 bytes + 1) / t")
    public static double softmaxForward(
            double tokens, double keys, double heads, double bytes, double tp) {
        return tokens * keys * heads * (4 * bytes + 1) / tp;
    }

    /** Attention whose scores are stored, backward. */
    @Formula(
            id = "traffic.softmax_backward",
            unit = "B",
            source = PASSES,
            text = "T s a (5 bytes + 1) / t")
    public static double softmaxBackward(
            double tokens, double keys, double heads, double bytes, double tp) {
        return tokens * keys * heads * (5 * bytes + 1) / tp;
    }

    /**
     * The two products of attention whose scores are stored, one direction of one pass: queries,
     * keys, values and output, and the scores once written and once read.
     */
    @Formula(
            id = "traffic.attention_stored",
            unit = "B",
            source = PASSES,
            text = "T bytes (2 (a + k) d + 2 s a) / t")
    public static double attentionStored(
            double tokens,
            double keys,
            double heads,
            double kvHeads,
            double headDim,
            double bytes,
            double tp) {
        return tokens * bytes * (2 * (heads + kvHeads) * headDim + 2 * keys * heads) / tp;
    }

    /** Attention that stores no scores: queries, keys, values and output once each. */
    @Formula(
            id = "traffic.attention_fused",
            unit = "B",
            source = "arXiv:2205.14135 section 3",
            text = "2 T (a + k) d bytes / t")
    public static double attentionFused(
            double tokens, double heads, double kvHeads, double headDim, double bytes, double tp) {
        return 2 * tokens * (heads + kvHeads) * headDim * bytes / tp;
    }

    /**
     * Tokens copied to and from experts, one direction: each copy read and written at both ends.
     */
    @Formula(id = "traffic.permute", unit = "B", source = PASSES, text = "4 T K h bytes / sp")
    public static double permute(
            double tokens, double topK, double hidden, double bytes, double sp) {
        return 4 * tokens * topK * hidden * bytes / sp;
    }

    /** Cross-entropy over the logits, forward and backward: three passes in fp32 and one write. */
    @Formula(
            id = "traffic.cross_entropy",
            unit = "B",
            source = PASSES,
            text = "T V (12 + 4 bytes) / t")
    public static double crossEntropy(double tokens, double vocab, double bytes, double tp) {
        return tokens * vocab * (12 + 4 * bytes) / tp;
    }

    /** Two tensors of rows and width, added. */
    @Formula(
            id = "traffic.sum",
            unit = "B",
            source = "both read, the sum written",
            text = "3 rows width bytes")
    public static double sum(double rows, double width, double bytes) {
        return 3 * rows * width * bytes;
    }

    /** Embedding of the tokens, forward and backward: rows read, written, and added again. */
    @Formula(id = "traffic.embedding", unit = "B", source = PASSES, text = "5 T h bytes / sp")
    public static double embedding(double tokens, double hidden, double bytes, double sp) {
        return 5 * tokens * hidden * bytes / sp;
    }

    /**
     * One step of the optimizer on the rank's shard: gradient read, state read and written, weights
     * written.
     */
    @Formula(
            id = "traffic.optimizer",
            unit = "B",
            source = PASSES,
            text = "parameters (gradient + 2 state + weight) / shards")
    public static double optimizer(
            double parameters, double gradient, double state, double weight, double shards) {
        return parameters * (gradient + 2 * state + weight) / shards;
    }
}
