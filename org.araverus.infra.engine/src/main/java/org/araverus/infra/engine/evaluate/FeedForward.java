// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.Roofline;
import org.araverus.infra.engine.physics.Shapes;
import org.araverus.infra.engine.physics.Traffic;

/**
 * Feed-forward block of one layer, dense or with experts: products, and what norms and activation
 * move.
 */
final class FeedForward {

    private FeedForward() {}

    /** Products of the dense block, forward. */
    static void dense(Frame f) {
        Products.forward(f, UP, TOKENS, UP_WIDTH, HIDDEN, ONE);
        Adapters.forward(f, UP, TOKENS, UP_WIDTH, HIDDEN, ONE, RANK_MLP);
        Products.forward(f, DOWN, TOKENS, HIDDEN, DOWN_WIDTH, ONE);
        Adapters.forward(f, DOWN, TOKENS, HIDDEN, DOWN_WIDTH, ONE, RANK_MLP);
        Products.sum(f, MLP_PRODUCTS, UP + FORWARD, DOWN + FORWARD);
        Products.sum(f, DENSE + PRODUCTS, ATT_PRODUCTS, MLP_PRODUCTS);
    }

    /** Products of the dense block, backward. */
    static void denseBack(Frame f) {
        Products.backward(f, UP, TOKENS, UP_WIDTH, HIDDEN, ONE);
        Adapters.backward(f, UP, TOKENS, UP_WIDTH, HIDDEN, ONE, RANK_MLP);
        Products.backward(f, DOWN, TOKENS, HIDDEN, DOWN_WIDTH, ONE);
        Adapters.backward(f, DOWN, TOKENS, HIDDEN, DOWN_WIDTH, ONE, RANK_MLP);
        Products.sum(f, MLP_PRODUCTS_BACK, UP + BACKWARD, DOWN + BACKWARD);
        Products.sum(f, DENSE + PRODUCTS_BACK, ATT_PRODUCTS_BACK, MLP_PRODUCTS_BACK);
    }

    /** Rows that experts of one rank get when each holds many. */
    static void rows(Frame f) {
        double[] x = f.x;
        f.set(
                EXPERT_ROWS,
                Shapes.expertRows(x[TOKENS], x[TOP_K], x[TP]),
                "shape.expert_rows",
                TOKENS,
                TOP_K,
                TP);
        f.set(
                PADDED_ROWS,
                Roofline.paddedRows(x[EXPERT_ROWS], x[LOCAL_EXPERTS], x[TILE]),
                "op.padded_rows",
                EXPERT_ROWS,
                LOCAL_EXPERTS,
                TILE);
    }

    /** Products of router, routed and shared experts, forward. */
    static void experts(Frame f) {
        Products.forward16(f, ROUTER, TOKENS, EXPERTS, HIDDEN);
        Products.forwardExperts(
                f, EXPERT_UP, PADDED_ROWS, EXPERT_UP_WIDTH, EXPERT_HIDDEN, LOCAL_EXPERTS);
        Products.forwardExperts(
                f, EXPERT_DOWN, PADDED_ROWS, EXPERT_HIDDEN, EXPERT_LOCAL, LOCAL_EXPERTS);
        grouped(f, EXPERT_UP + FORWARD);
        grouped(f, EXPERT_DOWN + FORWARD);
        Adapters.forward(
                f, EXPERT_UP, PADDED_ROWS, EXPERT_UP_WIDTH, EXPERT_HIDDEN, LOCAL_EXPERTS, RANK_MLP);
        Adapters.forward(
                f, EXPERT_DOWN, PADDED_ROWS, EXPERT_HIDDEN, EXPERT_LOCAL, LOCAL_EXPERTS, RANK_MLP);
        Products.sum(
                f, ROUTED_PRODUCTS, ROUTER + FORWARD, EXPERT_UP + FORWARD, EXPERT_DOWN + FORWARD);
        if (f.x[EXPERT_HIDDEN] != f.x[HIDDEN]) {
            Products.forward(f, LATENT_IN, TOKENS, EXPERT_HIDDEN, HIDDEN, ONE);
            Products.forward(f, LATENT_OUT, TOKENS, HIDDEN, EXPERT_HIDDEN, ONE);
            Products.sum(
                    f, ROUTED_PRODUCTS, ROUTED_PRODUCTS, LATENT_IN + FORWARD, LATENT_OUT + FORWARD);
        }
        if (f.x[SHARED] > 0) {
            Products.forward(f, SHARED_UP, TOKENS, SHARED_UP_WIDTH, HIDDEN, ONE);
            Adapters.forward(f, SHARED_UP, TOKENS, SHARED_UP_WIDTH, HIDDEN, ONE, RANK_MLP);
            Products.forward(f, SHARED_DOWN, TOKENS, HIDDEN, SHARED_LOCAL, ONE);
            Adapters.forward(f, SHARED_DOWN, TOKENS, HIDDEN, SHARED_LOCAL, ONE, RANK_MLP);
            Products.sum(f, SHARED_PRODUCTS, SHARED_UP + FORWARD, SHARED_DOWN + FORWARD);
        } else {
            f.same(SHARED_PRODUCTS, ZERO);
        }
        Products.sum(f, MOE + PRODUCTS, ATT_PRODUCTS, ROUTED_PRODUCTS, SHARED_PRODUCTS);
    }

