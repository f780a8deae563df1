// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.ModelFlops;
import org.araverus.infra.engine.physics.Parameters;
import org.araverus.infra.engine.physics.Recurrences;
import org.araverus.infra.engine.physics.Shapes;

/**
 * What mixes tokens beside full attention in every layer: windows, indexers, gates, recurrent
 * layers. Layers are counted by their MLPs; each such block has its share of the mixers.
 */
final class Mixers {

    private Mixers() {}

    /** Widths of one rank, and how many norms and exchanges a block has. */
    static void widths(Frame f) {
        double[] x = f.x;
        Products.sum(f, MIXERS, ATTENTION_SHARE, RECURRENT_SHARE);
        Products.sum(f, SUBLAYERS, MIXERS, ONE);
        f.set(NORMS, Shapes.half(x[SUBLAYERS]), "shape.half", SUBLAYERS);
        if (x[PICKED] > 0) {
            Products.times(f, INDEX_WIDTH, INDEX_HEADS, INDEX_DIM);
            Products.sum(f, INDEX_SIDE, INDEX_DIM, INDEX_HEADS);
        }
        if (x[RECURRENT_SHARE] == 0) return;
        f.set(
                CHANNELS,
                Recurrences.channels(x[KEY_HEADS], x[VALUE_HEADS], x[STATE_DIM], x[STATE_VALUE]),
                "recurrent.channels",
                KEY_HEADS,
                VALUE_HEADS,
                STATE_DIM,
                STATE_VALUE);
        f.set(
                RECURRENT_ALL,
                Recurrences.width(x[CHANNELS], x[VALUE_HEADS], x[STATE_VALUE], x[SCALARS]),
                "recurrent.width",
                CHANNELS,
                VALUE_HEADS,
                STATE_VALUE,
                SCALARS);
        cut(f, RECURRENT_WIDTH, ONE, RECURRENT_ALL);
        cut(f, STATE_WIDTH, VALUE_HEADS, STATE_VALUE);
    }

    private static void cut(Frame f, int out, int count, int size) {
        double[] x = f.x;
        f.set(out, Shapes.cut(x[count], x[size], x[TP]), "shape.cut", count, size, TP);
    }

    /** Mean number of keys that a query of the tokens in its cell sees. */
    static void keys(Frame f) {
        double[] x = f.x;
        if (CompressedAttention.in(f)) {
            CompressedAttention.keys(f);
            return;
        }
        f.set(KEYS, ModelFlops.causalKeys(x[SPAN], x[ZERO]), "flops.causal_keys", SPAN, ZERO);
        f.same(CAUSAL, KEYS);
        int limit = x[PICKED] > 0 ? PICKED : x[WINDOW_SHARE] > 0 ? WINDOW_KEYS : -1;
        if (limit < 0) return;
        f.set(WINDOWED, ModelFlops.windowKeys(x[SPAN], x[limit]), "flops.window_keys", SPAN, limit);
        mix(f, KEYS, WINDOWED, CAUSAL);
    }

    /** A mean over layers that see little and layers that see all. */
    static void mix(Frame f, int out, int little, int all) {
        if (f.x[PICKED] > 0) {
            f.same(out, little);
            return;
        }
        f.set(UNWINDOWED_SHARE, Shapes.rest(f.x[WINDOW_SHARE]), "shape.rest", WINDOW_SHARE);
        mixed(f, out, WINDOW_SHARE, little, UNWINDOWED_SHARE, all);
    }

    private static void mixed(Frame f, int out, int share, int a, int other, int b) {
        double[] x = f.x;
        f.set(
                out,
                Recurrences.mixed(x[share], x[a], x[other], x[b]),
                "layer.mixed",
                share,
                a,
                other,
                b);
    }

    /** Adds gate, indexer and recurrent products to those of attention, forward. */
    static void products(Frame f) {
        double[] x = f.x;
        if (x[GATED] > 0) {
            Products.forward(f, GATE_PRODUCT, TOKENS, HEADS_WIDTH, HIDDEN, ONE);
            Products.sum(f, ATT_PRODUCTS, ATT_PRODUCTS, GATE_PRODUCT + FORWARD);
        }
        if (x[PICKED] > 0) {
            Products.forward(f, INDEX_QUERY, TOKENS, INDEX_WIDTH, QUERY_RANK, ONE);
            Products.forward(f, INDEX_KEY, TOKENS, INDEX_SIDE, HIDDEN, ONE);
            Products.sum(f, ATT_PRODUCTS, ATT_PRODUCTS, INDEX_QUERY + FORWARD, INDEX_KEY + FORWARD);
        }
        if (x[RECURRENT_SHARE] > 0) {
            Products.forward(f, RECURRENT_IN, TOKENS, RECURRENT_WIDTH, HIDDEN, ONE);
            Products.forward(f, RECURRENT_OUT, TOKENS, HIDDEN, STATE_WIDTH, ONE);
            Products.sum(f, RECURRENT_PRODUCTS, RECURRENT_IN + FORWARD, RECURRENT_OUT + FORWARD);
        }
        share(f, ATT_PRODUCTS, RECURRENT_PRODUCTS);
    }

