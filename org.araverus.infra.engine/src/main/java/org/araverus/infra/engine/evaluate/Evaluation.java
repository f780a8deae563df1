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
 * @param requirements in the order written, the evaluate's before the workloads'
 * @param assumptions what was filled in, the same for all designs of a stack
 */
public record Evaluation(
        String name,
        Fidelity fidelity,
        List<Run> runs,
        SortedMap<String, Result> metrics,
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
     * @param bottleneck what holds it back and what comes next; null where nothing was computed
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
            @Nullable Bottleneck bottleneck,
            @Nullable String undefined,
            Origin origin) {}

    /** A part of a whole. */
    public record Share(String name, double value) {}

    /**
     * What holds it back.
     *
     * @param elasticities of the time by resource, most binding first: d ln time / d ln capacity,
     *     negated; from runs with the capacity 1 % up and down
     * @param binds the resource with the greatest elasticity
     * @param next the resource that binds once {@code binds} is {@code factor} times as large; null
     *     if none does
     * @param factor from which on {@code next} binds
     * @param withoutBinding the time if {@code binds} were without limit (Amdahl)
     */
    public record Bottleneck(
            List<Share> elasticities,
            String binds,
            @Nullable String next,
            double factor,
            double withoutBinding) {}

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
