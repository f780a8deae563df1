// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * Attention over compressed keys, and several residual streams, as DeepSeek-V4 has them.
 *
 * <p>A token's key and value are one vector of width d. Each query sees a window of the last
 * tokens; behind it, in most layers, entries that stand for several tokens each: <em>sparse</em>
 * layers pool overlapping groups of m tokens and let an indexer pick entries, <em>dense</em> layers
 * pool groups of many tokens and see all entries. The output is projected in groups of heads.
 *
 * <p>Shapes: {@code tokens} T, {@code hidden} h, {@code heads} a, {@code headDim} d, {@code
 * queryRank} q_r, {@code outputRank} o_r, {@code groups} g, {@code ratio} m, indexer heads a_i of
 * width d_i, {@code streams} n. Learned offsets of positions, scales of norms inside and sinks are
 * left out of counts: below 0.01 % of a model.
 */
public final class Compression {

    private static final String SHAPES =
            "huggingface/transformers modular_deepseek_v4.py (DeepSeek-V4 report, section 2.3)";
    private static final String STREAMS =
            "huggingface/transformers modular_deepseek_v4.py (DeepSeek-V4 report, section 2.2)";

    private Compression() {}

    /** Projections of one layer: low-rank queries, one key-value, grouped low-rank output. */
    @Formula(
            id = "parameters.compressed_attention",
            unit = "1",
            source = SHAPES,
            text = "h q_r + q_r a d + h d + a d o_r + g o_r h")
    public static double attention(
            double hidden,
            double heads,
            double headDim,
            double queryRank,
            double outputRank,
            double groups) {
        double query = hidden * queryRank + queryRank * heads * headDim;
        double output = heads * headDim * outputRank + groups * outputRank * hidden;
        return query + hidden * headDim + output;
    }

    /** What makes entries of sparse layers and of their indexer, and the indexer's queries. */
    @Formula(
            id = "parameters.sparse_compressor",
            unit = "1",
            source = SHAPES,
            text = "h (4 d + 4 d_i + a_i) + q_r a_i d_i")
    public static double sparse(
            double hidden, double headDim, double queryRank, double indexHeads, double indexDim) {
        // keys and gates, each twice since groups overlap
        return hidden * (4 * headDim + 4 * indexDim + indexHeads)
                + queryRank * indexHeads * indexDim;
    }

    /** What makes entries of dense layers. */
    @Formula(id = "parameters.dense_compressor", unit = "1", source = SHAPES, text = "2 h d")
    public static double dense(double hidden, double headDim) {
        return 2 * hidden * headDim;
    }

    /** What mixes the streams around the two blocks of a layer. */
    @Formula(id = "parameters.streams", unit = "1", source = STREAMS, text = "2 (2 n + n^2) n h")
    public static double streams(double hidden, double streams) {
        return 2 * (2 * streams + streams * streams) * streams * hidden;
    }

    /** Mean number of entries before a query. */
    @Formula(
            id = "flops.entries",
            unit = "1",
            source = "mean over the positions of the sequence",
            text = "s / (2 m)")
    public static double entries(double sequence, double ratio) {
        return sequence / (2 * ratio);
    }

    /** Mean number of entries that an indexer picks for a query. */
    @Formula(
            id = "flops.picked_entries",
            unit = "1",
            source = "mean over the positions of the sequence",
            text = "e' - e'^2 m / (2 s), e' = min(picked, s / m)")
    public static double picked(double sequence, double ratio, double picked) {
        return ModelFlops.windowKeys(sequence / ratio, picked);
    }

    /**
     * Traffic of the core of one layer: queries and outputs once, and for each query what it sees,
     * since no two queries need see the same.
     */
    @Formula(
            id = "traffic.gathered",
            unit = "B",
            source = "sparse kernels gather for each query (deepseek-ai/FlashMLA)",
            text = "T bytes (2 a d / t + seen d)")
    public static double gathered(
            double tokens, double seen, double heads, double headDim, double bytes, double tp) {
        return tokens * bytes * (2 * heads * headDim / tp + seen * headDim);
    }

    /** Scores of an indexer for each entry before a query, written, and read to pick. */
    @Formula(
            id = "traffic.picking",
            unit = "B",
            source = "fp32 scores once each way",
            text = "8 T entries")
    public static double picking(double tokens, double entries) {
        return 8 * tokens * entries;
    }