    /** The same, backward. */
    static void productsBack(Frame f) {
        double[] x = f.x;
        if (x[GATED] > 0) {
            Products.backward(f, GATE_PRODUCT, TOKENS, HEADS_WIDTH, HIDDEN, ONE);
            Products.sum(f, ATT_PRODUCTS_BACK, ATT_PRODUCTS_BACK, GATE_PRODUCT + BACKWARD);
        }
        if (x[PICKED] > 0) {
            Products.backward(f, INDEX_QUERY, TOKENS, INDEX_WIDTH, QUERY_RANK, ONE);
            Products.backward(f, INDEX_KEY, TOKENS, INDEX_SIDE, HIDDEN, ONE);
            Products.sum(
                    f,
                    ATT_PRODUCTS_BACK,
                    ATT_PRODUCTS_BACK,
                    INDEX_QUERY + BACKWARD,
                    INDEX_KEY + BACKWARD);
        }
        if (x[RECURRENT_SHARE] > 0) {
            Products.backward(f, RECURRENT_IN, TOKENS, RECURRENT_WIDTH, HIDDEN, ONE);
            Products.backward(f, RECURRENT_OUT, TOKENS, HIDDEN, STATE_WIDTH, ONE);
            Products.sum(f, RECURRENT_PRODUCTS, RECURRENT_IN + BACKWARD, RECURRENT_OUT + BACKWARD);
        }
        share(f, ATT_PRODUCTS_BACK, RECURRENT_PRODUCTS);
    }

    /** What attention and recurrent layers of a block come to, where it is not one of attention. */
    static void share(Frame f, int cell, int recurrent) {
        if (f.x[RECURRENT_SHARE] > 0) {
            mixed(f, cell, ATTENTION_SHARE, cell, RECURRENT_SHARE, recurrent);
        } else if (f.x[ATTENTION_SHARE] != 1) {
            Products.times(f, cell, ATTENTION_SHARE, cell);
        }
    }

    /** Scores of an indexer beside those of attention. */
    static void indexer(Frame f) {
        double[] x = f.x;
        if (x[PICKED] == 0) return;
        f.set(
                INDEX_FLOPS,
                ModelFlops.indexer(x[TOKENS], x[CAUSAL], x[INDEX_HEADS], x[INDEX_DIM]),
                "flops.indexer",
                TOKENS,
                CAUSAL,
                INDEX_HEADS,
                INDEX_DIM);
        Products.sum(f, ATT_FLOPS, ATT_FLOPS, INDEX_FLOPS);
    }

    /** Scans of recurrent layers beside the core of attention, forward. */
    static void scan(Frame f) {
        double[] x = f.x;
        if (x[RECURRENT_SHARE] > 0) {
            scanFlops(f, SCAN_ALL, TOKENS);
            cut(f, SCAN_FLOPS, ONE, SCAN_ALL);
            f.set(
                    SCAN_BYTES,
                    Recurrences.traffic(
                            x[TOKENS],
                            x[CHANNELS],
                            x[VALUE_HEADS],
                            x[STATE_VALUE],
                            x[BYTES],
                            x[TP]),
                    "traffic.recurrent",
                    TOKENS,
                    CHANNELS,
                    VALUE_HEADS,
                    STATE_VALUE,
                    BYTES,
                    TP);
            Products.core(f, SCAN, SCAN_FLOPS, SCAN_BYTES);
        }
        share(f, ATT_FORWARD, SCAN);
    }

    /** Scans, backward: two products for each of the forward pass. */
    static void scanBack(Frame f) {
        if (f.x[RECURRENT_SHARE] > 0) {
            Products.times(f, SCAN_BACK_FLOPS, TWO, SCAN_FLOPS);
            Products.times(f, SCAN_BACK_BYTES, TWO, SCAN_BYTES);
            Products.core(f, SCAN_BACK, SCAN_BACK_FLOPS, SCAN_BACK_BYTES);
        }
        share(f, ATT_BACKWARD, SCAN_BACK);
    }

