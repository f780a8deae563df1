// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.design.Recompute;
import org.araverus.infra.engine.physics.Layer;
import org.araverus.infra.engine.physics.ParallelTraffic;
import org.araverus.infra.engine.physics.Schedule;

/** Times of the kinds of layers, from kernels and from communication that nothing hides. */
final class Layers {

    private Layers() {}

    /** Forward pass of both kinds for the tokens and keys in the frame. */
    static void forward(Frame f, Plan.Traits t, Layout layout) {
        Attention.forward(f, t);
        exchanges(f, t, layout);
        if (f.x[PLAIN_LAYERS] > 0) {
            FeedForward.dense(f);
            FeedForward.pointwise(f, t, DENSE);
            pass(f, DENSE, SUBLAYERS);
        }
        if (f.x[MOE_LAYERS] > 0) {
            FeedForward.experts(f);
            FeedForward.pointwise(f, t, MOE);
            if (t.serves()) ServingExchange.experts(f, t, layout);
            // experts that no all-to-all feeds are cut like a dense block
            pass(f, MOE, reduced(t, layout));
        }
    }

    /**
     * All-reduces of a layer with experts: where all ranks hold the same tokens, those of experts
     * are summed like a dense block's.
     */
    private static int reduced(Plan.Traits t, Layout layout) {
        boolean exchanged = t.serves() ? layout.dp() > 1 : layout.ep() > 1;
        return exchanged ? MIXERS : SUBLAYERS;
    }

    private static void pass(Frame f, int kind, int tensorExchanges) {
        kernels(f, kind + KERNEL, kind + PRODUCTS, ATT_FORWARD, kind + POINTWISE);
        Products.times(f, kind + TENSOR_ALL, tensorExchanges, TENSOR_ONE);
        exposed(f, kind + TENSOR_SHOWN, SHOWN_TP, kind + TENSOR_ALL);
        int expert = kind == MOE ? EXPERT_SHOWN : ZERO;
        passTime(f, kind + PASS, kind + KERNEL, kind + TENSOR_SHOWN, CONTEXT_SHOWN, expert);
    }

    /** Backward pass of both kinds, and what it computes again. */
    static void backward(Frame f, Plan.Traits t, Layout layout) {
        Attention.backward(f, t);
        Attention.coreBackward(f, t);
        if (f.x[PLAIN_LAYERS] > 0) {
            FeedForward.denseBack(f);
            FeedForward.pointwiseBack(f, t, DENSE);
            passBack(f, t, layout, DENSE);
        }
        if (f.x[MOE_LAYERS] > 0) {
            FeedForward.expertsBack(f);
            FeedForward.pointwiseBack(f, t, MOE);
            passBack(f, t, layout, MOE);
        }
    }

    private static void passBack(Frame f, Plan.Traits t, Layout layout, int kind) {
        kernels(f, kind + KERNEL_BACK, kind + PRODUCTS_BACK, ATT_BACKWARD, kind + POINTWISE_BACK);
        int expert = kind == MOE ? EXPERT_BACK_SHOWN : ZERO;
        if (kind == MOE) Products.sum(f, EXPERT_BACK_SHOWN, EXPERT_SHOWN, EXPERT_HOST);
        // the exchanges of tensor and expert parallelism are as many backward as forward; the
        // all-gather for the weight's gradient runs beside the input's gradient
        passTime(
                f,
                kind + PASS_BACK,
                kind + KERNEL_BACK,
                kind + TENSOR_SHOWN,
                CONTEXT_BACK_SHOWN,
                expert);
        if (layout.recompute() == Recompute.full) {
            f.same(kind + RECOMPUTED, kind + PASS);
        } else if (layout.recompute() == Recompute.modules) {
            // a norm or an activation again is the traffic of the forward pass again
            int expanded = ZERO;
            if (t.latentAttention()) {
                Products.sum(f, EXPANDED, Q_UP + FORWARD, KV_UP + FORWARD);
                expanded = EXPANDED;
            }
            kernels(f, kind + RECOMPUTED, expanded, ZERO, kind + POINTWISE);
        } else if (layout.recompute() == Recompute.selective && t.storesScores()) {
            kernels(f, kind + RECOMPUTED, ZERO, ATT_FORWARD, ZERO);
        } else {
            f.same(kind + RECOMPUTED, ZERO);
        }
        double[] x = f.x;
        f.set(
                kind + TIME,
                Layer.time(x[kind + PASS], x[kind + PASS_BACK], x[kind + RECOMPUTED]),
                "layer.time",
                kind + PASS,
                kind + PASS_BACK,
                kind + RECOMPUTED);
    }

