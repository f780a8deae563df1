// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.design.Recompute;
import org.araverus.infra.engine.physics.ModelFlops;
import org.araverus.infra.engine.physics.Power;
import org.araverus.infra.engine.physics.Schedule;
import org.araverus.infra.engine.physics.Shapes;
import org.araverus.infra.engine.physics.Sums;

/** What people ask of a step: utilization, throughput, and where the time goes. */
final class TrainingResults {

    private TrainingResults() {}

    static void evaluate(Frame f, Plan.Traits t, Layout layout) {
        breakdown(f, layout);
        flops(f, t, layout);
        double[] x = f.x;
        f.set(
                MFU,
                Schedule.mfu(x[MODEL_FLOPS], x[STEP], x[ACCELERATORS], x[PEAK]),
                "step.mfu",
                MODEL_FLOPS,
                STEP,
                ACCELERATORS,
                PEAK);
        f.set(
                HFU,
                Schedule.hfu(
                        x[MODEL_FLOPS], x[RECOMPUTED_FLOPS], x[STEP], x[ACCELERATORS], x[PEAK]),
                "step.hfu",
                MODEL_FLOPS,
                RECOMPUTED_FLOPS,
                STEP,
                ACCELERATORS,
                PEAK);
        f.set(
                RATE_FLOPS,
                Schedule.flops(x[MODEL_FLOPS], x[STEP], x[ACCELERATORS]),
                "step.flops",
                MODEL_FLOPS,
                STEP,
                ACCELERATORS);
        f.set(
                THROUGHPUT,
                Schedule.throughput(x[STEP_TOKENS], x[STEP]),
                "throughput",
                STEP_TOKENS,
                STEP);
        Checkpoints.evaluate(f, t.keeps());
        Products.sum(f, COMPUTING, B_PRODUCTS, B_ATTENTION, B_RECOMPUTED);
        f.set(
                UTILIZATION,
                Power.utilization(x[COMPUTING], x[B_POINTWISE], x[STEP]),
                "power.utilization",
                COMPUTING,
                B_POINTWISE,
                STEP);
    }

    /** Exposed times of the slowest stage; with bubble, data parallelism and optimizer the step. */
    private static void breakdown(Frame f, Layout layout) {
        boolean last = (int) f.x[STAGE] == layout.pp() - 1;
        boolean first = (int) f.x[STAGE] == 0;
        pair(f, PRODUCTS, PRODUCTS_BACK);
        stage(f, PER_STEP, last ? HEAD_PRODUCTS : ZERO);
        Products.times(f, B_PRODUCTS, KERNEL_TIME, PER_STEP);
        Products.sum(f, PER_DENSE, ATT_FORWARD, ATT_BACKWARD);
        f.same(PER_MOE, PER_DENSE);
        stage(f, PER_STEP, ZERO);
        Products.times(f, B_ATTENTION, KERNEL_TIME, PER_STEP);
        pair(f, POINTWISE, POINTWISE_BACK);
        Products.sum(f, PER_ENDS, first ? EMBED : ZERO, last ? LOSS : ZERO);
        stage(f, PER_STEP, PER_ENDS);
        Products.times(f, B_POINTWISE, KERNEL_TIME, PER_STEP);
        kinds(f, RECOMPUTED);
        stage(f, B_RECOMPUTED, ZERO);
        pair(f, TENSOR_SHOWN, TENSOR_SHOWN);
        stage(f, B_TENSOR, ZERO);
        Products.sum(f, PER_DENSE, CONTEXT_SHOWN, CONTEXT_BACK_SHOWN);
        f.same(PER_MOE, PER_DENSE);
        stage(f, B_CONTEXT, ZERO);
        f.same(PER_DENSE, ZERO);
        if (f.x[MOE_LAYERS] > 0) {
            Products.sum(f, PER_MOE, EXPERT_SHOWN, EXPERT_BACK_SHOWN);
        } else {
            f.same(PER_MOE, ZERO);
        }
        stage(f, B_EXPERT, ZERO);
        Products.times(f, B_PIPELINE, MICRO_BATCHES, PIPELINE_SHOWN);
    }

    /** Forward and backward of each kind that the model has. */
    private static void pair(Frame f, int forward, int backward) {
        f.same(PER_DENSE, ZERO);
        f.same(PER_MOE, ZERO);
        if (f.x[PLAIN_LAYERS] > 0) Products.sum(f, PER_DENSE, DENSE + forward, DENSE + backward);
        if (f.x[MOE_LAYERS] > 0) Products.sum(f, PER_MOE, MOE + forward, MOE + backward);
    }

