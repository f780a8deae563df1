// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.ModelFlops;
import org.araverus.infra.engine.physics.Roofline;
import org.araverus.infra.engine.physics.Traffic;

/** Attention of one layer: projections and core. */
final class Attention {

    private Attention() {}

    /** Projections, forward. */
    static void forward(Frame f, Plan.Traits t) {
        if (CompressedAttention.in(f)) {
            CompressedAttention.forward(f);
            return;
        }
        if (t.latentAttention()) {
            Products.forward(f, Q_DOWN, TOKENS, QUERY_RANK, HIDDEN, ONE);
            Adapters.forward(f, Q_DOWN, TOKENS, QUERY_RANK, HIDDEN, ONE, RANK_QKV);
            Products.forward(f, Q_UP, TOKENS, Q_UP_WIDTH, QUERY_RANK, ONE);
            Adapters.forward(f, Q_UP, TOKENS, Q_UP_WIDTH, QUERY_RANK, ONE, RANK_QKV);
            Products.forward(f, KV_DOWN, TOKENS, KV_DOWN_WIDTH, HIDDEN, ONE);
            Adapters.forward(f, KV_DOWN, TOKENS, KV_DOWN_WIDTH, HIDDEN, ONE, RANK_QKV);
            Products.forward(f, KV_UP, TOKENS, KV_UP_WIDTH, KV_RANK, ONE);
            Adapters.forward(f, KV_UP, TOKENS, KV_UP_WIDTH, KV_RANK, ONE, RANK_QKV);
            Products.forward(f, ATT_OUT, TOKENS, HIDDEN, HEADS_WIDTH, ONE);
            Adapters.forward(f, ATT_OUT, TOKENS, HIDDEN, HEADS_WIDTH, ONE, RANK_OUT);
            Products.sum(
                    f,
                    ATT_PRODUCTS,
                    Q_DOWN + FORWARD,
                    Q_UP + FORWARD,
                    KV_DOWN + FORWARD,
                    KV_UP + FORWARD,
                    ATT_OUT + FORWARD);
        } else {
            Products.forward(f, QKV, TOKENS, QKV_WIDTH, HIDDEN, ONE);
            Adapters.forward(f, QKV, TOKENS, QKV_WIDTH, HIDDEN, ONE, RANK_QKV);
            Products.forward(f, ATT_OUT, TOKENS, HIDDEN, HEADS_WIDTH, ONE);
            Adapters.forward(f, ATT_OUT, TOKENS, HIDDEN, HEADS_WIDTH, ONE, RANK_OUT);
            Products.sum(f, ATT_PRODUCTS, QKV + FORWARD, ATT_OUT + FORWARD);
        }
        Mixers.products(f);
    }

    /** Projections, backward. */
    static void backward(Frame f, Plan.Traits t) {
        if (CompressedAttention.in(f)) {
            CompressedAttention.backward(f);
            return;
        }
        if (t.latentAttention()) {
            Products.backward(f, Q_DOWN, TOKENS, QUERY_RANK, HIDDEN, ONE);
            Adapters.backward(f, Q_DOWN, TOKENS, QUERY_RANK, HIDDEN, ONE, RANK_QKV);
            Products.backward(f, Q_UP, TOKENS, Q_UP_WIDTH, QUERY_RANK, ONE);
            Adapters.backward(f, Q_UP, TOKENS, Q_UP_WIDTH, QUERY_RANK, ONE, RANK_QKV);
            Products.backward(f, KV_DOWN, TOKENS, KV_DOWN_WIDTH, HIDDEN, ONE);
            Adapters.backward(f, KV_DOWN, TOKENS, KV_DOWN_WIDTH, HIDDEN, ONE, RANK_QKV);
            Products.backward(f, KV_UP, TOKENS, KV_UP_WIDTH, KV_RANK, ONE);
            Adapters.backward(f, KV_UP, TOKENS, KV_UP_WIDTH, KV_RANK, ONE, RANK_QKV);
            Products.backward(f, ATT_OUT, TOKENS, HIDDEN, HEADS_WIDTH, ONE);
            Adapters.backward(f, ATT_OUT, TOKENS, HIDDEN, HEADS_WIDTH, ONE, RANK_OUT);
            Products.sum(
                    f,
                    ATT_PRODUCTS_BACK,
                    Q_DOWN + BACKWARD,
                    Q_UP + BACKWARD,
                    KV_DOWN + BACKWARD,
                    KV_UP + BACKWARD,
                    ATT_OUT + BACKWARD);
        } else {
            Products.backward(f, QKV, TOKENS, QKV_WIDTH, HIDDEN, ONE);
            Adapters.backward(f, QKV, TOKENS, QKV_WIDTH, HIDDEN, ONE, RANK_QKV);
            Products.backward(f, ATT_OUT, TOKENS, HIDDEN, HEADS_WIDTH, ONE);
            Adapters.backward(f, ATT_OUT, TOKENS, HIDDEN, HEADS_WIDTH, ONE, RANK_OUT);
            Products.sum(f, ATT_PRODUCTS_BACK, QKV + BACKWARD, ATT_OUT + BACKWARD);
        }
        Mixers.productsBack(f);
    }

