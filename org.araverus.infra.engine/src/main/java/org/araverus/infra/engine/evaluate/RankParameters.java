// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.Parameters;

/** Parameters that one rank holds of each kind of layer and of the vocabulary. */
final class RankParameters {

    private RankParameters() {}

    static void evaluate(Frame f, Plan.Traits t) {
        int shared = t.serves() && t.experts() ? EXPERT_TENSOR : ONE;
        attention(f, t);
        Mixers.parameters(f);
        norms(f);
        f.same(DENSE + PARAMETERS, ZERO);
        f.same(MOE + PARAMETERS, ZERO);
        f.same(P_EXPERT_RANK, ZERO);
        if (f.x[PLAIN_LAYERS] > 0) dense(f, t);
        if (t.experts()) experts(f, shared);
        Adapters.parameters(f, t);
        vocabulary(f);
    }

    private static void attention(Frame f, Plan.Traits t) {
        double[] x = f.x;
        if (CompressedAttention.in(f)) {
            CompressedAttention.parameters(f);
            return;
        }
        if (t.latentAttention()) {
            f.set(
                    P_ATTENTION,
                    Parameters.latentAttention(
                            x[HIDDEN],
                            x[HEADS],
                            x[QUERY_RANK],
                            x[KV_RANK],
                            x[NOPE_DIM],
                            x[ROPE_DIM],
                            x[VALUE_DIM]),
                    "parameters.latent_attention",
                    HIDDEN,
                    HEADS,
                    QUERY_RANK,
                    KV_RANK,
                    NOPE_DIM,
                    ROPE_DIM,
                    VALUE_DIM);
            return;
        }
        f.set(
                P_ATTENTION,
                Parameters.attention(x[HIDDEN], x[HEADS], x[KV_HEADS], x[HEAD_DIM]),
                "parameters.attention",
                HIDDEN,
                HEADS,
                KV_HEADS,
                HEAD_DIM);
        if (!t.biases()) return;
        f.set(
                P_BIAS,
                Parameters.attentionBias(x[HIDDEN], x[HEADS], x[KV_HEADS], x[HEAD_DIM]),
                "parameters.attention_bias",
                HIDDEN,
                HEADS,
                KV_HEADS,
                HEAD_DIM);
        Products.sum(f, P_ATTENTION, P_ATTENTION, P_BIAS);
    }

    private static void norms(Frame f) {
        f.set(
                P_NORMS,
                Parameters.norms(f.x[HIDDEN], f.x[NORM_VECTORS]),
                "parameters.norms",
                HIDDEN,
                NORM_VECTORS);
        if (f.x[NORMS] != 1) Products.times(f, P_NORMS, NORMS, P_NORMS);
        Streams.parameters(f);
    }

    private static void dense(Frame f, Plan.Traits t) {
        double[] x = f.x;
        f.set(
                P_MLP,
                Parameters.mlp(x[HIDDEN], x[FFN], x[MATRICES]),
                "parameters.mlp",
                HIDDEN,
                FFN,
                MATRICES);
        if (t.biases()) {
            f.set(
                    P_BIAS,
                    Parameters.mlpBias(x[HIDDEN], x[FFN], x[MATRICES]),
                    "parameters.mlp_bias",
                    HIDDEN,
                    FFN,
                    MATRICES);
            Products.sum(f, P_MLP, P_MLP, P_BIAS);
        }
        Products.sum(f, P_CUT, P_ATTENTION, P_MLP);
        shard(f, DENSE + PARAMETERS, P_CUT, P_NORMS, ZERO, ONE);
    }

    private static void experts(Frame f, int shared) {
        double[] x = f.x;
        f.set(
                P_ROUTER,
                Parameters.router(x[HIDDEN], x[EXPERTS]),
                "parameters.router",
                HIDDEN,
                EXPERTS);
        expertsOf(f, P_SHARED, HIDDEN, SHARED, SHARED_FFN);
        expertsOf(f, P_EXPERTS, EXPERT_HIDDEN, EXPERTS, EXPERT_FFN);
        Products.sum(f, P_CUT, P_ATTENTION, P_SHARED);
        Products.sum(f, P_WHOLE, P_NORMS, P_ROUTER);
        if (x[EXPERT_HIDDEN] != x[HIDDEN]) {
            f.set(
                    P_LATENT,
                    Parameters.latentExperts(x[HIDDEN], x[EXPERT_HIDDEN]),
                    "parameters.latent_experts",
                    HIDDEN,
                    EXPERT_HIDDEN);
            Products.sum(f, P_CUT, P_CUT, P_LATENT);
        }
        shard(f, MOE + PARAMETERS, P_CUT, P_WHOLE, ZERO, ONE);
        shard(f, P_EXPERT_RANK, ZERO, ZERO, P_EXPERTS, shared);
    }

    private static void expertsOf(Frame f, int out, int hidden, int count, int ffn) {
        double[] x = f.x;
        f.set(
                out,
                Parameters.experts(x[hidden], x[count], x[ffn], x[MATRICES]),
                "parameters.experts",
                hidden,
                count,
                ffn,
                MATRICES);
    }

    private static void shard(Frame f, int out, int cut, int whole, int experts, int shared) {
        double[] x = f.x;
        f.set(
                out,
                Parameters.layerShard(x[cut], x[whole], x[experts], x[TP], x[EP], x[shared]),
                "parameters.layer_shard",
                cut,
                whole,
                experts,
                TP,
                EP,
                shared);
    }

    /** One matrix a stage end; a single stage holds both, or the one that they share. */
    private static void vocabulary(Frame f) {
        double[] x = f.x;
        f.set(
                P_VOCAB_RANK,
                Parameters.embedding(x[HIDDEN], x[VOCAB_WIDTH], x[ONE]),
                "parameters.embedding",
                HIDDEN,
                VOCAB_WIDTH,
                ONE);
        f.set(
                P_VOCAB,
                Parameters.embedding(x[HIDDEN], x[VOCAB_WIDTH], x[EMBEDDINGS]),
                "parameters.embedding",
                HIDDEN,
                VOCAB_WIDTH,
                EMBEDDINGS);
    }
}
