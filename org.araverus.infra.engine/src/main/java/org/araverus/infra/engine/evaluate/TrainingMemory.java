// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.design.Recompute;
import org.araverus.infra.engine.physics.ActivationMemory;
import org.araverus.infra.engine.physics.Pipeline;
import org.araverus.infra.engine.physics.Schedule;
import org.araverus.infra.engine.physics.StateMemory;
import org.araverus.infra.engine.physics.Sums;

/** Memory of the fullest accelerator, by category. Expects sizes in the frame. */
final class TrainingMemory {

    private TrainingMemory() {}

    static void evaluate(Frame f, Plan.Traits t, Layout layout) {
        RankParameters.evaluate(f, t);
        kept(f, t, layout);
        shards(f, t, layout);
        fullest(f, layout);
        states(f, layout);
        activations(f, layout);
        double[] x = f.x;
        f.set(
                M_PEAK,
                StateMemory.peak(
                        x[M_WEIGHTS],
                        x[M_GRADIENTS],
                        x[M_OPTIMIZER],
                        x[M_ACTIVATIONS],
                        x[KEPT_WORKING],
                        x[M_LOGITS],
                        x[CONTEXT]),
                "memory.peak",
                M_WEIGHTS,
                M_GRADIENTS,
                M_OPTIMIZER,
                M_ACTIVATIONS,
                KEPT_WORKING,
                M_LOGITS,
                CONTEXT);
    }

    private static void shards(Frame f, Plan.Traits t, Layout layout) {
        f.same(SHARDS_WEIGHTS, layout.zero() >= 3 ? COPIES : ONE);
        f.same(SHARDS_GRADIENTS, layout.zero() >= 2 ? COPIES : ONE);
        f.same(SHARDS_OPTIMIZER, layout.zero() >= 1 ? COPIES : ONE);
        int experts = t.experts() ? EXPERT_COPIES : ONE;
        f.same(SHARDS_EXPERT_WEIGHTS, layout.zero() >= 3 ? experts : ONE);
        f.same(SHARDS_EXPERT_GRADIENTS, layout.zero() >= 2 ? experts : ONE);
        f.same(SHARDS_EXPERT_OPTIMIZER, layout.zero() >= 1 ? experts : ONE);
    }

    /** What each kind of layer keeps of one micro-batch. */
    private static void kept(Frame f, Plan.Traits t, Layout layout) {
        keptAttention(f, t, layout);
        f.same(DENSE + KEPT, ZERO);
        f.same(MOE + KEPT, ZERO);
        f.same(KEPT_WORKING, ZERO);
        boolean modules = layout.recompute() == Recompute.modules;
        if (modules) spared(f, t);
        if (f.x[PLAIN_LAYERS] > 0) {
            keptMlp(f);
            keptOf(f, layout, DENSE);
            if (modules) sparedMlp(f);
        }
        if (f.x[MOE_LAYERS] > 0) {
            keptExperts(f);
            keptOf(f, layout, MOE);
            if (modules) sparedExperts(f);
        }
    }

