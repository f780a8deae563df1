// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.ParallelTraffic;
import org.araverus.infra.engine.physics.Pipeline;
import org.araverus.infra.engine.physics.Schedule;

/**
 * What copies of the model exchange. Whole gradients are reduced once a step, beside the last
 * backward pass. Sharded gradients (ZeRO 2) leave no room for those of other ranks, so each
 * micro-batch reduces its own beside the work of the next; sharded weights (ZeRO 3) are gathered
 * for each pass as well.
 */
final class DataParallel {

    private DataParallel() {}

    /** Writes the time that no work hides. */
    static void evaluate(Frame f, Plan.Traits t, Layout layout) {
        f.same(DP_BEYOND, ZERO);
        f.same(DP_LAST, ZERO);
        if (f.x[COPIES] > 1) {
            bytes(f, t, layout);
            reduce(f, t, layout);
            gather(f, t, layout);
            switch (layout.zero()) {
                case 0, 1 -> once(f, DP_REDUCE, DP_EXPERT_REDUCE, DP_GATHER, DP_EXPERT_GATHER);
                case 2 -> {
                    each(f, DP_REDUCE, DP_EXPERT_REDUCE, ZERO, ZERO);
                    once(f, ZERO, ZERO, DP_GATHER, DP_EXPERT_GATHER);
                }
                default -> {
                    Products.times(f, DP_GATHER, TWO, DP_GATHER);
                    Products.times(f, DP_EXPERT_GATHER, TWO, DP_EXPERT_GATHER);
                    each(f, DP_REDUCE, DP_EXPERT_REDUCE, DP_GATHER, DP_EXPERT_GATHER);
                }
            }
        }
        Products.times(f, DP_EACH, MICRO_BATCHES, DP_BEYOND);
        Products.sum(f, DP_SHOWN, DP_EACH, DP_LAST);
    }

    /** Gradients and weights of what is trained; sharded weights are gathered with the others. */
    private static void bytes(Frame f, Plan.Traits t, Layout layout) {
        boolean all = layout.zero() >= 3;
        gradientBytes(f, GRADIENTS, P_TRAINED);
        weightBytes(f, WEIGHTS, all ? P_STAGE : P_TRAINED);
        if (t.experts()) {
            gradientBytes(f, EXPERT_GRADIENTS, P_TRAINED_EXPERTS);
            weightBytes(f, EXPERT_WEIGHTS, all ? P_STAGE_EXPERTS : P_TRAINED_EXPERTS);
        }
    }

    private static void gradientBytes(Frame f, int out, int parameters) {
        f.set(
                out,
                ParallelTraffic.gradients(f.x[parameters], f.x[GRADIENT]),
                "comm.gradient_bytes",
                parameters,
                GRADIENT);
    }

    private static void weightBytes(Frame f, int out, int parameters) {
        f.set(
                out,
                ParallelTraffic.weights(f.x[parameters], f.x[WEIGHT_BYTES]),
                "comm.weight_bytes",
                parameters,
                WEIGHT_BYTES);
    }

    private static void reduce(Frame f, Plan.Traits t, Layout layout) {
        boolean whole = layout.zero() == 0;
        if (whole) {
            Exchange.allReduce(f, t, DP_REDUCE, COPIES, STRIDE, GRADIENTS);
        } else {
            Exchange.allGather(f, t, DP_REDUCE, COPIES, STRIDE, GRADIENTS);
        }
        if (!t.experts()) {
            f.same(DP_EXPERT_REDUCE, ZERO);
        } else if (whole) {
            Exchange.allReduce(f, t, DP_EXPERT_REDUCE, EXPERT_COPIES, EP, EXPERT_GRADIENTS);
        } else {
            Exchange.allGather(f, t, DP_EXPERT_REDUCE, EXPERT_COPIES, EP, EXPERT_GRADIENTS);
        }
    }

    private static void gather(Frame f, Plan.Traits t, Layout layout) {
        f.same(DP_GATHER, ZERO);
        f.same(DP_EXPERT_GATHER, ZERO);
        if (layout.zero() == 0) return;
        Exchange.allGather(f, t, DP_GATHER, COPIES, STRIDE, WEIGHTS);
        if (t.experts())
            Exchange.allGather(f, t, DP_EXPERT_GATHER, EXPERT_COPIES, EP, EXPERT_WEIGHTS);
    }

    /** Once a step, beside the last backward pass. */
    private static void once(Frame f, int a, int b, int c, int d) {
        double[] x = f.x;
        Products.sum(f, DP_ALL, a, b, c, d);
        f.set(
                WINDOW,
                Pipeline.stageTime(
                        x[STAGE_DENSE],
                        x[DENSE + PASS_BACK],
                        x[STAGE_MOE],
                        x[MOE + PASS_BACK],
                        x[ZERO],
                        x[ZERO]),
                "stage.time",
                STAGE_DENSE,
                DENSE + PASS_BACK,
                STAGE_MOE,
                MOE + PASS_BACK,
                ZERO,
                ZERO);
        beyond(f, DP_LAST, WINDOW);
    }

    /** With each micro-batch, beside its work. */
    private static void each(Frame f, int a, int b, int c, int d) {
        Products.sum(f, DP_ALL, a, b, c, d);
        beyond(f, DP_BEYOND, SLOWEST);
    }

    private static void beyond(Frame f, int out, int window) {
        double[] x = f.x;
        f.set(
                out,
                Schedule.beyond(x[SHOWN_DP], x[DP_ALL], x[window]),
                "comm.beyond",
                SHOWN_DP,
                DP_ALL,
                window);
    }
}
