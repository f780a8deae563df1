// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.Collectives;
import org.araverus.infra.engine.physics.ParallelTraffic;
import org.araverus.infra.engine.physics.Schedule;
import org.araverus.infra.engine.physics.Serving;
import org.araverus.infra.engine.physics.Sums;

/**
 * Exchanges of serving engines: small messages by kernels of their own inside a scale-up domain,
 * tokens to experts by messages that are all posted at once.
 */
final class ServingExchange {

    private ServingExchange() {}

    /** All-reduce among neighbours; beyond a domain as collectives of training do it. */
    static void allReduce(Frame f, Plan.Traits t, int out, int ranks, int bytes) {
        double[] x = f.x;
        if (x[ranks] > x[DOMAIN] || t.scaleUpLevels() == 0) {
            Exchange.allReduce(f, t, out, ranks, ONE, bytes);
            return;
        }
        bestRate(f, LEVEL_RATE, 0);
        f.set(
                out,
                Collectives.allReduceDirect(x[ranks], x[bytes], x[ALL_REDUCE], x[LEVEL_RATE]),
                "collective.all_reduce_direct",
                ranks,
                bytes,
                ALL_REDUCE,
                LEVEL_RATE);
    }

    /**
     * What the experts' layers exchange. Without data-parallel attention every rank has all tokens,
     * and an all-reduce sums what experts give; with it tokens go to their experts and back, or,
     * where each expert is cut over all ranks, all tokens to all of them.
     */
    static void experts(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        if (layout.dp() == 1) {
            f.same(EXPERT_SHOWN, ZERO);
            return;
        }
        if (layout.ep() == 1) {
            f.set(
                    EXPERT_BYTES,
                    ParallelTraffic.tensor(x[ENGINE_TOKENS], x[HIDDEN], x[BYTES]),
                    "comm.tensor_bytes",
                    ENGINE_TOKENS,
                    HIDDEN,
                    BYTES);
            Exchange.allGather(f, t, EXPERT_ONE, DP, TP, EXPERT_BYTES);
            Products.times(f, EXPERT_PAIR, TWO, EXPERT_ONE);
        } else {
            bytes(f, DISPATCH_BYTES, EXPERT_OPERAND);
            posted(f, t, DISPATCH, DISPATCH_BYTES);
            bytes(f, EXPERT_BYTES, BYTES);
            posted(f, t, COMBINE, EXPERT_BYTES);
            int back = COMBINE;
            if (x[OVERLAPS] > 0 && x[PARTS] == 1) {
                beside(f);
                back = COMBINE_SHOWN;
            }
            f.set(EXPERT_PAIR, Sums.two(x[DISPATCH], x[back]), "sum.two", DISPATCH, back);
        }
        if (x[PARTS] != 1) besidePart(f);
        Layers.exposed(f, EXPERT_SHOWN, SHOWN_EP, EXPERT_PAIR);
    }

    /** The exchange of one part of a step runs while the other part is worked on. */
    private static void besidePart(Frame f) {
        double[] x = f.x;
        Layers.kernels(f, WORK_BESIDE, MOE + PRODUCTS, ATT_FORWARD, MOE + POINTWISE);
        f.set(
                EXPERT_PAIR,
                Serving.twoBatches(x[EXPERT_PAIR], x[WORK_BESIDE], x[PARTS]),
                "serving.two_batches",
                EXPERT_PAIR,
                WORK_BESIDE,
                PARTS);
    }

    /** What experts give travels while their last product and the shared experts run. */
    private static void beside(Frame f) {
        double[] x = f.x;
        Products.sum(f, COMBINE_BESIDE, EXPERT_DOWN + FORWARD, SHARED_PRODUCTS);
        Products.times(f, COMBINE_BESIDE, KERNEL_TIME, COMBINE_BESIDE);
        f.set(
                COMBINE_SHOWN,
                Schedule.beside(x[COMBINE], x[COMBINE_BESIDE]),
                "comm.beside",
                COMBINE,
                COMBINE_BESIDE);
    }

    private static void bytes(Frame f, int out, int element) {
        double[] x = f.x;
        f.set(
                out,
                ParallelTraffic.expert(
                        x[RANK_TOKENS], x[TOP_K], x[EXPERT_HIDDEN], x[element], x[TP]),
                "comm.expert_bytes",
                RANK_TOKENS,
                TOP_K,
                EXPERT_HIDDEN,
                element,
                TP);
        // the rank with the busiest experts gets and gives most
        if (x[UNEVEN] != 1) Products.times(f, out, UNEVEN, out);
    }

    private static void posted(Frame f, Plan.Traits t, int out, int bytes) {
        double[] x = f.x;
        f.set(
                REACH,
                Collectives.reach(x[EP], x[ONE], x[DOMAIN]),
                "collective.reach",
                EP,
                ONE,
                DOMAIN);
        int top = Exchange.span(f, t, EP, ONE);
        bestRate(f, LEVEL_RATE, 0);
        Exchange.crossed(f, 0, REACH, LEVEL_RATE);
        bestRate(f, OUTER_RATE, top);
        Exchange.crossed(f, top, EP, OUTER_RATE);
        f.set(
                out,
                Collectives.allToAllPosted(
                        x[REACH], x[EP], x[bytes], x[ALL_TO_ALL], x[LEVEL_RATE], x[OUTER_RATE]),
                "collective.all_to_all_posted",
                REACH,
                EP,
                bytes,
                ALL_TO_ALL,
                LEVEL_RATE,
                OUTER_RATE);
    }

    private static void bestRate(Frame f, int out, int level) {
        double[] x = f.x;
        f.set(
                out,
                Collectives.bestRate(x[SPEED + level], x[REACHED + level]),
                "collective.best_rate",
                SPEED + level,
                REACHED + level);
    }
}