    private static void grouped(Frame f, int time) {
        if (f.x[GROUPED_TIME] != 1) Products.times(f, time, GROUPED_TIME, time);
    }

    /** Products of router, routed and shared experts, backward. */
    static void expertsBack(Frame f) {
        Products.backward16(f, ROUTER, TOKENS, EXPERTS, HIDDEN);
        Products.backward(f, EXPERT_UP, PADDED_ROWS, EXPERT_UP_WIDTH, EXPERT_HIDDEN, LOCAL_EXPERTS);
        Products.backward(f, EXPERT_DOWN, PADDED_ROWS, EXPERT_HIDDEN, EXPERT_FFN, LOCAL_EXPERTS);
        grouped(f, EXPERT_UP + BACKWARD);
        grouped(f, EXPERT_DOWN + BACKWARD);
        Adapters.backward(
                f, EXPERT_UP, PADDED_ROWS, EXPERT_UP_WIDTH, EXPERT_HIDDEN, LOCAL_EXPERTS, RANK_MLP);
        Adapters.backward(
                f, EXPERT_DOWN, PADDED_ROWS, EXPERT_HIDDEN, EXPERT_LOCAL, LOCAL_EXPERTS, RANK_MLP);
        Products.sum(
                f,
                ROUTED_PRODUCTS_BACK,
                ROUTER + BACKWARD,
                EXPERT_UP + BACKWARD,
                EXPERT_DOWN + BACKWARD);
        if (f.x[EXPERT_HIDDEN] != f.x[HIDDEN]) {
            Products.backward(f, LATENT_IN, TOKENS, EXPERT_HIDDEN, HIDDEN, ONE);
            Products.backward(f, LATENT_OUT, TOKENS, HIDDEN, EXPERT_HIDDEN, ONE);
            Products.sum(
                    f,
                    ROUTED_PRODUCTS_BACK,
                    ROUTED_PRODUCTS_BACK,
                    LATENT_IN + BACKWARD,
                    LATENT_OUT + BACKWARD);
        }
        if (f.x[SHARED] > 0) {
            Products.backward(f, SHARED_UP, TOKENS, SHARED_UP_WIDTH, HIDDEN, ONE);
            Adapters.backward(f, SHARED_UP, TOKENS, SHARED_UP_WIDTH, HIDDEN, ONE, RANK_MLP);
            Products.backward(f, SHARED_DOWN, TOKENS, HIDDEN, SHARED_LOCAL, ONE);
            Adapters.backward(f, SHARED_DOWN, TOKENS, HIDDEN, SHARED_LOCAL, ONE, RANK_MLP);
            Products.sum(f, SHARED_PRODUCTS_BACK, SHARED_UP + BACKWARD, SHARED_DOWN + BACKWARD);
        } else {
            f.same(SHARED_PRODUCTS_BACK, ZERO);
        }
        Products.sum(
                f,
                MOE + PRODUCTS_BACK,
                ATT_PRODUCTS_BACK,
                ROUTED_PRODUCTS_BACK,
                SHARED_PRODUCTS_BACK);
    }

