// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;
import static org.araverus.infra.engine.evaluate.HeldLimit.What.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.araverus.infra.engine.design.Origin;

/**
 * The resources of a placement, each with the inputs that stand for it and how they follow when
 * there is a factor more of it. Power and cooling are some of them where clocks keep to them;
 * otherwise they are limits that a design keeps or breaks.
 */
final class Resources {

    /**
     * Inputs that change together.
     *
     * @param across whether what it gives, others would give too: a gap on several of them, or a
     *     part of one
     * @param fleet whether they are of the fleet: inputs of no placement
     */
    record Resource(String name, boolean across, boolean fleet, List<Input> inputs) {

        /** What there is with so many times as much. */
        Change times(double factor) {
            return new Scaled(this, factor);
        }
    }

    /** An input and how it follows a factor. */
    record Input(int cell, Follows follows) {}

    private record Scaled(Resource of, double factor) implements Change {
        @Override
        public double of(int cell, double value, double spread, Origin origin) {
            for (Input i : of.inputs) if (i.cell == cell) return i.follows.with(value, factor);
            return value;
        }

        /** The same, without asking each input. */
        @Override
        public Plan of(Plan plan) {
            if (of.fleet) return plan;
            double[] v = plan.values().clone();
            for (Input i : of.inputs) v[i.cell] = i.follows.with(v[i.cell], factor);
            return plan.with(v);
        }
    }

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
    static List<Resource> of(Plan.Traits t, Set<HeldLimit.What> held) {
        List<Resource> all = new ArrayList<>();
        all.add(resource("compute", Follows.GROWS, PEAK, PEAK_16, PEAK_ATTENTION, EXPERT_PEAK));
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
        if (t.serves())
            all.add(
                    resource(
                            "host",
                            Follows.SHRINKS,
                            HOST_STEP,
                            HOST_LAUNCH,
                            REQUEST_TIME,
                            FIRST_TOKEN));
        if (t.capped()) all.add(resource("power cap", Follows.GROWS, POWER_CAP));
        limits(held, all);
        all.add(software(t));
        if (t.keeps().goodput()) kept(t.keeps(), all);
        return all;
    }

    /** Power and cooling that clocks keep to: no input of a placement, but its clock follows. */
    private static void limits(Set<HeldLimit.What> held, List<Resource> all) {
        if (held.contains(RACK)) all.add(limit("rack power", LIMIT_RACK));
        if (held.contains(FEEDS)) all.add(limit("feeds", LIMIT_FEED));
        if (held.contains(SITE)) all.add(limit("site power", LIMIT_SITE));
        if (held.contains(AIR)) all.add(limit("air cooling", LIMIT_AIR));
        if (held.contains(LIQUID) || held.contains(FLOW))
            all.add(limit("liquid cooling", LIMIT_LIQUID, LIMIT_FLOW));
        if (held.contains(PLANT)) all.add(limit("site cooling", LIMIT_PLANT));
    }

    /** Those that decide how much of the work of training stays. */
    private static void kept(Plan.Keeps keeps, List<Resource> all) {
        all.add(resource("storage bandwidth", Follows.GROWS, WRITE, READ));
        if (keeps.copies()) all.add(resource("host bandwidth", Follows.GROWS, HOST_RATE));
        if (!keeps.interrupted()) return;
        all.add(resource("time between failures", Follows.GROWS, MTBF));
        all.add(resource("restart latency", Follows.SHRINKS, RESTART));
    }

    /** Those that a token's energy and cost depend on beside its time. */
    static List<Resource> ofFleet() {
        return List.of(
                fleet("price of the hardware", false, Follows.SHRINKS, PRICE_EACH),
                fleet("price of electricity", false, Follows.SHRINKS, FLEET_PRICE),
                fleet("power draw", true, Follows.SHRINKS, DEVICE_LIMIT, DEVICE_IDLE, BOX_MAX),
                fleet("facility overhead", true, Follows.DOWN_TO_ONE, FLEET_PUE),
                fleet("years of use", true, Follows.GROWS, FLEET_LIFETIME),
                fleet("interest", true, Follows.SHRINKS, FLEET_INTEREST),
                fleet("upkeep", true, Follows.SHRINKS, FLEET_UPKEEP));
    }

    /** A limit of the fleet. */
    static Resource limit(String name, int... cells) {
        return fleet(name, false, Follows.GROWS, cells);
    }

    private static Resource fleet(String name, boolean across, Follows follows, int... cells) {
        return new Resource(name, across, true, resource(name, follows, cells).inputs);
    }

    /** What kernels, launches and overlap leave of the hardware; at best nothing. */
    private static Resource software(Plan.Traits t) {
        List<Input> all = new ArrayList<>();
        for (int cell :
                new int[] {COMPUTE, COMPUTE_16, MEMORY, MEMORY_16, EXPERT_COMPUTE, EXPERT_MEMORY}) {
            all.add(new Input(cell, Follows.UP_TO_ONE));
        }
        all.add(new Input(ATTENTION, Follows.UP_TO_ONE));
        all.add(new Input(ATTENTION_MEMORY, Follows.UP_TO_ONE));
        for (int i = 0; i < t.levels(); i++) all.add(new Input(REACHED + i, Follows.UP_TO_ONE));
        all.add(new Input(KERNEL_TIME, Follows.DOWN_TO_ONE));
        all.add(new Input(ELEMENTWISE, Follows.DOWN_TO_ONE));
        all.add(new Input(PROMPT_FACTOR, Follows.DOWN_TO_ONE));
        for (int cell :
                new int[] {
                    OVERHEAD,
                    OVERHEAD_16,
                    EXPERT_OVERHEAD,
                    EXPERT_LAYER,
                    HOST_STEP,
                    HOST_LAUNCH,
                    REQUEST_TIME,
                    FIRST_TOKEN,
                    HALF_ROWS,
                    SHOWN_TP,
                    SHOWN_CP,
                    SHOWN_EP,
                    SHOWN_PP,
                    SHOWN_DP
                }) {
            all.add(new Input(cell, Follows.SHRINKS));
        }
        return new Resource("software", true, false, all);
    }

    private static Resource resource(String name, Follows follows, int... cells) {
        List<Input> all = new ArrayList<>();
        for (int cell : cells) all.add(new Input(cell, follows));
        return new Resource(name, false, false, all);
    }

    /** Latency of messages; serving engines have kernels of their own for theirs. */
    private static Resource latency(Plan.Traits t) {
        List<Input> all = new ArrayList<>();
        for (int i = 0; i < t.levels(); i++) all.add(new Input(LATENCY + i, Follows.SHRINKS));
        all.add(new Input(ALL_REDUCE, Follows.SHRINKS));
        all.add(new Input(ALL_TO_ALL, Follows.SHRINKS));
        return new Resource("network latency", false, false, all);
    }

    private static Resource levels(String name, Follows follows, int base, int from, int to) {
        List<Input> all = new ArrayList<>();
        for (int i = from; i < to; i++) all.add(new Input(base + i, follows));
        return new Resource(name, false, false, all);
    }
}