    private static void keptAttention(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        int out = DENSE + KEPT_ATTENTION;
        if (t.latentAttention()) {
            x[out] =
                    ActivationMemory.latentAttention(
                            x[TOKENS],
                            x[HIDDEN],
                            x[HEADS],
                            x[QUERY_RANK],
                            x[KV_RANK],
                            x[NOPE_DIM],
                            x[ROPE_DIM],
                            x[VALUE_DIM],
                            x[BYTES],
                            x[OP_BYTES],
                            x[TP],
                            x[SP]);
            if (f.recording)
                f.saw(
                        "memory.activations_latent_attention",
                        out,
                        TOKENS,
                        HIDDEN,
                        HEADS,
                        QUERY_RANK,
                        KV_RANK,
                        NOPE_DIM,
                        ROPE_DIM,
                        VALUE_DIM,
                        BYTES,
                        OP_BYTES,
                        TP,
                        SP);
        } else {
            x[out] =
                    ActivationMemory.attention(
                            x[TOKENS],
                            x[HIDDEN],
                            x[HEADS],
                            x[KV_HEADS],
                            x[HEAD_DIM],
                            x[BYTES],
                            x[OP_BYTES],
                            x[TP],
                            x[SP]);
            if (f.recording)
                f.saw(
                        "memory.activations_attention",
                        out,
                        TOKENS,
                        HIDDEN,
                        HEADS,
                        KV_HEADS,
                        HEAD_DIM,
                        BYTES,
                        OP_BYTES,
                        TP,
                        SP);
        }
        Mixers.kept(f);
        keptScores(f, t, layout);
        if (x[ATTENTION_SHARE] != 1)
            Products.times(f, DENSE + KEPT_SCORES, ATTENTION_SHARE, DENSE + KEPT_SCORES);
    }

    private static void keptScores(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        int scores = DENSE + KEPT_SCORES;
        int dropout = DENSE + KEPT_DROPOUT;
        f.same(dropout, ZERO);
        if (!t.storesScores()) {
            f.set(
                    scores,
                    ActivationMemory.softmax(x[TOKENS], x[HEADS], x[TP]),
                    "memory.activations_softmax",
                    TOKENS,
                    HEADS,
                    TP);
            return;
        }
        f.set(
                dropout,
                ActivationMemory.dropout(x[TOKENS], x[HIDDEN], x[SP]),
                "memory.activations_dropout",
                TOKENS,
                HIDDEN,
                SP);
        if (layout.recompute() == Recompute.selective) {
            f.same(scores, ZERO);
            return;
        }
        f.set(
                scores,
                ActivationMemory.scores(x[TOKENS], x[KEYS], x[HEADS], x[BYTES], x[TP]),
                "memory.activations_scores",
                TOKENS,
                KEYS,
                HEADS,
                BYTES,
                TP);
    }

    private static void keptMlp(Frame f) {
        double[] x = f.x;
        f.set(
                DENSE + KEPT_MLP,
                ActivationMemory.mlp(
                        x[TOKENS],
                        x[HIDDEN],
                        x[FFN],
                        x[MATRICES],
                        x[BYTES],
                        x[OP_BYTES],
                        x[TP],
                        x[SP]),
                "memory.activations_mlp",
                TOKENS,
                HIDDEN,
                FFN,
                MATRICES,
                BYTES,
                OP_BYTES,
                TP,
                SP);
    }

    private static void keptExperts(Frame f) {
        double[] x = f.x;
        x[MOE + KEPT_MLP] =
                ActivationMemory.experts(
                        x[TOKENS],
                        x[HIDDEN],
                        x[TOP_K],
                        x[EXPERT_FFN],
                        x[SHARED],
                        x[SHARED_FFN],
                        x[MATRICES],
                        x[BYTES],
                        x[OP_BYTES],
                        x[TP],
                        x[SP]);
        if (f.recording)
            f.saw(
                    "memory.activations_experts",
                    MOE + KEPT_MLP,
                    TOKENS,
                    HIDDEN,
                    TOP_K,
                    EXPERT_FFN,
                    SHARED,
                    SHARED_FFN,
                    MATRICES,
                    BYTES,
                    OP_BYTES,
                    TP,
                    SP);
    }