    /** FLOPs of the scan of so many tokens on all ranks. */
    static void scanFlops(Frame f, int out, int tokens) {
        double[] x = f.x;
        if (x[SCALARS] == 1) {
            f.set(
                    out,
                    Recurrences.stateSpace(
                            x[tokens],
                            x[CHUNK],
                            x[KEY_HEADS],
                            x[VALUE_HEADS],
                            x[STATE_DIM],
                            x[STATE_VALUE]),
                    "flops.state_space",
                    tokens,
                    CHUNK,
                    KEY_HEADS,
                    VALUE_HEADS,
                    STATE_DIM,
                    STATE_VALUE);
            return;
        }
        f.set(
                out,
                Recurrences.gatedDelta(
                        x[tokens], x[CHUNK], x[VALUE_HEADS], x[STATE_DIM], x[STATE_VALUE]),
                "flops.gated_delta",
                tokens,
                CHUNK,
                VALUE_HEADS,
                STATE_DIM,
                STATE_VALUE);
    }

    /** Parameters of what mixes tokens in a block, from those of plain attention. */
    static void parameters(Frame f) {
        double[] x = f.x;
        if (x[GATED] > 0) {
            f.set(
                    P_SEEING,
                    Parameters.attentionGate(x[HIDDEN], x[HEADS], x[HEAD_DIM]),
                    "parameters.attention_gate",
                    HIDDEN,
                    HEADS,
                    HEAD_DIM);
            Products.sum(f, P_ATTENTION, P_ATTENTION, P_SEEING);
        }
        if (x[PICKED] > 0) {
            f.set(
                    P_SEEING,
                    Parameters.indexer(x[HIDDEN], x[QUERY_RANK], x[INDEX_HEADS], x[INDEX_DIM]),
                    "parameters.indexer",
                    HIDDEN,
                    QUERY_RANK,
                    INDEX_HEADS,
                    INDEX_DIM);
            Products.sum(f, P_ATTENTION, P_ATTENTION, P_SEEING);
        }
        if (x[RECURRENT_SHARE] > 0) {
            f.set(
                    P_RECURRENT,
                    Recurrences.parameters(
                            x[HIDDEN],
                            x[RECURRENT_ALL],
                            x[CHANNELS],
                            x[VALUE_HEADS],
                            x[STATE_VALUE],
                            x[CONV]),
                    "parameters.recurrent",
                    HIDDEN,
                    RECURRENT_ALL,
                    CHANNELS,
                    VALUE_HEADS,
                    STATE_VALUE,
                    CONV);
        }
        share(f, P_ATTENTION, P_RECURRENT);
    }

    /** What a block keeps of its mixers. */
    static void kept(Frame f) {
        double[] x = f.x;
        // recurrent layers have no adapters
        int norm = x[RANK] > 0 ? ZERO : KEPT_NORM;
        if (x[RECURRENT_SHARE] > 0) {
            x[KEPT_RECURRENT] =
                    Recurrences.kept(
                            x[TOKENS],
                            x[HIDDEN],
                            x[RECURRENT_ALL],
                            x[CHANNELS],
                            x[VALUE_HEADS],
                            x[STATE_VALUE],
                            x[BYTES],
                            x[norm],
                            x[KEPT_OUT],
                            x[TP],
                            x[SP]);
            if (f.recording)
                f.saw(
                        "memory.activations_recurrent",
                        KEPT_RECURRENT,
                        TOKENS,
                        HIDDEN,
                        RECURRENT_ALL,
                        CHANNELS,
                        VALUE_HEADS,
                        STATE_VALUE,
                        BYTES,
                        norm,
                        KEPT_OUT,
                        TP,
                        SP);
        }
        share(f, DENSE + KEPT_ATTENTION, KEPT_RECURRENT);
    }

    /** Model FLOPs of a block's projections, from those of plain attention. */
    static void modelProjections(Frame f) {
        double[] x = f.x;
        if (x[GATED] > 0) {
            Products.times(f, WHOLE_HEADS, HEADS, HEAD_DIM);
            added(f, MODEL_FLOPS_ATT, WHOLE_HEADS, HIDDEN);
        }
        if (x[PICKED] > 0) {
            added(f, MODEL_FLOPS_ATT, INDEX_WIDTH, QUERY_RANK);
            added(f, MODEL_FLOPS_ATT, INDEX_SIDE, HIDDEN);
        }
        if (x[RECURRENT_SHARE] > 0)
            f.set(
                    MODEL_FLOPS_RECURRENT,
                    Recurrences.projections(
                            x[STEP_TOKENS],
                            x[HIDDEN],
                            x[RECURRENT_ALL],
                            x[VALUE_HEADS],
                            x[STATE_VALUE]),
                    "flops.recurrent_projections",
                    STEP_TOKENS,
                    HIDDEN,
                    RECURRENT_ALL,
                    VALUE_HEADS,
                    STATE_VALUE);
        share(f, MODEL_FLOPS_ATT, MODEL_FLOPS_RECURRENT);
    }

