// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * Layers that carry a state of fixed size from token to token: state-space layers (Mamba-2) and
 * linear attention with a gated delta rule. Both project a token to a gate, values, keys, queries
 * and scalars for each head, convolve over a few tokens, scan in chunks, norm, gate, project back.
 *
 * <p>Shapes: {@code keyHeads} g heads (groups) of keys of width n, {@code valueHeads} a heads of
 * values of width p, {@code hidden} h, {@code chunk} Q tokens, T tokens. One layer.
 */
public final class Recurrences {

    private static final String ARCHITECTURE =
            "arXiv:2405.21060 section 7, arXiv:2412.06464 section 3.4";

    private Recurrences() {}

    /** Width of what is convolved: values, keys, queries. */
    @Formula(id = "recurrent.channels", unit = "1", source = ARCHITECTURE, text = "a p + 2 g n")
    public static double channels(
            double keyHeads, double valueHeads, double keyDim, double valueDim) {
        return valueHeads * valueDim + 2 * keyHeads * keyDim;
    }

    /**
     * Width of the projection in: gate, channels, scalars of each head.
     *
     * @param scalars 1 for a step (Mamba-2), 2 for a decay and a rate (gated delta rule)
     */
    @Formula(
            id = "recurrent.width",
            unit = "1",
            source = ARCHITECTURE,
            text = "a p + channels + scalars a")
    public static double width(
            double channels, double valueHeads, double valueDim, double scalars) {
        return valueHeads * valueDim + channels + scalars * valueHeads;
    }

    /** Parameters: projections in and out, convolution, scalars and norm. */
    @Formula(
            id = "parameters.recurrent",
            unit = "1",
            source = ARCHITECTURE,
            text = "h (width + a p) + conv channels + 2 a + a p")
    public static double parameters(
            double hidden,
            double width,
            double channels,
            double valueHeads,
            double valueDim,
            double conv) {
        double inner = valueHeads * valueDim;
        return hidden * (width + inner) + conv * channels + 2 * valueHeads + inner;
    }

    /** Forward pass of the projections. */
    @Formula(
            id = "flops.recurrent_projections",
            unit = "FLOP",
            source = "2 FLOP per multiply-add of each matrix product",
            text = "2 T h (width + a p)")
    public static double projections(
            double tokens, double hidden, double width, double valueHeads, double valueDim) {
        return 2 * tokens * hidden * (width + valueHeads * valueDim);
    }

    /**
     * Forward scan of a state-space layer in chunks: scores of keys within a chunk, their values,
     * the state of a chunk, and what the state adds.
     */
    @Formula(
            id = "flops.state_space",
            unit = "FLOP",
            source = "arXiv:2405.21060 section 6",
            text = "2 T (Q (g n + a p) + 2 a p n)")
    public static double stateSpace(
            double tokens,
            double chunk,
            double keyHeads,
            double valueHeads,
            double keyDim,
            double valueDim) {
        double within = chunk * (keyHeads * keyDim + valueHeads * valueDim);
        return 2 * tokens * (within + 2 * valueHeads * valueDim * keyDim);
    }

    /**
     * Forward scan of a gated delta rule in chunks: scores of queries and of keys, the inverse
     * applied to keys and values, the outputs; the state read twice and written.
     */
    @Formula(
            id = "flops.gated_delta",
            unit = "FLOP",
            source = "arXiv:2412.06464 section 3.3",
            text = "2 T a (Q (3 n + 2 p) + 3 n p)")
    public static double gatedDelta(
            double tokens, double chunk, double valueHeads, double keyDim, double valueDim) {
        double within = chunk * (3 * keyDim + 2 * valueDim);
        return 2 * tokens * valueHeads * (within + 3 * keyDim * valueDim);
    }

    /** Forward traffic of convolution, scan, norm and gate on one of t ranks. */
    @Formula(
            id = "traffic.recurrent",
            unit = "B",
            source = "inputs and outputs of three kernels",
            text = "T bytes (3 channels + 4 a p) / t")
    public static double traffic(
            double tokens,
            double channels,
            double valueHeads,
            double valueDim,
            double bytes,
            double tp) {
        return tokens * bytes * (3 * channels + 4 * valueHeads * valueDim) / tp;
    }

    /**
     * Activations kept: the input, what is projected, convolved, scanned and gated.
     *
     * @param norm bytes kept of what the norm gives to the product in
     * @param out bytes kept of what is gated, for the product out
     */
    @Formula(
            id = "memory.activations_recurrent",
            unit = "B",
            source = "tensors that the backward pass of each kernel reads",
            text = "T (norm h / sp + (bytes (width + channels + a p) + out a p) / t)")
    public static double kept(
            double tokens,
            double hidden,
            double width,
            double channels,
            double valueHeads,
            double valueDim,
            double bytes,
            double norm,
            double out,
            double tp,
            double sp) {
        double values = valueHeads * valueDim;
        double cut = bytes * (width + channels + values) + out * values;
        return tokens * (norm * hidden / sp + cut / tp);
    }

    /**
     * State of one sequence: of each head a matrix of 4 bytes, and the last tokens before the
     * convolution of 2 bytes.
     */
    @Formula(
            id = "memory.recurrent_state",
            unit = "B",
            source = "vLLM, state of hybrid models in fp32",
            text = "4 a p n + 2 (conv - 1) channels")
    public static double state(
            double valueHeads, double keyDim, double valueDim, double channels, double conv) {
        return 4 * valueHeads * keyDim * valueDim + 2 * (conv - 1) * channels;
    }

    /** What layers of one sort add where so many of them are in each block. */
    @Formula(
            id = "layer.mixed",
            unit = "1",
            source = "mean over the layers",
            text = "share a + other b")
    public static double mixed(double share, double a, double other, double b) {
        return share * a + other * b;
    }

    /** Layers of one sort for each block of a model. */
    @Formula(id = "layer.share", unit = "1", source = "count", text = "n / blocks")
    public static double share(double n, double blocks) {
        return blocks == 0 ? 0 : n / blocks;
    }

    /** Layers with attention where a model does not say how many. */
    @Formula(
            id = "layer.attention",
            unit = "1",
            source = "what is neither recurrent nor an MLP counted apart",
            text = "max(0, layers - recurrent - mlp)")
    public static double attentionLayers(double layers, double recurrent, double mlp) {
        return Math.max(0, layers - recurrent - mlp);
    }

    /** Cached tokens that one decoded token looks at. */
    @Formula(
            id = "cache.seen",
            unit = "tok",
            source = "window of a layer, or what an indexer picks",
            text = "min(cached, limit)")
    public static double seen(double cached, double limit) {
        return Math.min(cached, limit);
    }

    /** Traffic of one decoded token of each sequence: its state read and written. */
    @Formula(
            id = "traffic.recurrent_step",
            unit = "B",
            source = "a state is read and written once",
            text = "2 T state / t")
    public static double carried(double tokens, double state, double tp) {
        return 2 * tokens * state / tp;
    }

    /** State of a sequence in all layers, shared out among its tokens. */
    @Formula(
            id = "memory.state_token",
            unit = "B",
            source = "sum over the layers",
            text = "L state / (t tokens)")
    public static double stateOfToken(double layers, double state, double tp, double tokens) {
        return layers * state / (tp * tokens);
    }
}