    /** Norms, residuals, rotation and activation of one kind of layer, forward. */
    static void pointwise(Frame f, Plan.Traits t, int kind) {
        double[] x = f.x;
        f.set(
                kind + TRAFFIC_RESIDUAL,
                Traffic.residualForward(x[TOKENS], x[HIDDEN], x[BYTES], x[SP]),
                "traffic.residual_forward",
                TOKENS,
                HIDDEN,
                BYTES,
                SP);
        norms(f, kind);
        Streams.traffic(f, kind, false);
        int width = activationWidth(f, kind);
        f.set(
                kind + TRAFFIC_ACTIVATION,
                Traffic.activationForward(x[TOKENS], x[width], x[MATRICES], x[BYTES], x[TP]),
                "traffic.activation_forward",
                TOKENS,
                width,
                MATRICES,
                BYTES,
                TP);
        finish(f, t, kind, POINTWISE);
    }

    /** Norms, residuals, rotation and activation of one kind of layer, backward. */
    static void pointwiseBack(Frame f, Plan.Traits t, int kind) {
        double[] x = f.x;
        f.set(
                kind + TRAFFIC_RESIDUAL,
                Traffic.residualBackward(x[TOKENS], x[HIDDEN], x[BYTES], x[SP]),
                "traffic.residual_backward",
                TOKENS,
                HIDDEN,
                BYTES,
                SP);
        norms(f, kind);
        Streams.traffic(f, kind, true);
        int width = activationWidth(f, kind);
        f.set(
                kind + TRAFFIC_ACTIVATION,
                Traffic.activationBackward(x[TOKENS], x[width], x[MATRICES], x[BYTES], x[TP]),
                "traffic.activation_backward",
                TOKENS,
                width,
                MATRICES,
                BYTES,
                TP);
        finish(f, t, kind, POINTWISE_BACK);
    }

    /** A block with more or fewer mixers has more or fewer norms and residuals. */
    private static void norms(Frame f, int kind) {
        if (f.x[NORMS] != 1)
            Products.times(f, kind + TRAFFIC_RESIDUAL, NORMS, kind + TRAFFIC_RESIDUAL);
    }

    private static int activationWidth(Frame f, int kind) {
        if (kind == DENSE) return FFN;
        double[] x = f.x;
        f.set(
                ACTIVATION_WIDTH,
                Shapes.visited(x[TOP_K], x[EXPERT_FFN], x[SHARED_WIDTH]),
                "shape.visited",
                TOP_K,
                EXPERT_FFN,
                SHARED_WIDTH);
        return ACTIVATION_WIDTH;
    }

    private static void finish(Frame f, Plan.Traits t, int kind, int out) {
        double[] x = f.x;
        int rotation = ZERO;
        if (t.rotation()) {
            f.set(
                    kind + TRAFFIC_OTHER,
                    Traffic.rotation(x[TOKENS], x[HEADS], x[KV_HEADS], x[QK_DIM], x[BYTES], x[TP]),
                    "traffic.rotation",
                    TOKENS,
                    HEADS,
                    KV_HEADS,
                    QK_DIM,
                    BYTES,
                    TP);
            rotation = kind + TRAFFIC_OTHER;
            if (x[ATTENTION_SHARE] != 1) Products.times(f, rotation, ATTENTION_SHARE, rotation);
        }
        Products.sum(
                f,
                kind + TRAFFIC_SUM,
                kind + TRAFFIC_RESIDUAL,
                kind + TRAFFIC_ACTIVATION,
                rotation);
        if (kind == MOE) {
            f.set(
                    kind + TRAFFIC_OTHER,
                    Traffic.permute(x[TOKENS], x[TOP_K], x[EXPERT_HIDDEN], x[BYTES], x[TP]),
                    "traffic.permute",
                    TOKENS,
                    TOP_K,
                    EXPERT_HIDDEN,
                    BYTES,
                    TP);
            Products.sum(f, kind + TRAFFIC_SUM, kind + TRAFFIC_SUM, kind + TRAFFIC_OTHER);
        }
        Products.times(f, kind + TRAFFIC_ALL, ELEMENTWISE, kind + TRAFFIC_SUM);
        Products.memory(f, kind + out, kind + TRAFFIC_ALL, KERNELS);
    }
}