    private static void kinds(Frame f, int part) {
        f.same(PER_DENSE, f.x[PLAIN_LAYERS] > 0 ? DENSE + part : ZERO);
        f.same(PER_MOE, f.x[MOE_LAYERS] > 0 ? MOE + part : ZERO);
    }

    private static void stage(Frame f, int out, int ends) {
        double[] x = f.x;
        f.set(
                out,
                Sums.stage(
                        x[MICRO_BATCHES],
                        x[STAGE_DENSE],
                        x[PER_DENSE],
                        x[STAGE_MOE],
                        x[PER_MOE],
                        x[ends]),
                "sum.stage",
                MICRO_BATCHES,
                STAGE_DENSE,
                PER_DENSE,
                STAGE_MOE,
                PER_MOE,
                ends);
    }

    /** What a layer of each kind has, over all layers, and the ends. */
    static void layers(Frame f, int out, int ends) {
        double[] x = f.x;
        f.set(
                out,
                Sums.stage(
                        x[ONE], x[PLAIN_LAYERS], x[PER_DENSE], x[MOE_LAYERS], x[PER_MOE], x[ends]),
                "sum.stage",
                ONE,
                PLAIN_LAYERS,
                PER_DENSE,
                MOE_LAYERS,
                PER_MOE,
                ends);
    }

    /** Model FLOPs of a step: attention in full square, nothing twice. */
    private static void flops(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        f.set(
                STEP_TOKENS,
                Shapes.tokens(x[BATCH], x[SEQUENCE], x[ONE]),
                "shape.tokens",
                BATCH,
                SEQUENCE,
                ONE);
        projections(f, t);
        Mixers.modelProjections(f);
        int keys = Mixers.allKeys(f);
        f.set(
                MODEL_FLOPS_CORE,
                ModelFlops.attention(x[STEP_TOKENS], x[keys], x[HEADS], x[QK_DIM], x[V_DIM]),
                "flops.attention",
                STEP_TOKENS,
                keys,
                HEADS,
                QK_DIM,
                V_DIM);
        Mixers.modelCore(f);
        blocks(f);
        f.set(
                MODEL_FLOPS_HEAD,
                ModelFlops.head(x[STEP_TOKENS], x[HIDDEN], x[VOCAB]),
                "flops.head",
                STEP_TOKENS,
                HIDDEN,
                VOCAB);
        layersFlops(f, LAYER_FLOPS, ZERO);
        layersFlops(f, MODEL_FLOPS_FORWARD, MODEL_FLOPS_HEAD);
        trained(f, t);
        if (layout.recompute() == Recompute.full) {
            f.same(RECOMPUTED_FLOPS, LAYER_FLOPS);
        } else if (layout.recompute() == Recompute.modules && t.latentAttention()) {
            expanded(f);
        } else if (layout.recompute() == Recompute.selective && t.storesScores()) {
            Products.times(f, RECOMPUTED_FLOPS, LAYERS, MODEL_FLOPS_CORE);
        } else {
            f.same(RECOMPUTED_FLOPS, ZERO);
        }
    }

    /** Forward and backward, of frozen weights without their gradients. */
    private static void trained(Frame f, Plan.Traits t) {
        double[] x = f.x;
        if (t.adapters() == null) {
            f.set(
                    MODEL_FLOPS,
                    ModelFlops.training(x[MODEL_FLOPS_FORWARD]),
                    "flops.training",
                    MODEL_FLOPS_FORWARD);
            return;
        }
        f.set(
                FROZEN_FLOPS,
                ModelFlops.frozen(x[MODEL_FLOPS_FORWARD]),
                "flops.frozen",
                MODEL_FLOPS_FORWARD);
        f.set(
                ADAPTERS_FORWARD,
                ModelFlops.parameters(x[STEP_TOKENS], x[ADAPTED_VISITED]),
                "flops.parameters",
                STEP_TOKENS,
                ADAPTED_VISITED);
        f.set(
                ADAPTERS_FLOPS,
                ModelFlops.training(x[ADAPTERS_FORWARD]),
                "flops.training",
                ADAPTERS_FORWARD);
        Products.sum(f, MODEL_FLOPS, FROZEN_FLOPS, ADAPTERS_FLOPS);
    }

