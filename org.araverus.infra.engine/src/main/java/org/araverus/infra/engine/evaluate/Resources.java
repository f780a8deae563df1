// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.List;

/**
 * The resources of a placement, each with the inputs that stand for it and how they follow when
 * there is a factor more of it. Host and storage are not modelled, and clocks do not follow power
 * and heat: these are not among them.
 */
final class Resources {

    /**
     * Inputs that change together.
     *
     * @param across whether they are a gap on several resources rather than one of them
     */
    record Resource(String name, boolean across, List<Change> changes) {

        /** Changes the inputs as if there were {@code factor} times as much. */
        void scale(double[] inputs, double factor) {
            for (Change c : changes) inputs[c.cell] = c.follows.with(inputs[c.cell], factor);
        }
    }

    /** An input and how it follows a factor. */
    record Change(int cell, Follows follows) {}

    /** How an input follows a factor. */
    private enum Follows {
        GROWS,
        SHRINKS,
        /** A share that is 1 at best: the gap shrinks. */
        UP_TO_ONE,
        /** A multiple that is 1 at best: what is above shrinks. */
        DOWN_TO_ONE;

        double with(double x, double factor) {
            return switch (this) {
                case GROWS -> x * factor;
                case SHRINKS -> x / factor;
                case UP_TO_ONE -> x < 1 ? 1 - (1 - x) / factor : x;
                case DOWN_TO_ONE -> x > 1 ? 1 + (x - 1) / factor : x;
            };
        }
    }

    private Resources() {}

    /** Those of a plan. */
    static List<Resource> of(Plan.Traits t) {
        List<Resource> all = new ArrayList<>();
        all.add(resource("compute", Follows.GROWS, PEAK, PEAK_16, EXPERT_PEAK));
        all.add(resource("memory bandwidth", Follows.GROWS, BANDWIDTH));
        all.add(resource("memory capacity", Follows.GROWS, CAPACITY));
        int up = t.scaleUpLevels();
        if (up > 0) all.add(levels("scale-up bandwidth", Follows.GROWS, RATE, 0, up));
        if (t.levels() > up)
            all.add(levels("network bandwidth", Follows.GROWS, RATE, up, t.levels()));
        if (t.levels() > 0) all.add(latency(t));
        all.add(
                resource(
                        "kernel overhead",
                        Follows.SHRINKS,
                        OVERHEAD,
                        OVERHEAD_16,
                        EXPERT_OVERHEAD));
        all.add(software(t));
        return all;
    }

    /** What kernels, launches and overlap leave of the hardware; at best nothing. */
    private static Resource software(Plan.Traits t) {
        List<Change> all = new ArrayList<>();
        for (int cell :
                new int[] {COMPUTE, COMPUTE_16, MEMORY, MEMORY_16, EXPERT_COMPUTE, EXPERT_MEMORY}) {
            all.add(new Change(cell, Follows.UP_TO_ONE));
        }
        all.add(new Change(ATTENTION, Follows.UP_TO_ONE));
        all.add(new Change(ATTENTION_MEMORY, Follows.UP_TO_ONE));
        for (int i = 0; i < t.levels(); i++) all.add(new Change(REACHED + i, Follows.UP_TO_ONE));
        all.add(new Change(KERNEL_TIME, Follows.DOWN_TO_ONE));
        all.add(new Change(ELEMENTWISE, Follows.DOWN_TO_ONE));
        all.add(new Change(PROMPT_FACTOR, Follows.DOWN_TO_ONE));
        for (int cell :
                new int[] {
                    OVERHEAD,
                    OVERHEAD_16,
                    EXPERT_OVERHEAD,
                    EXPERT_LAYER,
                    REQUEST_TIME,
                    FIRST_TOKEN,
                    HALF_ROWS,
                    SHOWN_TP,
                    SHOWN_CP,
                    SHOWN_EP,
                    SHOWN_PP,
                    SHOWN_DP
                }) {
            all.add(new Change(cell, Follows.SHRINKS));
        }
        return new Resource("software", true, all);
    }

    private static Resource resource(String name, Follows follows, int... cells) {
        List<Change> all = new ArrayList<>();
        for (int cell : cells) all.add(new Change(cell, follows));
        return new Resource(name, false, all);
    }

    /** Latency of messages; serving engines have kernels of their own for theirs. */
    private static Resource latency(Plan.Traits t) {
        List<Change> all = new ArrayList<>();
        for (int i = 0; i < t.levels(); i++) all.add(new Change(LATENCY + i, Follows.SHRINKS));
        all.add(new Change(ALL_REDUCE, Follows.SHRINKS));
        all.add(new Change(ALL_TO_ALL, Follows.SHRINKS));
        return new Resource("network latency", false, all);
    }

    private static Resource levels(String name, Follows follows, int base, int from, int to) {
        List<Change> all = new ArrayList<>();
        for (int i = from; i < to; i++) all.add(new Change(base + i, follows));
        return new Resource(name, false, all);
    }
}
