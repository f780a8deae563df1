// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.Compression;
import org.araverus.infra.engine.physics.ModelFlops;
import org.araverus.infra.engine.physics.Recurrences;
import org.araverus.infra.engine.physics.Shapes;

/**
 * Attention over compressed keys: what each sort of layer computes, moves, keeps and caches. A
 * block has its share of each sort: those that see a window alone, those whose indexer picks
 * entries (sparse), those that see all entries (dense).
 */
final class CompressedAttention {

    private static final int[] SIGHTS = {SIGHT_WINDOW, SIGHT_SPARSE, SIGHT_DENSE};

    private CompressedAttention() {}

    /** Whether the model has it. */
    static boolean in(Frame f) {
        return f.x[OUTPUT_RANK] > 0;
    }

    private static boolean sparse(Frame f) {
        return f.x[SPARSE_SHARE] > 0;
    }

    private static boolean dense(Frame f) {
        return f.x[COMPRESSED_SHARE] > 0;
    }

    /** Widths of one rank, and the share of layers that see a window alone. */
    static void widths(Frame f) {
        double[] x = f.x;
        f.set(
                GROUP_WIDTH,
                Shapes.cut(x[HEADS], x[HEAD_DIM], x[OUTPUT_GROUPS]),
                "shape.cut",
                HEADS,
                HEAD_DIM,
                OUTPUT_GROUPS);
        cut(f, Q_UP_WIDTH, HEADS, HEAD_DIM);
        f.same(HEADS_WIDTH, Q_UP_WIDTH);
        cut(f, LOCAL_GROUPS, OUTPUT_GROUPS, ONE);
        cut(f, GROUPS_WIDTH, OUTPUT_GROUPS, OUTPUT_RANK);
        f.same(QK_DIM, HEAD_DIM);
        f.same(V_DIM, HEAD_DIM);
        Products.times(f, DENSE_ENTRY_WIDTH, TWO, HEAD_DIM);
        Products.times(f, SPARSE_ENTRY_WIDTH, TWO, DENSE_ENTRY_WIDTH);
        Products.sum(f, ENTRY_SHARE, SPARSE_SHARE, COMPRESSED_SHARE);
        f.set(WINDOW_ONLY, Shapes.rest(x[ENTRY_SHARE]), "shape.rest", ENTRY_SHARE);
        if (!sparse(f)) return;
        Products.times(f, INDEX_WIDTH, INDEX_HEADS, INDEX_DIM);
        Products.times(f, INDEX_SIDE, TWO, INDEX_DIM);
        Products.times(f, INDEX_ENTRY_WIDTH, TWO, INDEX_SIDE);
        Products.sum(f, INDEX_SIDE, INDEX_ENTRY_WIDTH, INDEX_HEADS);
    }

    private static void cut(Frame f, int out, int count, int size) {
        double[] x = f.x;
        f.set(out, Shapes.cut(x[count], x[size], x[TP]), "shape.cut", count, size, TP);
    }

    /** Parameters of a block's attention, all ranks. */
    static void parameters(Frame f) {
        double[] x = f.x;
        f.set(
                P_ATTENTION,
                Compression.attention(
                        x[HIDDEN],
                        x[HEADS],
                        x[HEAD_DIM],
                        x[QUERY_RANK],
                        x[OUTPUT_RANK],
                        x[OUTPUT_GROUPS]),
                "parameters.compressed_attention",
                HIDDEN,
                HEADS,
                HEAD_DIM,
                QUERY_RANK,
                OUTPUT_RANK,
                OUTPUT_GROUPS);
        if (sparse(f)) {
            f.set(
                    P_SEEING,
                    Compression.sparse(
                            x[HIDDEN], x[HEAD_DIM], x[QUERY_RANK], x[INDEX_HEADS], x[INDEX_DIM]),
                    "parameters.sparse_compressor",
                    HIDDEN,
                    HEAD_DIM,
                    QUERY_RANK,
                    INDEX_HEADS,
                    INDEX_DIM);
            add(f, P_ATTENTION, SPARSE_SHARE, P_SEEING);
        }
        if (dense(f)) {
            f.set(
                    P_SEEING,
                    Compression.dense(x[HIDDEN], x[HEAD_DIM]),
                    "parameters.dense_compressor",
                    HIDDEN,
                    HEAD_DIM);
            add(f, P_ATTENTION, COMPRESSED_SHARE, P_SEEING);
        }
    }