    /** What the cheap modules keep, which are computed again instead. */
    private static void spared(Frame f, Plan.Traits t) {
        double[] x = f.x;
        if (t.latentAttention()) {
            x[SPARED_ATTENTION] =
                    ActivationMemory.sparedLatentAttention(
                            x[TOKENS],
                            x[HIDDEN],
                            x[HEADS],
                            x[QUERY_RANK],
                            x[KV_RANK],
                            x[NOPE_DIM],
                            x[ROPE_DIM],
                            x[VALUE_DIM],
                            x[BYTES],
                            x[OP_BYTES],
                            x[TP],
                            x[SP]);
            if (f.recording)
                f.saw(
                        "memory.spared_latent_attention",
                        SPARED_ATTENTION,
                        TOKENS,
                        HIDDEN,
                        HEADS,
                        QUERY_RANK,
                        KV_RANK,
                        NOPE_DIM,
                        ROPE_DIM,
                        VALUE_DIM,
                        BYTES,
                        OP_BYTES,
                        TP,
                        SP);
        } else {
            f.set(
                    SPARED_ATTENTION,
                    ActivationMemory.sparedAttention(x[TOKENS], x[HIDDEN], x[OP_BYTES], x[SP]),
                    "memory.spared_attention",
                    TOKENS,
                    HIDDEN,
                    OP_BYTES,
                    SP);
            if (x[MIXERS] != 1) Products.times(f, SPARED_ATTENTION, MIXERS, SPARED_ATTENTION);
        }
    }

    private static void sparedMlp(Frame f) {
        double[] x = f.x;
        f.set(
                DENSE + SPARED_MLP,
                ActivationMemory.sparedMlp(x[TOKENS], x[HIDDEN], x[FFN], x[OP_BYTES], x[TP], x[SP]),
                "memory.spared_mlp",
                TOKENS,
                HIDDEN,
                FFN,
                OP_BYTES,
                TP,
                SP);
        sparedOf(f, DENSE);
    }

    private static void sparedExperts(Frame f) {
        double[] x = f.x;
        x[MOE + SPARED_MLP] =
                ActivationMemory.sparedExperts(
                        x[TOKENS],
                        x[HIDDEN],
                        x[TOP_K],
                        x[EXPERT_FFN],
                        x[SHARED],
                        x[SHARED_FFN],
                        x[BYTES],
                        x[OP_BYTES],
                        x[TP],
                        x[SP]);
        if (f.recording)
            f.saw(
                    "memory.spared_experts",
                    MOE + SPARED_MLP,
                    TOKENS,
                    HIDDEN,
                    TOP_K,
                    EXPERT_FFN,
                    SHARED,
                    SHARED_FFN,
                    BYTES,
                    OP_BYTES,
                    TP,
                    SP);
        sparedOf(f, MOE);
    }

    private static void sparedOf(Frame f, int kind) {
        Products.sum(f, kind + SPARED, SPARED_ATTENTION, kind + SPARED_MLP);
        f.set(
                kind + KEPT,
                Sums.minus(f.x[kind + KEPT], f.x[kind + SPARED]),
                "sum.minus",
                kind + KEPT,
                kind + SPARED);
        // those of one layer are there while its backward pass runs
        if (f.x[kind + SPARED] > f.x[KEPT_WORKING]) f.same(KEPT_WORKING, kind + SPARED);
    }

    private static void keptOf(Frame f, Layout layout, int kind) {
        double[] x = f.x;
        int all = layout.recompute() == Recompute.full ? kind + WORKING : kind + KEPT;
        Products.sum(
                f,
                all,
                DENSE + KEPT_ATTENTION,
                kind + KEPT_MLP,
                DENSE + KEPT_SCORES,
                DENSE + KEPT_DROPOUT);
        if (layout.recompute() != Recompute.full) return;
        f.set(
                kind + KEPT,
                ActivationMemory.checkpoint(x[TOKENS], x[HIDDEN], x[BYTES], x[SP]),
                "memory.activations_checkpoint",
                TOKENS,
                HIDDEN,
                BYTES,
                SP);
        if (x[kind + WORKING] > x[KEPT_WORKING]) f.same(KEPT_WORKING, kind + WORKING);
    }