    /** What latent attention expands a second time, all ranks together. */
    private static void expanded(Frame f) {
        double[] x = f.x;
        f.set(
                QUERY_FLOPS,
                ModelFlops.gemm(x[STEP_TOKENS], x[Q_UP_WIDTH], x[QUERY_RANK]),
                "flops.gemm",
                STEP_TOKENS,
                Q_UP_WIDTH,
                QUERY_RANK);
        f.set(
                KEY_FLOPS,
                ModelFlops.gemm(x[STEP_TOKENS], x[KV_UP_WIDTH], x[KV_RANK]),
                "flops.gemm",
                STEP_TOKENS,
                KV_UP_WIDTH,
                KV_RANK);
        Products.sum(f, RECOMPUTED_FLOPS, QUERY_FLOPS, KEY_FLOPS);
        Products.times(f, RECOMPUTED_FLOPS, TP, RECOMPUTED_FLOPS);
        Products.times(f, RECOMPUTED_FLOPS, LAYERS, RECOMPUTED_FLOPS);
    }

    private static void projections(Frame f, Plan.Traits t) {
        double[] x = f.x;
        if (CompressedAttention.in(f)) {
            CompressedAttention.modelProjections(f);
            return;
        }
        if (!t.latentAttention()) {
            f.set(
                    MODEL_FLOPS_ATT,
                    ModelFlops.projections(
                            x[STEP_TOKENS], x[HIDDEN], x[HEADS], x[KV_HEADS], x[HEAD_DIM]),
                    "flops.projections",
                    STEP_TOKENS,
                    HIDDEN,
                    HEADS,
                    KV_HEADS,
                    HEAD_DIM);
            return;
        }
        f.set(
                MODEL_FLOPS_ATT,
                ModelFlops.latentProjections(
                        x[STEP_TOKENS],
                        x[HIDDEN],
                        x[HEADS],
                        x[QUERY_RANK],
                        x[KV_RANK],
                        x[NOPE_DIM],
                        x[ROPE_DIM],
                        x[VALUE_DIM]),
                "flops.latent_projections",
                STEP_TOKENS,
                HIDDEN,
                HEADS,
                QUERY_RANK,
                KV_RANK,
                NOPE_DIM,
                ROPE_DIM,
                VALUE_DIM);
    }

    private static void blocks(Frame f) {
        double[] x = f.x;
        f.same(DENSE + FLOPS_FORWARD, ZERO);
        f.same(MOE + FLOPS_FORWARD, ZERO);
        if (x[PLAIN_LAYERS] > 0) {
            f.set(
                    MODEL_FLOPS_MLP,
                    ModelFlops.mlp(x[STEP_TOKENS], x[HIDDEN], x[FFN], x[MATRICES]),
                    "flops.mlp",
                    STEP_TOKENS,
                    HIDDEN,
                    FFN,
                    MATRICES);
            Products.sum(
                    f, DENSE + FLOPS_FORWARD, MODEL_FLOPS_ATT, MODEL_FLOPS_CORE, MODEL_FLOPS_MLP);
        }
        if (x[MOE_LAYERS] > 0) {
            f.set(
                    MODEL_FLOPS_MLP,
                    ModelFlops.experts(
                            x[STEP_TOKENS],
                            x[HIDDEN],
                            x[EXPERTS],
                            x[TOP_K],
                            x[EXPERT_FFN],
                            x[SHARED],
                            x[SHARED_FFN],
                            x[MATRICES]),
                    "flops.experts",
                    STEP_TOKENS,
                    HIDDEN,
                    EXPERTS,
                    TOP_K,
                    EXPERT_FFN,
                    SHARED,
                    SHARED_FFN,
                    MATRICES);
            Products.sum(
                    f, MOE + FLOPS_FORWARD, MODEL_FLOPS_ATT, MODEL_FLOPS_CORE, MODEL_FLOPS_MLP);
        }
    }

    private static void layersFlops(Frame f, int out, int ends) {
        double[] x = f.x;
        f.set(
                out,
                Sums.stage(
                        x[ONE],
                        x[PLAIN_LAYERS],
                        x[DENSE + FLOPS_FORWARD],
                        x[MOE_LAYERS],
                        x[MOE + FLOPS_FORWARD],
                        x[ends]),
                "sum.stage",
                ONE,
                PLAIN_LAYERS,
                DENSE + FLOPS_FORWARD,
                MOE_LAYERS,
                MOE + FLOPS_FORWARD,
                ends);
    }
}
