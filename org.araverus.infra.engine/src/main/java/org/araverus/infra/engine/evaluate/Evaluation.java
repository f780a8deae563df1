// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.List;
import java.util.SortedMap;
import org.araverus.infra.engine.design.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluate comes to. All numbers in SI.
 *
 * @param name qualified name of the evaluate
 * @param fidelity of all metrics that name no other
 * @param runs one for each placement, in the order written
 * @param metrics of the whole, by the name that a text uses: {@code Pretrain.step_time}, {@code
 *     Factory.power.peak}, {@code power.peak}
 * @param headroom demands against their limits, layer by layer
 * @param growth how far the fleet may grow; null where nothing limits it, or nobody asked
 * @param requirements in the order written, the evaluate's before the workloads'
 * @param assumptions what was filled in, the same for all designs of a stack
 */
public record Evaluation(
        String name,
        Fidelity fidelity,
        List<Run> runs,
        SortedMap<String, Result> metrics,
        List<Headroom> headroom,
        @Nullable Growth growth,
        List<Verdict> requirements,
        List<Assumption> assumptions) {

    /** How a number was found. */
    public enum Fidelity {
        CLOSED_FORM,
        DISCRETE_EVENT,
        FLOW_LEVEL
    }

    /**
     * A metric.
     *
     * @param low lower end of the 90 % interval
     * @param high upper end
     * @param unit coherent SI unit, as in the registry
     */
    public record Result(
            double value, double low, double high, String unit, Fidelity fidelity, Origin origin) {}

    /**
     * One placement.
     *
     * @param workload qualified name
     * @param host the address as written, names qualified
     * @param accelerator qualified name of the accelerator it runs on
     * @param accelerators how many
     * @param layout what the placement and the workload make of it, for people: {@code tp 8, pp 4,
     *     dp 1}
     * @param precision of matrix products
     * @param stack qualified name; empty if none is given
     * @param breakdown where a step (training) or a token's time (serving) goes; exposed times that
     *     add up to the whole
     * @param memory bytes by category on the fullest accelerator; of a serving run that has no room
     *     for one request, with that request
     * @param stage the pipeline stage of the fullest accelerator
     * @param memoryLimit bytes that fit; of a serving run, those that its engines take
     * @param bottlenecks what holds its metrics back and what comes next, its time first; empty
     *     where nothing was computed
     * @param held the limit of power or heat that its clock keeps; null at the rated clock
     * @param undefined why there is no result (a layout that does not fit the placement); null
     *     where there is one
     */
    public record Run(
            String workload,
            String host,
            String accelerator,
            long accelerators,
            SortedMap<String, Long> layout,
            String precision,
            String stack,
            List<Share> breakdown,
            List<Share> memory,
            int stage,
            double memoryLimit,
            List<Bottleneck> bottlenecks,
            @Nullable Held held,
            @Nullable String undefined,
            Origin origin) {

        /** What holds its time back; null where nothing was computed. */
        public @Nullable Bottleneck bottleneck() {
            return bottlenecks.isEmpty() ? null : bottlenecks.getFirst();
        }
    }

    /**
     * A limit of power or heat that a clock is lowered to keep.
     *
     * @param clock of the accelerators over the rated one
     * @param what as headroom calls it: {@code rack power}
     * @param subject qualified name of the rack or site
     * @param asked what would count against the limit at the rated clock, W
     * @param least what does at the lowest clock, W
     * @param limit W
     * @param kept whether any clock keeps it
     * @param limitFrom where the limit stands
     */
    public record Held(
            double clock,
            String what,
            String subject,
            double asked,
            double least,
            double limit,
            boolean kept,
            Origin limitFrom) {}

    /** A part of a whole. */
    public record Share(String name, double value) {}

    /**
     * What holds a metric of a placement back, by re-runs with more of one resource.
     *
     * @param metric the metric of the workload: {@code step_time}, {@code tpot.mean}
     * @param value what it is now
     * @param unit its unit
     * @param resources those that change it, most binding first
     * @param binds the resource with the greatest elasticity, of those that do not lie across
     *     others
     * @param next the resource that binds once there is {@code factor} times as much of {@code
     *     binds}; null if none does
     * @param factor from which on {@code next} binds; without limit if none does
     */
    public record Bottleneck(
            String metric,
            double value,
            String unit,
            List<Resource> resources,
            String binds,
            @Nullable String next,
            double factor) {

        public Bottleneck {
            resources = List.copyOf(resources);
        }

        /** The resource that binds. */
        public Resource binding() {
            return resources.stream().filter(r -> r.name().equals(binds)).findFirst().orElseThrow();
        }
    }

    /**
     * A resource and what more of it would do. More of a latency or a price is less of it; more of
     * software closes its gap to what the hardware can do.
     *
     * @param across whether it is no part of the hardware but a gap on several: what it gives, the
     *     others would give too
     * @param elasticity by how many per cent the metric gets better with one per cent more, from
     *     runs with 1 % more and less
     * @param without the metric with no limit on this resource
     * @param speedup how many times as good the metric gets at most by this resource alone (Amdahl)
     */
    public record Resource(
            String name, boolean across, double elasticity, double without, double speedup) {}

    /** What a demand and its limit are about, in the words of people who read headlines. */
    public enum Layer {
        MEMORY("memory"),
        NETWORK("network"),
        SERVING("serving"),
        POWER("power draw"),
        COOLING("cooling"),
        SPACE("space"),
        MONEY("money");

        private final String words;

        Layer(String words) {
            this.words = words;
        }

        /** As people say it. */
        public String words() {
            return words;
        }
    }

    /**
     * A demand against its limit.
     *
     * @param what is demanded: {@code accelerator memory}, {@code rack power}
     * @param subject qualified name of the element of which it is
     * @param demand what is needed, in {@code unit}
     * @param low lower end of the demand's 90 % interval; NaN where nobody asked
     * @param high upper end
     * @param limit what there is
     * @param more accelerators that the rest has room for, in whole boxes, at the same demand each;
     *     negative where there are too many; NaN where it is not about accelerators
     * @param demandFrom where the demand comes from
     * @param limitFrom where the limit stands
     */
    public record Headroom(
            Layer layer,
            String what,
            String subject,
            double demand,
            double low,
            double high,
            double limit,
            String unit,
            double more,
            Origin demandFrom,
            Origin limitFrom) {

        /** With the interval of the demand. */
        Headroom within(double low, double high) {
            return new Headroom(
                    layer,
                    what,
                    subject,
                    demand,
                    low,
                    high,
                    limit,
                    unit,
                    more,
                    demandFrom,
                    limitFrom);
        }

        /** How many times the demand the limit holds. */
        public double holds() {
            return limit / demand;
        }

        /** What is left of the limit; negative where the demand is above it. */
        public double left() {
            return limit - demand;
        }
    }

    /**
     * How far a fleet may grow until a limit of power, cooling, space or money stops it: more boxes
     * of the same kind, at the speed that each has today.
     *
     * @param limits the first one first
     * @param times as much of today's fleet as the first one holds; below 1 where that is too much
     * @param throughput of each workload when grown so far, tok/s, by qualified name
     * @param bottleneck what growth gets from more of each limit, by re-runs: its value is how many
     *     times today's work all of them allow
     */
    public record Growth(
            List<Headroom> limits,
            double times,
            SortedMap<String, Double> throughput,
            Bottleneck bottleneck) {}

    /** The answer to a requirement. */
    public enum Answer {
        MET,
        MISSED,
        UNDECIDED
    }

    /**
     * A requirement answered.
     *
     * @param left value of the left side; NaN where it is not known
     * @param right value of the right side
     * @param why what an undecided one waits for; null otherwise
     */
    public record Verdict(
            String text,
            Answer answer,
            double left,
            double low,
            double high,
            double right,
            String unit,
            Fidelity fidelity,
            @Nullable String why,
            Origin origin) {}

    /** A value filled in where the text gives none. */
    public record Assumption(String attribute, String value, String law, Origin origin) {}

    /** Whether all requirements are met. */
    public boolean met() {
        return requirements.stream().allMatch(v -> v.answer() == Answer.MET);
    }
}