    /** Core of a sequence that is read as a whole, forward: training and prefill. */
    static void coreForward(Frame f, Plan.Traits t) {
        double[] x = f.x;
        reached(f);
        if (CompressedAttention.in(f)) {
            CompressedAttention.core(f);
            return;
        }
        f.set(
                ATT_FLOPS,
                ModelFlops.attention(x[TOKENS], x[KEYS], x[LOCAL_HEADS], x[QK_DIM], x[V_DIM]),
                "flops.attention",
                TOKENS,
                KEYS,
                LOCAL_HEADS,
                QK_DIM,
                V_DIM);
        Mixers.indexer(f);
        if (t.storesScores()) {
            stored(f);
        } else {
            f.set(
                    ATT_BYTES,
                    Traffic.attentionFused(
                            x[TOKENS], x[HEADS], x[KV_HEADS], x[QK_DIM], x[BYTES], x[TP]),
                    "traffic.attention_fused",
                    TOKENS,
                    HEADS,
                    KV_HEADS,
                    QK_DIM,
                    BYTES,
                    TP);
            f.same(SOFTMAX, ZERO);
        }
        Products.core(f, ATT_CORE, ATT_FLOPS, ATT_BYTES);
        Products.sum(f, ATT_FORWARD, ATT_CORE, SOFTMAX);
        Mixers.scan(f);
    }

    /** Share of the peak that attention reaches, up to what its kernels can do. */
    private static void reached(Frame f) {
        double[] x = f.x;
        f.set(
                ATT_REACHED,
                Roofline.attentionEfficiency(x[ATTENTION], x[SPAN], x[ATTENTION_HALF]),
                "op.attention_efficiency",
                ATTENTION,
                SPAN,
                ATTENTION_HALF);
        if (x[ATTENTION_RATE] > 0)
            f.set(
                    ATT_REACHED,
                    Roofline.cappedEfficiency(
                            x[ATT_REACHED], x[ATTENTION_RATE], x[EFFECTIVE_PEAK_ATTENTION]),
                    "op.capped_efficiency",
                    ATT_REACHED,
                    ATTENTION_RATE,
                    EFFECTIVE_PEAK_ATTENTION);
    }

    private static void stored(Frame f) {
        double[] x = f.x;
        f.set(
                ATT_BYTES,
                Traffic.attentionStored(
                        x[TOKENS], x[KEYS], x[HEADS], x[KV_HEADS], x[QK_DIM], x[BYTES], x[TP]),
                "traffic.attention_stored",
                TOKENS,
                KEYS,
                HEADS,
                KV_HEADS,
                QK_DIM,
                BYTES,
                TP);
        f.set(
                SOFTMAX_BYTES,
                Traffic.softmaxForward(x[TOKENS], x[KEYS], x[HEADS], x[BYTES], x[TP]),
                "traffic.softmax_forward",
                TOKENS,
                KEYS,
                HEADS,
                BYTES,
                TP);
        Products.memory(f, SOFTMAX, SOFTMAX_BYTES, TWO);
    }

    /** Core, backward. */
    static void coreBackward(Frame f, Plan.Traits t) {
        if (CompressedAttention.in(f)) {
            CompressedAttention.coreBack(f);
            return;
        }
        double[] x = f.x;
        Products.times(f, ATT_BACK_FLOPS, BACKWARD_ATTENTION, ATT_FLOPS);
        Products.times(f, ATT_BACK_BYTES, TWO, ATT_BYTES);
        Products.core(f, ATT_BACK_CORE, ATT_BACK_FLOPS, ATT_BACK_BYTES);
        if (t.storesScores()) {
            f.set(
                    SOFTMAX_BACK_BYTES,
                    Traffic.softmaxBackward(x[TOKENS], x[KEYS], x[HEADS], x[BYTES], x[TP]),
                    "traffic.softmax_backward",
                    TOKENS,
                    KEYS,
                    HEADS,
                    BYTES,
                    TP);
            Products.memory(f, SOFTMAX_BACK, SOFTMAX_BACK_BYTES, TWO);
        } else {
            f.same(SOFTMAX_BACK, ZERO);
        }
        Products.sum(f, ATT_BACKWARD, ATT_BACK_CORE, SOFTMAX_BACK);
        Mixers.scanBack(f);
    }
}