    /** Keys and gates read, and pooled to one entry in m tokens. */
    @Formula(
            id = "traffic.pooling",
            unit = "B",
            source = SHAPES,
            text = "T bytes width (1 + 1 / m)")
    public static double pooling(double tokens, double width, double ratio, double bytes) {
        return tokens * bytes * width * (1 + 1 / ratio);
    }

    /**
     * Streams mixed around the two blocks of a layer, forward: all are read to be mixed into one,
     * read and written where the block's result joins; beside what one residual moves.
     */
    @Formula(
            id = "traffic.streams",
            unit = "B",
            source = STREAMS,
            text = "2 (3 n - 1) T h bytes / sp")
    public static double streamsTraffic(
            double tokens, double hidden, double streams, double bytes, double sp) {
        return 2 * (3 * streams - 1) * tokens * hidden * bytes / sp;
    }

    /** Streams kept beside the first, at the two blocks of a layer. */
    @Formula(
            id = "memory.activations_streams",
            unit = "B",
            source = "tensors that the backward pass reads",
            text = "2 (n - 1) T h bytes / sp")
    public static double streamsKept(
            double tokens, double hidden, double streams, double bytes, double sp) {
        return 2 * (streams - 1) * tokens * hidden * bytes / sp;
    }

    /**
     * Activations kept of one layer: inputs of norms, compressed queries, the key-value before and
     * after its norm, queries, output, the output of groups.
     *
     * @param norm bytes kept of what each norm gives to products
     * @param out bytes kept of what attention and groups give to products
     */
    @Formula(
            id = "memory.activations_compressed_attention",
            unit = "B",
            source = "tensors that the backward pass of each operator reads",
            text =
                    "T ((2 bytes + norm) h / sp + (bytes + norm) q_r + 2 bytes d + (a d (2 bytes +"
                            + " cast) + g o_r out) / t), cast = out where smaller than bytes, else"
                            + " 0")
    public static double kept(
            double tokens,
            double hidden,
            double heads,
            double headDim,
            double queryRank,
            double outputRank,
            double groups,
            double bytes,
            double norm,
            double out,
            double tp,
            double sp) {
        double whole =
                (2 * bytes + norm) * hidden / sp + (bytes + norm) * queryRank + 2 * bytes * headDim;
        double cast = out < bytes ? out : 0;
        double cut = heads * headDim * (2 * bytes + cast) + groups * outputRank * out;
        return tokens * (whole + cut / tp);
    }

    /** Activations kept of what makes entries: keys and gates before they are pooled. */
    @Formula(
            id = "memory.activations_compressor",
            unit = "B",
            source = "tensors that the backward pass of each operator reads",
            text = "T width bytes")
    public static double keptOfCompressor(double tokens, double width, double bytes) {
        return tokens * width * bytes;
    }

    /**
     * Cache that grows with each token, all layers: entries, and the indexer's. Each rank holds it
     * whole.
     *
     * @param sparse share of sparse layers
     * @param dense share of dense layers
     */
    @Formula(
            id = "memory.kv_token_compressed",
            unit = "B",
            source = SHAPES,
            text = "L bytes (sparse (d + d_i) / m + dense d / m')")
    public static double kvToken(
            double layers,
            double sparse,
            double sparseRatio,
            double dense,
            double denseRatio,
            double headDim,
            double indexDim,
            double bytes) {
        double ofSparse = sparse == 0 ? 0 : sparse * (headDim + indexDim) / sparseRatio;
        double ofDense = dense == 0 ? 0 : dense * headDim / denseRatio;
        return layers * bytes * (ofSparse + ofDense);
    }

    /** Window of one sequence and layer in the cache. */
    @Formula(id = "memory.window", unit = "B", source = SHAPES, text = "w d bytes")
    public static double window(double window, double headDim, double bytes) {
        return window * headDim * bytes;
    }

    /** Entries before a decoded token. */
    @Formula(id = "cache.entries", unit = "1", source = SHAPES, text = "cached / m")
    public static double cached(double cached, double ratio) {
        return cached / ratio;
    }

    /** Cache that a decoded token of each request reads: what it sees, of one width. */
    @Formula(
            id = "traffic.cache_seen",
            unit = "B",
            source = "each entry once for all heads",
            text = "requests seen d bytes")
    public static double read(double requests, double seen, double dim, double bytes) {
        return requests * seen * dim * bytes;
    }
}