    /** Finds the fullest stage, and writes down what it holds. */
    private static void fullest(Frame f, Layout layout) {
        double[] x = f.x;
        int worst = 0;
        double most = -1;
        logits(f);
        for (int stage = 0; stage < layout.pp(); stage++) {
            double dense =
                    Pipeline.stageLayers(x[LAYERS], x[PP], x[VPP], stage, 0, x[DENSE_LAYERS]);
            double moe =
                    Pipeline.stageLayers(
                            x[LAYERS], x[PP], x[VPP], stage, x[DENSE_LAYERS], x[LAYERS]);
            double bytes = bytes(x, layout, stage, dense, moe);
            if (bytes > most) {
                most = bytes;
                worst = stage;
            }
        }
        f.input(M_STAGE, worst, "the stage that holds most, of all");
        Stages.layers(f, M_DENSE, M_STAGE, ZERO, DENSE_LAYERS);
        Stages.layers(f, M_MOE, M_STAGE, DENSE_LAYERS, LAYERS);
        f.same(P_ENDS, Stages.ends(layout, worst, ZERO, P_VOCAB_RANK, P_VOCAB_RANK, P_VOCAB));
        boolean last = worst == layout.pp() - 1;
        if (!last) f.same(M_LOGITS, ZERO);
    }

    private static double bytes(double[] x, Layout layout, int stage, double dense, double moe) {
        double ends = x[Stages.ends(layout, stage, ZERO, P_VOCAB_RANK, P_VOCAB_RANK, P_VOCAB)];
        double parameters =
                Pipeline.stageParameters(
                        dense, x[DENSE + PARAMETERS], moe, x[MOE + PARAMETERS], ends);
        double experts = moe * x[P_EXPERT_RANK];
        double state =
                parameters
                                * (x[WEIGHT_BYTES] / x[SHARDS_WEIGHTS]
                                        + x[GRADIENT] / x[SHARDS_GRADIENTS]
                                        + x[OPTIMIZER] / x[SHARDS_OPTIMIZER])
                        + experts
                                * (x[WEIGHT_BYTES] / x[SHARDS_EXPERT_WEIGHTS]
                                        + x[GRADIENT] / x[SHARDS_EXPERT_GRADIENTS]
                                        + x[OPTIMIZER] / x[SHARDS_EXPERT_OPTIMIZER]);
        double activations =
                ActivationMemory.stage(
                        inFlight(x, layout, stage),
                        x[VPP],
                        dense,
                        x[DENSE + KEPT],
                        moe,
                        x[MOE + KEPT]);
        boolean last = stage == layout.pp() - 1;
        double apart =
                StateMemory.gradientsApart(
                        x[APART_BYTES], last ? x[P_VOCAB_RANK] : 0, x[UP_WIDTH], x[HIDDEN]);
        return state + activations + apart + (last ? x[M_LOGITS] : 0);
    }

    private static double inFlight(double[] x, Layout layout, double stage) {
        double microBatches = x[BATCH] / (x[DP] * x[MICRO]);
        return layout.vpp() == 1
                ? ActivationMemory.inFlight(microBatches, x[PP], stage)
                : ActivationMemory.chunksInFlight(microBatches, x[PP], x[VPP], stage);
    }

    private static void logits(Frame f) {
        double[] x = f.x;
        f.set(
                M_LOGITS,
                ActivationMemory.logits(x[TOKENS], x[VOCAB], x[LOGIT_BYTES], x[TP]),
                "memory.logits",
                TOKENS,
                VOCAB,
                LOGIT_BYTES,
                TP);
    }