    /** Adds the share of a part to a sum. */
    private static void add(Frame f, int to, int share, int part) {
        Products.times(f, SHARE_PART, share, part);
        Products.sum(f, to, to, SHARE_PART);
    }

    /** Projections, forward. */
    static void forward(Frame f) {
        Products.forward(f, Q_DOWN, TOKENS, QUERY_RANK, HIDDEN, ONE);
        Adapters.forward(f, Q_DOWN, TOKENS, QUERY_RANK, HIDDEN, ONE, RANK_QKV);
        Products.forward(f, Q_UP, TOKENS, Q_UP_WIDTH, QUERY_RANK, ONE);
        Adapters.forward(f, Q_UP, TOKENS, Q_UP_WIDTH, QUERY_RANK, ONE, RANK_QKV);
        Products.forward(f, KV_DOWN, TOKENS, HEAD_DIM, HIDDEN, ONE);
        Adapters.forward(f, KV_DOWN, TOKENS, HEAD_DIM, HIDDEN, ONE, RANK_QKV);
        Products.times(f, GROUP_ROWS, LOCAL_GROUPS, TOKENS);
        Products.forward(f, OUT_GROUPED, GROUP_ROWS, OUTPUT_RANK, GROUP_WIDTH, LOCAL_GROUPS);
        Products.forward(f, ATT_OUT, TOKENS, HIDDEN, GROUPS_WIDTH, ONE);
        Adapters.forward(f, ATT_OUT, TOKENS, HIDDEN, GROUPS_WIDTH, ONE, RANK_OUT);
        if (sparse(f)) {
            Products.forward(f, SPARSE_ENTRIES, TOKENS, SPARSE_ENTRY_WIDTH, HIDDEN, ONE);
            Products.forward(f, INDEX_QUERY, TOKENS, INDEX_WIDTH, QUERY_RANK, ONE);
            Products.forward(f, INDEX_KEY, TOKENS, INDEX_SIDE, HIDDEN, ONE);
        }
        if (dense(f)) Products.forward(f, DENSE_ENTRIES, TOKENS, DENSE_ENTRY_WIDTH, HIDDEN, ONE);
        products(f, ATT_PRODUCTS, FORWARD);
    }

    /** Projections, backward. */
    static void backward(Frame f) {
        Products.backward(f, Q_DOWN, TOKENS, QUERY_RANK, HIDDEN, ONE);
        Adapters.backward(f, Q_DOWN, TOKENS, QUERY_RANK, HIDDEN, ONE, RANK_QKV);
        Products.backward(f, Q_UP, TOKENS, Q_UP_WIDTH, QUERY_RANK, ONE);
        Adapters.backward(f, Q_UP, TOKENS, Q_UP_WIDTH, QUERY_RANK, ONE, RANK_QKV);
        Products.backward(f, KV_DOWN, TOKENS, HEAD_DIM, HIDDEN, ONE);
        Adapters.backward(f, KV_DOWN, TOKENS, HEAD_DIM, HIDDEN, ONE, RANK_QKV);
        Products.backward(f, OUT_GROUPED, GROUP_ROWS, OUTPUT_RANK, GROUP_WIDTH, LOCAL_GROUPS);
        Products.backward(f, ATT_OUT, TOKENS, HIDDEN, GROUPS_WIDTH, ONE);
        Adapters.backward(f, ATT_OUT, TOKENS, HIDDEN, GROUPS_WIDTH, ONE, RANK_OUT);
        if (sparse(f)) {
            Products.backward(f, SPARSE_ENTRIES, TOKENS, SPARSE_ENTRY_WIDTH, HIDDEN, ONE);
            Products.backward(f, INDEX_QUERY, TOKENS, INDEX_WIDTH, QUERY_RANK, ONE);
            Products.backward(f, INDEX_KEY, TOKENS, INDEX_SIDE, HIDDEN, ONE);
        }
        if (dense(f)) Products.backward(f, DENSE_ENTRIES, TOKENS, DENSE_ENTRY_WIDTH, HIDDEN, ONE);
        products(f, ATT_PRODUCTS_BACK, BACKWARD);
    }

    /** Sums one number of each product of a block: times, or FLOP. */
    static void products(Frame f, int out, int of) {
        Products.sum(f, out, Q_DOWN + of, Q_UP + of, KV_DOWN + of, OUT_GROUPED + of, ATT_OUT + of);
        if (sparse(f)) {
            Products.sum(f, SHARE_SUM, SPARSE_ENTRIES + of, INDEX_QUERY + of, INDEX_KEY + of);
            add(f, out, SPARSE_SHARE, SHARE_SUM);
        }
        if (dense(f)) add(f, out, COMPRESSED_SHARE, DENSE_ENTRIES + of);
    }

