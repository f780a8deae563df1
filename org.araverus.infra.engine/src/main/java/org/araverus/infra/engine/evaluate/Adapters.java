// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.design.Target;
import org.araverus.infra.engine.physics.Parameters;
import org.araverus.infra.engine.physics.Traffic;

/**
 * Low-rank adapters beside products whose own weights stay as they are (arXiv:2106.09685). Each
 * product has one pair, queries, keys and values together one; each expert has its own. Their
 * products run in 16 bits, and what they give is added to what the product gives.
 *
 * <p>Tensor parallelism cuts the matrix on the side where the product is cut; the other is whole on
 * each rank.
 */
final class Adapters {

    private Adapters() {}

    /** Ranks beside the products of a layer; zero where there is no adapter. */
    static void ranks(Frame f, Plan.Traits t) {
        Target target = t.adapters();
        f.same(RANK_QKV, target == null ? ZERO : RANK);
        f.same(RANK_OUT, target == null || target == Target.qkv ? ZERO : RANK);
        f.same(RANK_MLP, target == Target.all ? RANK : ZERO);
    }

    /** Adds the adapter to a product, forward. */
    static void forward(Frame f, int product, int m, int n, int k, int groups, int rank) {
        if (f.x[rank] == 0) return;
        Products.forward16(f, product + ADAPTER_DOWN, m, rank, k, groups);
        Products.forward16(f, product + ADAPTER_UP, m, n, rank, groups);
        added(f, product, ADAPTER_SUM, m, n);
        Products.sum(
                f,
                product + ADAPTER,
                product + ADAPTER_DOWN + FORWARD,
                product + ADAPTER_UP + FORWARD,
                product + ADAPTER_SUM);
        Products.sum(f, product + FORWARD, product + FORWARD, product + ADAPTER);
    }

    /** Adds the adapter to a product, backward. */
    static void backward(Frame f, int product, int m, int n, int k, int groups, int rank) {
        if (f.x[rank] == 0) return;
        Products.backward16(f, product + ADAPTER_DOWN, m, rank, k, groups);
        Products.backward16(f, product + ADAPTER_UP, m, n, rank, groups);
        added(f, product, ADAPTER_SUM_BACK, m, k);
        Products.sum(
                f,
                product + ADAPTER_BACK,
                product + ADAPTER_DOWN + BACKWARD,
                product + ADAPTER_UP + BACKWARD,
                product + ADAPTER_SUM_BACK);
        Products.sum(f, product + BACKWARD, product + BACKWARD, product + ADAPTER_BACK);
    }

    private static void added(Frame f, int product, int out, int rows, int width) {
        double[] x = f.x;
        f.set(
                product + ADAPTER_BYTES,
                Traffic.sum(x[rows], x[width], x[BYTES]),
                "traffic.sum",
                rows,
                width,
                BYTES);
        Products.memory(f, product + out, product + ADAPTER_BYTES, ONE);
    }

    /**
     * Parameters that are trained: all of a rank, or those of its adapters, which are then added to
     * those that it holds.
     */
    static void parameters(Frame f, Plan.Traits t) {
        for (int kind : new int[] {DENSE, MOE}) f.same(kind + TRAINED, kind + PARAMETERS);
        f.same(P_EXPERT_TRAINED, P_EXPERT_RANK);
        if (t.adapters() == null) return;
        attention(f, t);
        dense(f);
        if (t.experts()) experts(f);
    }

    private static void attention(Frame f, Plan.Traits t) {
        int into = HEADS_WIDTH;
        if (CompressedAttention.in(f)) {
            pair(f, Q_DOWN, QUERY_RANK, HIDDEN, ONE, RANK_QKV);
            pair(f, Q_UP, Q_UP_WIDTH, QUERY_RANK, ONE, RANK_QKV);
            pair(f, KV_DOWN, HEAD_DIM, HIDDEN, ONE, RANK_QKV);
            Products.sum(f, P_ADAPTERS, Q_DOWN + P_ADAPTER, Q_UP + P_ADAPTER, KV_DOWN + P_ADAPTER);
            into = GROUPS_WIDTH;
        } else if (t.latentAttention()) {
            pair(f, Q_DOWN, QUERY_RANK, HIDDEN, ONE, RANK_QKV);
            pair(f, Q_UP, Q_UP_WIDTH, QUERY_RANK, ONE, RANK_QKV);
            pair(f, KV_DOWN, KV_DOWN_WIDTH, HIDDEN, ONE, RANK_QKV);
            pair(f, KV_UP, KV_UP_WIDTH, KV_RANK, ONE, RANK_QKV);
            Products.sum(
                    f,
                    P_ADAPTERS,
                    Q_DOWN + P_ADAPTER,
                    Q_UP + P_ADAPTER,
                    KV_DOWN + P_ADAPTER,
                    KV_UP + P_ADAPTER);
        } else {
            pair(f, QKV, QKV_WIDTH, HIDDEN, ONE, RANK_QKV);
            f.same(P_ADAPTERS, QKV + P_ADAPTER);
        }
        pair(f, ATT_OUT, HIDDEN, into, ONE, RANK_OUT);
        Products.sum(f, P_ADAPTERS, P_ADAPTERS, ATT_OUT + P_ADAPTER);
        // a block with fewer layers of attention has fewer adapters
        if (f.x[ATTENTION_SHARE] != 1) Products.times(f, P_ADAPTERS, ATTENTION_SHARE, P_ADAPTERS);
    }

    private static void dense(Frame f) {
        if (f.x[PLAIN_LAYERS] == 0) return;
        pair(f, UP, UP_WIDTH, HIDDEN, ONE, RANK_MLP);
        pair(f, DOWN, HIDDEN, DOWN_WIDTH, ONE, RANK_MLP);
        Products.sum(f, DENSE + TRAINED, P_ADAPTERS, UP + P_ADAPTER, DOWN + P_ADAPTER);
        Products.sum(f, DENSE + PARAMETERS, DENSE + PARAMETERS, DENSE + TRAINED);
    }

    private static void experts(Frame f) {
        pair(f, EXPERT_UP, EXPERT_UP_WIDTH, EXPERT_HIDDEN, LOCAL_EXPERTS, RANK_MLP);
        pair(f, EXPERT_DOWN, EXPERT_HIDDEN, EXPERT_LOCAL, LOCAL_EXPERTS, RANK_MLP);
        Products.sum(f, P_EXPERT_TRAINED, EXPERT_UP + P_ADAPTER, EXPERT_DOWN + P_ADAPTER);
        Products.sum(f, P_EXPERT_RANK, P_EXPERT_RANK, P_EXPERT_TRAINED);
        f.same(MOE + TRAINED, P_ADAPTERS);
        if (f.x[SHARED] > 0) {
            pair(f, SHARED_UP, SHARED_UP_WIDTH, HIDDEN, ONE, RANK_MLP);
            pair(f, SHARED_DOWN, HIDDEN, SHARED_LOCAL, ONE, RANK_MLP);
            Products.sum(
                    f, MOE + TRAINED, P_ADAPTERS, SHARED_UP + P_ADAPTER, SHARED_DOWN + P_ADAPTER);
        }
        Products.sum(f, MOE + PARAMETERS, MOE + PARAMETERS, MOE + TRAINED);
    }

    private static void pair(Frame f, int product, int n, int k, int groups, int rank) {
        double[] x = f.x;
        f.set(
                product + P_ADAPTER,
                Parameters.adapter(x[rank], x[k], x[n], x[groups]),
                "parameters.adapter",
                rank,
                k,
                n,
                groups);
    }
}
