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
        f.same(DENSE + KEPT, ZERO);
        f.same(MOE + KEPT, ZERO);
        f.same(KEPT_WORKING, ZERO);
        inputs(f, false);
        boolean full = layout.recompute() == Recompute.full;
        layers(f, t, layout, full ? WORKING : KEPT);
        if (full) {
            checkpoint(f, DENSE, PLAIN_LAYERS);
            checkpoint(f, MOE, MOE_LAYERS);
        } else if (layout.recompute() == Recompute.modules) {
            inputs(f, true);
            layers(f, t, layout, LEAN);
            spared(f, DENSE, PLAIN_LAYERS);
            spared(f, MOE, MOE_LAYERS);
        }
    }

    /**
     * Bytes that are kept of the inputs of products: for the gradients of weights, in the products'
     * number format; for those of adapters in 16 bits. What norms, activations and the expansion of
     * latent attention make is not kept where they are computed again.
     */
    private static void inputs(Frame f, boolean modules) {
        boolean frozen = f.x[RANK] > 0;
        int attention = frozen ? f.x[RANK_QKV] > 0 ? BYTES : ZERO : OP_BYTES;
        int block = frozen ? f.x[RANK_MLP] > 0 ? BYTES : ZERO : OP_BYTES;
        boolean routed = !frozen || f.x[RANK_MLP] > 0 && f.x[SHARED] > 0;
        f.same(KEPT_NORM, modules ? ZERO : attention);
        f.same(KEPT_EXPANDED, modules ? ZERO : BYTES);
        f.same(KEPT_OUT, frozen ? ZERO : OP_BYTES);
        f.same(KEPT_UP, modules ? ZERO : block);
        f.same(KEPT_DOWN, modules ? ZERO : block);
        f.same(KEPT_DISPATCHED, block);
        f.same(KEPT_ROUTED, modules || !routed ? ZERO : BYTES);
    }

    private static void layers(Frame f, Plan.Traits t, Layout layout, int out) {
        keptAttention(f, t, layout);
        if (f.x[PLAIN_LAYERS] > 0) {
            keptMlp(f);
            together(f, DENSE, out);
        }
        if (f.x[MOE_LAYERS] > 0) {
            keptExperts(f);
            together(f, MOE, out);
        }
    }

    private static void together(Frame f, int kind, int out) {
        Products.sum(
                f,
                kind + out,
                DENSE + KEPT_ATTENTION,
                kind + KEPT_MLP,
                DENSE + KEPT_SCORES,
                DENSE + KEPT_DROPOUT);
    }

    /** Of a layer that is computed again its input; all of one while its backward pass runs. */
    private static void checkpoint(Frame f, int kind, int layers) {
        double[] x = f.x;
        if (x[layers] == 0) return;
        f.set(
                kind + KEPT,
                ActivationMemory.checkpoint(x[TOKENS], x[HIDDEN], x[BYTES], x[SP]),
                "memory.activations_checkpoint",
                TOKENS,
                HIDDEN,
                BYTES,
                SP);
        Streams.all(f, kind + KEPT);
        if (x[kind + WORKING] > x[KEPT_WORKING]) f.same(KEPT_WORKING, kind + WORKING);
    }

    /** What modules compute again is there for one layer while its backward pass runs. */
    private static void spared(Frame f, int kind, int layers) {
        double[] x = f.x;
        if (x[layers] == 0) return;
        f.set(
                kind + SPARED,
                Sums.minus(x[kind + KEPT], x[kind + LEAN]),
                "sum.minus",
                kind + KEPT,
                kind + LEAN);
        f.same(kind + KEPT, kind + LEAN);
        if (x[kind + SPARED] > x[KEPT_WORKING]) f.same(KEPT_WORKING, kind + SPARED);
    }

    private static void keptAttention(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        int out = DENSE + KEPT_ATTENTION;
        if (CompressedAttention.in(f)) {
            CompressedAttention.kept(f);
        } else if (t.latentAttention()) {
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
                            x[KEPT_NORM],
                            x[KEPT_EXPANDED],
                            x[KEPT_OUT],
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
                        KEPT_NORM,
                        KEPT_EXPANDED,
                        KEPT_OUT,
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
                            x[KEPT_NORM],
                            x[KEPT_OUT],
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
                        KEPT_NORM,
                        KEPT_OUT,
                        TP,
                        SP);
        }
        Mixers.kept(f);
        Streams.kept(f);
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
        x[DENSE + KEPT_MLP] =
                ActivationMemory.mlp(
                        x[TOKENS],
                        x[HIDDEN],
                        x[FFN],
                        x[MATRICES],
                        x[BYTES],
                        x[KEPT_UP],
                        x[KEPT_DOWN],
                        x[TP],
                        x[SP]);
        if (f.recording)
            f.saw(
                    "memory.activations_mlp",
                    DENSE + KEPT_MLP,
                    TOKENS,
                    HIDDEN,
                    FFN,
                    MATRICES,
                    BYTES,
                    KEPT_UP,
                    KEPT_DOWN,
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
                        x[KEPT_ROUTED],
                        x[KEPT_DISPATCHED],
                        x[KEPT_DOWN],
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
                    KEPT_ROUTED,
                    KEPT_DISPATCHED,
                    KEPT_DOWN,
                    TP,
                    SP);
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
        double held =
                Pipeline.stageParameters(
                        dense, x[DENSE + PARAMETERS], moe, x[MOE + PARAMETERS], ends);
        double trained =
                Pipeline.stageParameters(
                        dense, x[DENSE + TRAINED], moe, x[MOE + TRAINED], x[RANK] > 0 ? 0 : ends);
        double state =
                held * x[WEIGHT_BYTES] / x[SHARDS_WEIGHTS]
                        + trained
                                * (x[GRADIENT] / x[SHARDS_GRADIENTS]
                                        + x[OPTIMIZER] / x[SHARDS_OPTIMIZER])
                        + moe * x[P_EXPERT_RANK] * x[WEIGHT_BYTES] / x[SHARDS_EXPERT_WEIGHTS]
                        + moe
                                * x[P_EXPERT_TRAINED]
                                * (x[GRADIENT] / x[SHARDS_EXPERT_GRADIENTS]
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
        f.same(P_ENDS_TRAINED, f.x[RANK] > 0 ? ZERO : P_ENDS);
        parameters(f, P_STAGE, PARAMETERS, P_ENDS);
        parameters(f, P_TRAINED, TRAINED, P_ENDS_TRAINED);
        Products.times(f, P_STAGE_EXPERTS, M_MOE, P_EXPERT_RANK);
        Products.times(f, P_TRAINED_EXPERTS, M_MOE, P_EXPERT_TRAINED);
        String weights = "memory.weights";
        state(f, M_WEIGHTS_DENSE, weights, P_STAGE, WEIGHT_BYTES, SHARDS_WEIGHTS);
        state(f, M_WEIGHTS_EXPERT, weights, P_STAGE_EXPERTS, WEIGHT_BYTES, SHARDS_EXPERT_WEIGHTS);
        Products.sum(f, M_WEIGHTS, M_WEIGHTS_DENSE, M_WEIGHTS_EXPERT);
        state(f, M_TRAINED_DENSE, weights, P_TRAINED, WEIGHT_BYTES, SHARDS_WEIGHTS);
        state(f, M_TRAINED_EXPERT, weights, P_TRAINED_EXPERTS, WEIGHT_BYTES, SHARDS_EXPERT_WEIGHTS);
        Products.sum(f, M_TRAINED, M_TRAINED_DENSE, M_TRAINED_EXPERT);
        String gradients = "memory.gradients";
        state(f, M_GRADIENTS_DENSE, gradients, P_TRAINED, GRADIENT, SHARDS_GRADIENTS);
        state(
                f,
                M_GRADIENTS_EXPERT,
                gradients,
                P_TRAINED_EXPERTS,
                GRADIENT,
                SHARDS_EXPERT_GRADIENTS);
        Products.sum(f, M_GRADIENTS, M_GRADIENTS_DENSE, M_GRADIENTS_EXPERT);
        if (f.x[APART_BYTES] > 0) {
            apart(f, layout);
            Products.sum(f, M_GRADIENTS, M_GRADIENTS, M_APART);
        }
        String optimizer = "memory.optimizer";
        state(f, M_OPTIMIZER_DENSE, optimizer, P_TRAINED, OPTIMIZER, SHARDS_OPTIMIZER);
        state(
                f,
                M_OPTIMIZER_EXPERT,
                optimizer,
                P_TRAINED_EXPERTS,
                OPTIMIZER,
                SHARDS_EXPERT_OPTIMIZER);
        Products.sum(f, M_OPTIMIZER, M_OPTIMIZER_DENSE, M_OPTIMIZER_EXPERT);
    }

    private static void parameters(Frame f, int out, int of, int ends) {
        double[] x = f.x;
        f.set(
                out,
                Pipeline.stageParameters(x[M_DENSE], x[DENSE + of], x[M_MOE], x[MOE + of], x[ends]),
                "parameters.stage",
                M_DENSE,
                DENSE + of,
                M_MOE,
                MOE + of,
                ends);
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
