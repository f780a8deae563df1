// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.Power;
import org.araverus.infra.engine.physics.Roofline;
import org.araverus.infra.engine.physics.Shapes;
import org.araverus.infra.engine.physics.Sums;
import org.araverus.infra.engine.physics.TopologyCounts;

/** Loads a plan and a layout into a frame, and works out what one rank holds. */
final class Sizes {

    private Sizes() {}

    /** Inputs, layout and clocks; every result cell is stale afterwards. */
    static void load(Frame f, Plan plan, Layout layout, OperatingPoint point) {
        System.arraycopy(plan.values(), 0, f.x, 0, INPUTS);
        double[] x = f.x;
        if (f.recording) f.probe.layout(layout);
        f.input(TP, layout.tp(), Laws.LAYOUT);
        f.input(PP, layout.pp(), Laws.LAYOUT);
        f.input(VPP, layout.vpp(), Laws.LAYOUT);
        f.input(CP, layout.cp(), Laws.LAYOUT);
        f.input(EP, layout.ep(), Laws.LAYOUT);
        f.input(DP, layout.dp(), Laws.LAYOUT);
        f.input(MICRO, layout.microBatch(), Laws.LAYOUT);
        clock(f, plan.traits(), point);
        f.set(
                EFFECTIVE_PEAK,
                Roofline.clockedPeak(x[PEAK], x[CLOCK]),
                "op.clocked_peak",
                PEAK,
                CLOCK);
        f.set(
                EFFECTIVE_PEAK_16,
                Roofline.clockedPeak(x[PEAK_16], x[CLOCK]),
                "op.clocked_peak",
                PEAK_16,
                CLOCK);
        f.set(
                EFFECTIVE_PEAK_ATTENTION,
                Roofline.clockedPeak(x[PEAK_ATTENTION], x[CLOCK]),
                "op.clocked_peak",
                PEAK_ATTENTION,
                CLOCK);
        f.set(
                EFFECTIVE_PEAK_EXPERT,
                Roofline.clockedPeak(x[EXPERT_PEAK], x[CLOCK]),
                "op.clocked_peak",
                EXPERT_PEAK,
                CLOCK);
        launched(f, plan.traits());
        for (int level = 0; level < plan.traits().levels(); level++) {
            f.set(
                    SPEED + level,
                    TopologyCounts.rate(x[RATE + level], x[OVERSUBSCRIPTION + level]),
                    "topology.rate",
                    RATE + level,
                    OVERSUBSCRIPTION + level);
        }
        f.same(SP, layout.sequenceParallel() ? TP : ONE);
    }

    /** The clock: the rated one, or the one under the cap of the draw. */
    private static void clock(Frame f, Plan.Traits t, OperatingPoint point) {
        if (!t.capped()) {
            point.put(f, CLOCK, Laws.LAYOUT);
            return;
        }
        double[] x = f.x;
        point.put(f, RATED_CLOCK, Laws.LAYOUT);
        f.set(
                DYNAMIC_POWER,
                Sums.minus(x[POWER_LIMIT], x[POWER_IDLE]),
                "sum.minus",
                POWER_LIMIT,
                POWER_IDLE);
        f.set(
                CAPPED_CLOCK,
                Power.cappedClock(x[POWER_CAP], x[POWER_IDLE], x[DYNAMIC_POWER], x[CLOCK_EXPONENT]),
                "power.capped_clock",
                POWER_CAP,
                POWER_IDLE,
                DYNAMIC_POWER,
                CLOCK_EXPONENT);
        f.set(
                CLOCK,
                Power.lowerClock(x[RATED_CLOCK], x[CAPPED_CLOCK]),
                "power.lower_clock",
                RATED_CLOCK,
                CAPPED_CLOCK);
    }

    /** Overheads of kernels: steps of serving engines are replayed, those of training are not. */
    private static void launched(Frame f, Plan.Traits t) {
        if (t.serves() && f.x[CAPTURED] == 1) {
            Products.times(f, LAUNCHED, LAUNCH, OVERHEAD);
            Products.times(f, LAUNCHED_16, LAUNCH, OVERHEAD_16);
            Products.times(f, LAUNCHED_EXPERT, LAUNCH, EXPERT_OVERHEAD);
            return;
        }
        f.same(LAUNCHED, OVERHEAD);
        f.same(LAUNCHED_16, OVERHEAD_16);
        f.same(LAUNCHED_EXPERT, t.serves() ? EXPERT_OVERHEAD : OVERHEAD);
        f.same(EXPERT_REACHED, COMPUTE);
    }

