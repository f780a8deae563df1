// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.ParallelTraffic;
import org.araverus.infra.engine.physics.Pipeline;
import org.araverus.infra.engine.physics.Schedule;
import org.araverus.infra.engine.physics.Traffic;

/** Time of one optimizer step. Expects sizes and memory in the frame. */
final class TrainingStep {

    private TrainingStep() {}

    static void evaluate(Frame f, Plan.Traits t, Layout layout) {
        Attention.coreForward(f, t);
        if (t.experts()) FeedForward.rows(f);
        Layers.forward(f, t, layout);
        Layers.backward(f, t, layout);
        absent(f);
        ends(f);
        transfers(f, t, layout);
        slowest(f, layout);
        pipeline(f);
        DataParallel.evaluate(f, t, layout);
        optimizer(f);
        double[] x = f.x;
        f.set(
                STEP,
                Schedule.stepTime(x[WORK], x[BUBBLE], x[DP_SHOWN], x[OPTIMIZER_TIME]),
                "step.time",
                WORK,
                BUBBLE,
                DP_SHOWN,
                OPTIMIZER_TIME);
    }

    /** A kind of layer that the model has not takes no time. */
    private static void absent(Frame f) {
        int kind = f.x[MOE_LAYERS] == 0 ? MOE : f.x[PLAIN_LAYERS] == 0 ? DENSE : -1;
        if (kind < 0) return;
        f.same(kind + TIME, ZERO);
        f.same(kind + PASS_BACK, ZERO);
    }

    private static void ends(Frame f) {
        double[] x = f.x;
        f.set(
                EMBED_BYTES,
                Traffic.embedding(x[TOKENS], x[HIDDEN], x[BYTES], x[SP]),
                "traffic.embedding",
                TOKENS,
                HIDDEN,
                BYTES,
                SP);
        Products.memory(f, EMBED, EMBED_BYTES, TWO);
        Layers.kernels(f, EMBED_TIME, ZERO, ZERO, EMBED);
        Products.forward16(f, HEAD, TOKENS, VOCAB_WIDTH, HIDDEN);
        Products.backward16(f, HEAD, TOKENS, VOCAB_WIDTH, HIDDEN);
        Products.sum(f, HEAD_PRODUCTS, HEAD + FORWARD, HEAD + BACKWARD);
        f.set(
                LOSS_BYTES,
                Traffic.crossEntropy(x[TOKENS], x[VOCAB], x[BYTES], x[TP]),
                "traffic.cross_entropy",
                TOKENS,
                VOCAB,
                BYTES,
                TP);
        Products.memory(f, LOSS, LOSS_BYTES, TWO);
        Layers.kernels(f, HEAD_TIME, HEAD_PRODUCTS, ZERO, LOSS);
        Products.sum(f, ALL_ENDS, EMBED_TIME, HEAD_TIME);
    }

    private static void transfers(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        if (layout.pp() == 1) {
            f.same(PIPELINE_SHOWN, ZERO);
            return;
        }
        f.set(
                PIPELINE_BYTES,
                ParallelTraffic.pipeline(x[TOKENS], x[HIDDEN], x[BYTES], x[TP]),
                "comm.pipeline_bytes",
                TOKENS,
                HIDDEN,
                BYTES,
                TP);
        Streams.all(f, PIPELINE_BYTES);
        Exchange.send(f, t, PIPELINE_SEND, PP, STAGE_STRIDE, PIPELINE_BYTES);
        Products.times(f, PIPELINE_COUNT, TWO, VPP);
        Products.times(f, PIPELINE_ALL, PIPELINE_COUNT, PIPELINE_SEND);
        Layers.exposed(f, PIPELINE_SHOWN, SHOWN_PP, PIPELINE_ALL);
    }

    /** Finds the stage that works longest, and writes its time down. */
    private static void slowest(Frame f, Layout layout) {
        double[] x = f.x;
        int worst = 0;
        double most = -1;
        for (int stage = 0; stage < layout.pp(); stage++) {
            double time =
                    Pipeline.stageTime(
                            layers(x, stage, ZERO, DENSE_LAYERS),
                            x[DENSE + TIME],
                            layers(x, stage, DENSE_LAYERS, LAYERS),
                            x[MOE + TIME],
                            x[Stages.ends(layout, stage, ZERO, EMBED_TIME, HEAD_TIME, ALL_ENDS)],
                            x[PIPELINE_SHOWN]);
            if (time > most) {
                most = time;
                worst = stage;
            }
        }
        f.input(STAGE, worst, "the stage that works longest, of all");
        Stages.layers(f, STAGE_DENSE, STAGE, ZERO, DENSE_LAYERS);
        Stages.layers(f, STAGE_MOE, STAGE, DENSE_LAYERS, LAYERS);
        f.same(ENDS, Stages.ends(layout, worst, ZERO, EMBED_TIME, HEAD_TIME, ALL_ENDS));
        stageTime(f, SLOWEST, STAGE_DENSE, STAGE_MOE, ENDS, PIPELINE_SHOWN);
    }

    private static double layers(double[] x, int stage, int from, int to) {
        return Pipeline.stageLayers(x[LAYERS], x[PP], x[VPP], stage, x[from], x[to]);
    }

    private static void stageTime(Frame f, int out, int dense, int moe, int ends, int transfers) {
        double[] x = f.x;
        f.set(
                out,
                Pipeline.stageTime(
                        x[dense], x[DENSE + TIME], x[moe], x[MOE + TIME], x[ends], x[transfers]),
                "stage.time",
                dense,
                DENSE + TIME,
                moe,
                MOE + TIME,
                ends,
                transfers);
    }

    private static void pipeline(Frame f) {
        double[] x = f.x;
        f.set(
                MICRO_BATCHES,
                Schedule.microBatches(x[BATCH], x[DP], x[MICRO]),
                "step.micro_batches",
                BATCH,
                DP,
                MICRO);
        f.set(
                WORK,
                Schedule.work(x[MICRO_BATCHES], x[SLOWEST]),
                "step.work",
                MICRO_BATCHES,
                SLOWEST);
        Products.times(f, ALL_TRANSFERS, PP, PIPELINE_SHOWN);
        stageTime(f, ALL_STAGES, PLAIN_LAYERS, MOE_LAYERS, ALL_ENDS, ALL_TRANSFERS);
        f.set(
                BUBBLE,
                Schedule.bubble(x[ALL_STAGES], x[SLOWEST], x[VPP]),
                "pipeline.bubble",
                ALL_STAGES,
                SLOWEST,
                VPP);
    }

    private static void optimizer(Frame f) {
        optimizerBytes(f, OPTIMIZER_BYTES, P_TRAINED, SHARDS_OPTIMIZER);
        optimizerBytes(f, OPTIMIZER_EXPERT_BYTES, P_TRAINED_EXPERTS, SHARDS_EXPERT_OPTIMIZER);
        Products.sum(f, OPTIMIZER_ALL, OPTIMIZER_BYTES, OPTIMIZER_EXPERT_BYTES);
        Products.memory(f, OPTIMIZER_TIME, OPTIMIZER_ALL, ONE);
    }

    private static void optimizerBytes(Frame f, int out, int parameters, int shards) {
        double[] x = f.x;
        f.set(
                out,
                Traffic.optimizer(
                        x[parameters], x[GRADIENT], x[OPTIMIZER], x[WEIGHT_BYTES], x[shards]),
                "traffic.optimizer",
                parameters,
                GRADIENT,
                OPTIMIZER,
                WEIGHT_BYTES,
                shards);
    }
}