    /** What a query of the tokens in its cell sees in each sort of layer, and their mean. */
    static void keys(Frame f) {
        double[] x = f.x;
        f.set(
                SIGHT_WINDOW + SEEN_ALL,
                ModelFlops.windowKeys(x[SPAN], x[WINDOW_KEYS]),
                "flops.window_keys",
                SPAN,
                WINDOW_KEYS);
        if (sparse(f)) {
            entries(f, SPARSE_ENTRIES_SEEN, SPARSE_RATIO);
            f.set(
                    PICKED_ENTRIES,
                    Compression.picked(x[SPAN], x[SPARSE_RATIO], x[ENTRIES_PICKED]),
                    "flops.picked_entries",
                    SPAN,
                    SPARSE_RATIO,
                    ENTRIES_PICKED);
        }
        if (dense(f)) entries(f, DENSE_ENTRIES_SEEN, DENSE_RATIO);
        seen(f);
        mean(f, KEYS, SEEN_ALL);
        f.same(CAUSAL, KEYS);
    }

    private static void entries(Frame f, int out, int ratio) {
        f.set(out, Compression.entries(f.x[SPAN], f.x[ratio]), "flops.entries", SPAN, ratio);
    }

    /** Adds the window to the entries of each sort. */
    private static void seen(Frame f) {
        int window = SIGHT_WINDOW + SEEN_ALL;
        if (sparse(f)) Products.sum(f, SIGHT_SPARSE + SEEN_ALL, window, PICKED_ENTRIES);
        if (dense(f)) Products.sum(f, SIGHT_DENSE + SEEN_ALL, window, DENSE_ENTRIES_SEEN);
    }

    private static int share(int sight) {
        if (sight == SIGHT_WINDOW) return WINDOW_ONLY;
        return sight == SIGHT_SPARSE ? SPARSE_SHARE : COMPRESSED_SHARE;
    }

    /** The mean of one number over the sorts of layers. */
    private static void mean(Frame f, int out, int of) {
        Products.times(f, out, WINDOW_ONLY, SIGHT_WINDOW + of);
        if (sparse(f)) add(f, out, SPARSE_SHARE, SIGHT_SPARSE + of);
        if (dense(f)) add(f, out, COMPRESSED_SHARE, SIGHT_DENSE + of);
    }

    /** Core of each sort of layer, forward: training and prefill. */
    static void core(Frame f) {
        double[] x = f.x;
        for (int sight : SIGHTS) {
            if (x[share(sight)] == 0) continue;
            scores(f, sight);
            f.set(
                    sight + SIGHT_BYTES,
                    Compression.gathered(
                            x[TOKENS], x[sight + SEEN_ALL], x[HEADS], x[HEAD_DIM], x[BYTES], x[TP]),
                    "traffic.gathered",
                    TOKENS,
                    sight + SEEN_ALL,
                    HEADS,
                    HEAD_DIM,
                    BYTES,
                    TP);
            if (sight == SIGHT_SPARSE) {
                indexer(f);
                pooled(f, sight, SPARSE_ENTRY_WIDTH, SPARSE_RATIO);
                pooled(f, sight, INDEX_ENTRY_WIDTH, SPARSE_RATIO);
            } else if (sight == SIGHT_DENSE) {
                pooled(f, sight, DENSE_ENTRY_WIDTH, DENSE_RATIO);
            }
            Products.core(f, sight + SIGHT_CORE, sight + SIGHT_FLOPS, sight + SIGHT_BYTES);
        }
        mean(f, ATT_FLOPS, SIGHT_FLOPS);
        mean(f, ATT_FORWARD, SIGHT_CORE);
    }

    private static void scores(Frame f, int sight) {
        double[] x = f.x;
        f.set(
                sight + SIGHT_FLOPS,
                ModelFlops.attention(
                        x[TOKENS], x[sight + SEEN_ALL], x[LOCAL_HEADS], x[QK_DIM], x[V_DIM]),
                "flops.attention",
                TOKENS,
                sight + SEEN_ALL,
                LOCAL_HEADS,
                QK_DIM,
                V_DIM);
    }