    /** Widths of one rank that do not depend on the tokens. */
    static void widths(Frame f, Plan.Traits t) {
        cut(f, LOCAL_HEADS, HEADS, ONE, TP);
        if (t.latentAttention()) {
            latent(f);
        } else if (CompressedAttention.in(f)) {
            CompressedAttention.widths(f);
        } else {
            double[] x = f.x;
            f.set(
                    QKV_WIDTH,
                    Shapes.qkv(x[HEADS], x[KV_HEADS], x[HEAD_DIM], x[TP]),
                    "shape.qkv",
                    HEADS,
                    KV_HEADS,
                    HEAD_DIM,
                    TP);
            cut(f, HEADS_WIDTH, HEADS, HEAD_DIM, TP);
            f.same(QK_DIM, HEAD_DIM);
            f.same(V_DIM, HEAD_DIM);
        }
        f.set(GATES, Sums.minus(f.x[MATRICES], f.x[ONE]), "sum.minus", MATRICES, ONE);
        cut(f, UP_WIDTH, GATES, FFN, TP);
        cut(f, DOWN_WIDTH, ONE, FFN, TP);
        cut(f, VOCAB_WIDTH, ONE, VOCAB, TP);
        if (t.experts()) experts(f, t);
        f.set(
                MOE_LAYERS,
                Sums.minus(f.x[LAYERS], f.x[DENSE_LAYERS]),
                "sum.minus",
                LAYERS,
                DENSE_LAYERS);
        f.same(PLAIN_LAYERS, DENSE_LAYERS);
        Mixers.widths(f);
        Adapters.ranks(f, t);
        strides(f);
    }

    private static void latent(Frame f) {
        plus(f, QK_DIM, NOPE_DIM, ROPE_DIM);
        f.same(V_DIM, VALUE_DIM);
        plus(f, KV_DIM, NOPE_DIM, VALUE_DIM);
        cut(f, Q_UP_WIDTH, HEADS, QK_DIM, TP);
        plus(f, KV_DOWN_WIDTH, KV_RANK, ROPE_DIM);
        cut(f, KV_UP_WIDTH, HEADS, KV_DIM, TP);
        cut(f, HEADS_WIDTH, HEADS, VALUE_DIM, TP);
    }

    private static void experts(Frame f, Plan.Traits t) {
        double[] x = f.x;
        f.set(
                LOCAL_EXPERTS,
                Shapes.localExperts(x[EXPERTS], x[EP]),
                "shape.local_experts",
                EXPERTS,
                EP);
        int shared = ONE;
        if (t.serves()) {
            f.set(
                    EXPERT_TENSOR,
                    Shapes.expertTensor(x[TP], x[DP], x[EP]),
                    "shape.expert_tensor",
                    TP,
                    DP,
                    EP);
            shared = EXPERT_TENSOR;
        }
        cut(f, EXPERT_UP_WIDTH, GATES, EXPERT_FFN, shared);
        cut(f, EXPERT_LOCAL, ONE, EXPERT_FFN, shared);
        cut(f, SHARED_WIDTH, SHARED, SHARED_FFN, ONE);
        cut(f, SHARED_LOCAL, ONE, SHARED_WIDTH, TP);
        cut(f, SHARED_UP_WIDTH, GATES, SHARED_WIDTH, TP);
        f.set(
                EXPERT_COPIES,
                Shapes.expertCopies(x[DP], x[CP], x[TP], x[EP]),
                "shape.expert_copies",
                DP,
                CP,
                TP,
                EP);
    }

    private static void strides(Frame f) {
        double[] x = f.x;
        f.set(COPIES, Shapes.copies(x[DP], x[CP]), "shape.copies", DP, CP);
        f.set(STRIDE, Shapes.stride(x[TP], x[CP]), "shape.stride", TP, CP);
        f.set(
                STAGE_STRIDE,
                Shapes.stageStride(x[TP], x[CP], x[DP]),
                "shape.stage_stride",
                TP,
                CP,
                DP);
    }

    /** Tokens of a micro-batch, and the keys each query sees in training. */
    static void trainingTokens(Frame f, Plan.Traits t) {
        double[] x = f.x;
        f.set(
                TOKENS,
                Shapes.tokens(x[MICRO], x[SEQUENCE], x[CP]),
                "shape.tokens",
                MICRO,
                SEQUENCE,
                CP);
        boolean packed = x[DOCUMENT] > 0 && x[DOCUMENT] < x[SEQUENCE];
        f.same(SPAN, packed && !t.storesScores() ? DOCUMENT : SEQUENCE);
        if (t.storesScores()) {
            f.same(KEYS, SEQUENCE);
        } else {
            Mixers.keys(f);
        }
    }

    private static void cut(Frame f, int out, int count, int size, int tp) {
        double[] x = f.x;
        f.set(out, Shapes.cut(x[count], x[size], x[tp]), "shape.cut", count, size, tp);
    }

    private static void plus(Frame f, int out, int a, int b) {
        f.set(out, Shapes.sum(f.x[a], f.x[b]), "shape.sum", a, b);
    }
}