    private static void added(Frame f, int to, int n, int k) {
        double[] x = f.x;
        f.set(
                MODEL_FLOPS_PART,
                ModelFlops.gemm(x[STEP_TOKENS], x[n], x[k]),
                "flops.gemm",
                STEP_TOKENS,
                n,
                k);
        Products.sum(f, to, to, MODEL_FLOPS_PART);
    }

    /** The cell of the keys that model FLOPs count: the full square of what is seen. */
    static int allKeys(Frame f) {
        boolean all = f.x[PICKED] == 0 && f.x[WINDOW_SHARE] == 0;
        if (all && !CompressedAttention.in(f)) return SPAN;
        Products.times(f, ALL_KEYS, TWO, KEYS);
        return ALL_KEYS;
    }

    /** Model FLOPs of a block's core, from those of plain attention. */
    static void modelCore(Frame f) {
        double[] x = f.x;
        if (CompressedAttention.in(f)) CompressedAttention.modelIndexer(f);
        if (x[PICKED] > 0) {
            f.set(
                    MODEL_FLOPS_PART,
                    ModelFlops.indexer(x[STEP_TOKENS], x[SPAN], x[INDEX_HEADS], x[INDEX_DIM]),
                    "flops.indexer",
                    STEP_TOKENS,
                    SPAN,
                    INDEX_HEADS,
                    INDEX_DIM);
            Products.sum(f, MODEL_FLOPS_CORE, MODEL_FLOPS_CORE, MODEL_FLOPS_PART);
        }
        if (x[RECURRENT_SHARE] > 0) scanFlops(f, MODEL_FLOPS_RECURRENT, STEP_TOKENS);
        share(f, MODEL_FLOPS_CORE, MODEL_FLOPS_RECURRENT);
    }

    /** Cached tokens that a decoded one looks at in a layer with attention: in {@code SEEN}. */
    static void seen(Frame f) {
        double[] x = f.x;
        f.same(CAUSAL, CACHED);
        f.same(SEEN, CACHED);
        int limit = x[PICKED] > 0 ? PICKED : x[WINDOW_SHARE] > 0 ? WINDOW_KEYS : -1;
        if (limit < 0) return;
        f.set(WINDOWED, Recurrences.seen(x[CACHED], x[limit]), "cache.seen", CACHED, limit);
        mix(f, SEEN, WINDOWED, CACHED);
    }

    /** A step of recurrent layers beside attention's: states are read and written. */
    static void carry(Frame f) {
        double[] x = f.x;
        if (x[RECURRENT_SHARE] > 0) {
            state(f);
            f.set(
                    STATE_READ,
                    Recurrences.carried(x[TOKENS], x[STATE_BYTES], x[TP]),
                    "traffic.recurrent_step",
                    TOKENS,
                    STATE_BYTES,
                    TP);
            Products.memory(f, SCAN, STATE_READ, TWO);
        }
        share(f, ATT_FORWARD, SCAN);
    }

    private static void state(Frame f) {
        double[] x = f.x;
        f.set(
                STATE_BYTES,
                Recurrences.state(
                        x[VALUE_HEADS], x[STATE_DIM], x[STATE_VALUE], x[CHANNELS], x[CONV]),
                "memory.recurrent_state",
                VALUE_HEADS,
                STATE_DIM,
                STATE_VALUE,
                CHANNELS,
                CONV);
    }

    /** Cache of a token: of layers without a window, with its share of the states. */
    static void cache(Frame f) {
        double[] x = f.x;
        if (x[WINDOW_SHARE] > 0 && x[PICKED] == 0) {
            // what windows hold is small beside what the other layers do
            f.set(UNWINDOWED_SHARE, Shapes.rest(x[WINDOW_SHARE]), "shape.rest", WINDOW_SHARE);
            Products.times(f, TOKEN_KV, UNWINDOWED_SHARE, TOKEN_KV);
        }
        if (x[RECURRENT_SHARE] > 0) {
            state(f);
            Products.sum(f, REQUEST_TOKENS, PROMPT, OUTPUT);
            f.set(
                    STATE_EACH,
                    Recurrences.stateOfToken(x[LAYERS], x[STATE_BYTES], x[TP], x[REQUEST_TOKENS]),
                    "memory.state_token",
                    LAYERS,
                    STATE_BYTES,
                    TP,
                    REQUEST_TOKENS);
        }
        share(f, TOKEN_KV, STATE_EACH);
    }
}