    /** Scores of the indexer over all entries before a query; every rank makes them all. */
    private static void indexer(Frame f) {
        double[] x = f.x;
        f.set(
                INDEX_FLOPS,
                ModelFlops.indexer(x[TOKENS], x[SPARSE_ENTRIES_SEEN], x[INDEX_HEADS], x[INDEX_DIM]),
                "flops.indexer",
                TOKENS,
                SPARSE_ENTRIES_SEEN,
                INDEX_HEADS,
                INDEX_DIM);
        Products.sum(f, SIGHT_SPARSE + SIGHT_FLOPS, SIGHT_SPARSE + SIGHT_FLOPS, INDEX_FLOPS);
        f.set(
                PICKING_BYTES,
                Compression.picking(x[TOKENS], x[SPARSE_ENTRIES_SEEN]),
                "traffic.picking",
                TOKENS,
                SPARSE_ENTRIES_SEEN);
        Products.sum(f, SIGHT_SPARSE + SIGHT_BYTES, SIGHT_SPARSE + SIGHT_BYTES, PICKING_BYTES);
    }

    private static void pooled(Frame f, int sight, int width, int ratio) {
        double[] x = f.x;
        f.set(
                POOLING_BYTES,
                Compression.pooling(x[TOKENS], x[width], x[ratio], x[BYTES]),
                "traffic.pooling",
                TOKENS,
                width,
                ratio,
                BYTES);
        Products.sum(f, sight + SIGHT_BYTES, sight + SIGHT_BYTES, POOLING_BYTES);
    }

    /** Core of each sort of layer, backward. */
    static void coreBack(Frame f) {
        for (int sight : SIGHTS) {
            if (f.x[share(sight)] == 0) continue;
            Products.times(f, ATT_BACK_FLOPS, BACKWARD_ATTENTION, sight + SIGHT_FLOPS);
            Products.times(f, ATT_BACK_BYTES, TWO, sight + SIGHT_BYTES);
            Products.core(f, sight + SIGHT_CORE_BACK, ATT_BACK_FLOPS, ATT_BACK_BYTES);
        }
        mean(f, ATT_BACKWARD, SIGHT_CORE_BACK);
    }

    /** Core of a decoded token of each request, from the cache. */
    static void decode(Frame f) {
        double[] x = f.x;
        seen(f, SIGHT_WINDOW + SEEN_ALL, CACHED, WINDOW_KEYS);
        if (sparse(f)) {
            cached(f, SPARSE_ENTRIES_SEEN, SPARSE_RATIO);
            seen(f, PICKED_ENTRIES, SPARSE_ENTRIES_SEEN, ENTRIES_PICKED);
        }
        if (dense(f)) cached(f, DENSE_ENTRIES_SEEN, DENSE_RATIO);
        seen(f);
        f.same(ATT_REACHED, ATTENTION);
        for (int sight : SIGHTS) {
            if (x[share(sight)] == 0) continue;
            scores(f, sight);
            read(f, sight + SIGHT_BYTES, sight + SEEN_ALL, HEAD_DIM);
            if (sight == SIGHT_SPARSE) {
                indexer(f);
                read(f, PICKING_BYTES, SPARSE_ENTRIES_SEEN, INDEX_DIM);
                Products.sum(f, sight + SIGHT_BYTES, sight + SIGHT_BYTES, PICKING_BYTES);
            }
            Products.core(f, sight + SIGHT_CORE, sight + SIGHT_FLOPS, sight + SIGHT_BYTES);
        }
        mean(f, ATT_FLOPS, SIGHT_FLOPS);
        mean(f, ATT_BYTES, SIGHT_BYTES);
        mean(f, ATT_FORWARD, SIGHT_CORE);
    }

    private static void cached(Frame f, int out, int ratio) {
        f.set(out, Compression.cached(f.x[CACHED], f.x[ratio]), "cache.entries", CACHED, ratio);
    }

    private static void seen(Frame f, int out, int cached, int limit) {
        f.set(out, Recurrences.seen(f.x[cached], f.x[limit]), "cache.seen", cached, limit);
    }

    private static void read(Frame f, int out, int seen, int width) {
        double[] x = f.x;
        f.set(
                out,
                Compression.read(x[BUSY_REQUESTS], x[seen], x[width], x[KV_BYTES]),
                "traffic.cache_seen",
                BUSY_REQUESTS,
                seen,
                width,
                KV_BYTES);
    }