    private static void states(Frame f, Layout layout) {
        double[] x = f.x;
        f.set(
                P_STAGE,
                Pipeline.stageParameters(
                        x[M_DENSE],
                        x[DENSE + PARAMETERS],
                        x[M_MOE],
                        x[MOE + PARAMETERS],
                        x[P_ENDS]),
                "parameters.stage",
                M_DENSE,
                DENSE + PARAMETERS,
                M_MOE,
                MOE + PARAMETERS,
                P_ENDS);
        Products.times(f, P_STAGE_EXPERTS, M_MOE, P_EXPERT_RANK);
        state(f, M_WEIGHTS_DENSE, "memory.weights", P_STAGE, WEIGHT_BYTES, SHARDS_WEIGHTS);
        state(
                f,
                M_WEIGHTS_EXPERT,
                "memory.weights",
                P_STAGE_EXPERTS,
                WEIGHT_BYTES,
                SHARDS_EXPERT_WEIGHTS);
        Products.sum(f, M_WEIGHTS, M_WEIGHTS_DENSE, M_WEIGHTS_EXPERT);
        state(f, M_GRADIENTS_DENSE, "memory.gradients", P_STAGE, GRADIENT, SHARDS_GRADIENTS);
        state(
                f,
                M_GRADIENTS_EXPERT,
                "memory.gradients",
                P_STAGE_EXPERTS,
                GRADIENT,
                SHARDS_EXPERT_GRADIENTS);
        Products.sum(f, M_GRADIENTS, M_GRADIENTS_DENSE, M_GRADIENTS_EXPERT);
        if (f.x[APART_BYTES] > 0) {
            apart(f, layout);
            Products.sum(f, M_GRADIENTS, M_GRADIENTS, M_APART);
        }
        state(f, M_OPTIMIZER_DENSE, "memory.optimizer", P_STAGE, OPTIMIZER, SHARDS_OPTIMIZER);
        state(
                f,
                M_OPTIMIZER_EXPERT,
                "memory.optimizer",
                P_STAGE_EXPERTS,
                OPTIMIZER,
                SHARDS_EXPERT_OPTIMIZER);
        Products.sum(f, M_OPTIMIZER, M_OPTIMIZER_DENSE, M_OPTIMIZER_EXPERT);
    }

    /** Those of the head and of one block, before they are added. */
    private static void apart(Frame f, Layout layout) {
        double[] x = f.x;
        int vocabulary = x[M_STAGE] == layout.pp() - 1 ? P_VOCAB_RANK : ZERO;
        f.set(
                M_APART,
                StateMemory.gradientsApart(x[APART_BYTES], x[vocabulary], x[UP_WIDTH], x[HIDDEN]),
                "memory.gradients_apart",
                APART_BYTES,
                vocabulary,
                UP_WIDTH,
                HIDDEN);
    }

    private static void state(
            Frame f, int out, String formula, int parameters, int bytes, int shards) {
        double[] x = f.x;
        f.set(
                out,
                StateMemory.weights(x[parameters], x[bytes], x[shards]),
                formula,
                parameters,
                bytes,
                shards);
    }

    private static void activations(Frame f, Layout layout) {
        double[] x = f.x;
        f.set(
                MICRO_BATCHES,
                Schedule.microBatches(x[BATCH], x[DP], x[MICRO]),
                "step.micro_batches",
                BATCH,
                DP,
                MICRO);
        if (layout.vpp() == 1) {
            f.set(
                    IN_FLIGHT,
                    ActivationMemory.inFlight(x[MICRO_BATCHES], x[PP], x[M_STAGE]),
                    "memory.in_flight",
                    MICRO_BATCHES,
                    PP,
                    M_STAGE);
        } else {
            f.set(
                    IN_FLIGHT,
                    ActivationMemory.chunksInFlight(x[MICRO_BATCHES], x[PP], x[VPP], x[M_STAGE]),
                    "memory.chunks_in_flight",
                    MICRO_BATCHES,
                    PP,
                    VPP,
                    M_STAGE);
        }
        f.set(
                M_ACTIVATIONS,
                ActivationMemory.stage(
                        x[IN_FLIGHT], x[VPP], x[M_DENSE], x[DENSE + KEPT], x[M_MOE], x[MOE + KEPT]),
                "memory.activations",
                IN_FLIGHT,
                VPP,
                M_DENSE,
                DENSE + KEPT,
                M_MOE,
                MOE + KEPT);
    }
}