    /** Exchanges of tensor, context and expert parallelism for the tokens in the frame. */
    private static void exchanges(Frame f, Plan.Traits t, Layout layout) {
        tensor(f, t, layout);
        context(f, t);
        if (t.experts() && !t.serves()) expert(f, t);
    }

    private static void tensor(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        if (layout.tp() == 1) {
            f.same(TENSOR_ONE, ZERO);
            return;
        }
        f.set(
                TENSOR_BYTES,
                ParallelTraffic.tensor(x[TOKENS], x[HIDDEN], x[BYTES]),
                "comm.tensor_bytes",
                TOKENS,
                HIDDEN,
                BYTES);
        if (t.serves()) {
            ServingExchange.allReduce(f, t, TENSOR_ONE, TP, TENSOR_BYTES);
        } else if (layout.sequenceParallel()) {
            Exchange.allGather(f, t, TENSOR_GATHER, TP, ONE, TENSOR_BYTES);
            Exchange.allGather(f, t, TENSOR_SCATTER, TP, ONE, TENSOR_BYTES);
            Products.sum(f, TENSOR_ONE, TENSOR_GATHER, TENSOR_SCATTER);
        } else {
            Exchange.allReduce(f, t, TENSOR_ONE, TP, ONE, TENSOR_BYTES);
        }
    }

    private static void context(Frame f, Plan.Traits t) {
        double[] x = f.x;
        if (x[CP] <= 1) {
            f.same(CONTEXT_SHOWN, ZERO);
            f.same(CONTEXT_BACK_SHOWN, ZERO);
            return;
        }
        f.set(
                CONTEXT_BYTES,
                ParallelTraffic.context(x[TOKENS], x[KV_HEADS], x[QK_DIM], x[BYTES], x[TP]),
                "comm.context_bytes",
                TOKENS,
                KV_HEADS,
                QK_DIM,
                BYTES,
                TP);
        Exchange.ring(f, t, CONTEXT_ONE, CP, TP, CONTEXT_BYTES);
        if (x[ATTENTION_SHARE] != 1) Products.times(f, CONTEXT_ONE, ATTENTION_SHARE, CONTEXT_ONE);
        exposed(f, CONTEXT_SHOWN, SHOWN_CP, CONTEXT_ONE);
        // backward passes keys and values and their gradients
        Products.times(f, CONTEXT_BACK, TWO, CONTEXT_ONE);
        exposed(f, CONTEXT_BACK_SHOWN, SHOWN_CP, CONTEXT_BACK);
    }

    private static void expert(Frame f, Plan.Traits t) {
        double[] x = f.x;
        if (x[EP] <= 1) {
            f.same(EXPERT_SHOWN, ZERO);
            return;
        }
        f.set(
                EXPERT_BYTES,
                ParallelTraffic.expert(x[TOKENS], x[TOP_K], x[EXPERT_HIDDEN], x[BYTES], x[TP]),
                "comm.expert_bytes",
                TOKENS,
                TOP_K,
                EXPERT_HIDDEN,
                BYTES,
                TP);
        Exchange.allToAll(f, t, EXPERT_ONE, EP, ONE, EXPERT_BYTES);
        Products.times(f, EXPERT_PAIR, TWO, EXPERT_ONE);
        exposed(f, EXPERT_SHOWN, SHOWN_EP, EXPERT_PAIR);
    }

    static void kernels(Frame f, int out, int products, int attention, int pointwise) {
        double[] x = f.x;
        f.set(
                out,
                Layer.kernels(x[KERNEL_TIME], x[products], x[attention], x[pointwise]),
                "layer.kernels",
                KERNEL_TIME,
                products,
                attention,
                pointwise);
    }

    static void exposed(Frame f, int out, int share, int time) {
        f.set(out, Schedule.exposed(f.x[share], f.x[time]), "comm.exposed", share, time);
    }

    private static void passTime(
            Frame f, int out, int kernels, int tensor, int context, int expert) {
        double[] x = f.x;
        f.set(
                out,
                Layer.pass(x[kernels], x[tensor], x[context], x[expert]),
                "layer.pass",
                kernels,
                tensor,
                context,
                expert);
    }
}