    /** Cache of a token, all layers: entries, and its share of the windows of its request. */
    static void cache(Frame f, int out) {
        double[] x = f.x;
        f.set(
                ENTRY_KV,
                Compression.kvToken(
                        x[LAYERS],
                        x[SPARSE_SHARE],
                        x[SPARSE_RATIO],
                        x[COMPRESSED_SHARE],
                        x[DENSE_RATIO],
                        x[HEAD_DIM],
                        x[INDEX_DIM],
                        x[KV_BYTES]),
                "memory.kv_token_compressed",
                LAYERS,
                SPARSE_SHARE,
                SPARSE_RATIO,
                COMPRESSED_SHARE,
                DENSE_RATIO,
                HEAD_DIM,
                INDEX_DIM,
                KV_BYTES);
        f.set(
                STATE_BYTES,
                Compression.window(x[WINDOW_KEYS], x[HEAD_DIM], x[KV_BYTES]),
                "memory.window",
                WINDOW_KEYS,
                HEAD_DIM,
                KV_BYTES);
        Products.sum(f, REQUEST_TOKENS, PROMPT, OUTPUT);
        windows(f, ONE_LAYER_KV, ONE);
        windows(f, STATE_EACH, LAYERS);
        Products.sum(f, out, ENTRY_KV, STATE_EACH);
    }

    private static void windows(Frame f, int out, int layers) {
        double[] x = f.x;
        f.set(
                out,
                Recurrences.stateOfToken(x[layers], x[STATE_BYTES], x[ONE], x[REQUEST_TOKENS]),
                "memory.state_token",
                layers,
                STATE_BYTES,
                ONE,
                REQUEST_TOKENS);
    }

    /** What a block's attention keeps of one micro-batch. */
    static void kept(Frame f) {
        double[] x = f.x;
        int out = DENSE + KEPT_ATTENTION;
        x[out] =
                Compression.kept(
                        x[TOKENS],
                        x[HIDDEN],
                        x[HEADS],
                        x[HEAD_DIM],
                        x[QUERY_RANK],
                        x[OUTPUT_RANK],
                        x[OUTPUT_GROUPS],
                        x[BYTES],
                        x[KEPT_NORM],
                        x[KEPT_OUT],
                        x[TP],
                        x[SP]);
        if (f.recording)
            f.saw(
                    "memory.activations_compressed_attention",
                    out,
                    TOKENS,
                    HIDDEN,
                    HEADS,
                    HEAD_DIM,
                    QUERY_RANK,
                    OUTPUT_RANK,
                    OUTPUT_GROUPS,
                    BYTES,
                    KEPT_NORM,
                    KEPT_OUT,
                    TP,
                    SP);
        if (sparse(f)) {
            Products.sum(f, SHARE_SUM, SPARSE_ENTRY_WIDTH, INDEX_ENTRY_WIDTH, INDEX_WIDTH);
            keptEntries(f, SPARSE_SHARE, SHARE_SUM);
        }
        if (dense(f)) keptEntries(f, COMPRESSED_SHARE, DENSE_ENTRY_WIDTH);
    }

    private static void keptEntries(Frame f, int share, int width) {
        double[] x = f.x;
        f.set(
                KEPT_ENTRIES,
                Compression.keptOfCompressor(x[TOKENS], x[width], x[BYTES]),
                "memory.activations_compressor",
                TOKENS,
                width,
                BYTES);
        add(f, DENSE + KEPT_ATTENTION, share, KEPT_ENTRIES);
    }

    /** Model FLOPs of a block's projections: two for each parameter and token. */
    static void modelProjections(Frame f) {
        double[] x = f.x;
        f.set(
                MODEL_FLOPS_ATT,
                ModelFlops.parameters(x[STEP_TOKENS], x[P_ATTENTION]),
                "flops.parameters",
                STEP_TOKENS,
                P_ATTENTION);
    }

    /** Model FLOPs of a block's indexer beside its core, over all entries. */
    static void modelIndexer(Frame f) {
        if (!sparse(f)) return;
        double[] x = f.x;
        Products.times(f, ALL_KEYS, TWO, SPARSE_ENTRIES_SEEN);
        f.set(
                MODEL_FLOPS_PART,
                ModelFlops.indexer(x[STEP_TOKENS], x[ALL_KEYS], x[INDEX_HEADS], x[INDEX_DIM]),
                "flops.indexer",
                STEP_TOKENS,
                ALL_KEYS,
                INDEX_HEADS,
                INDEX_DIM);
        add(f, MODEL_FLOPS_CORE, SPARSE_SHARE, MODEL_FLOPS_PART);
    }
}
