// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Evaluation.Run;
import org.araverus.infra.report.render.Layout;
import org.jspecify.annotations.Nullable;

/**
 * What does it do? One for each placement.
 *
 * @param answer one sentence
 * @param facts accelerators, layout, number format, stack
 * @param figures the few numbers that are read first
 * @param unit what the time goes into: a step, a token
 */
public record Work(
        String workload,
        String host,
        boolean trains,
        String answer,
        List<Fact> facts,
        List<Metrics.Row> figures,
        List<Metrics.Row> metrics,
        String unit,
        List<Part> time) {

    /** A word and what it is. */
    public record Fact(String name, String value) {}

    private static final List<String> FIRST =
            List.of(
                    "step_time",
                    "ttft.mean",
                    "tpot.mean",
                    "throughput",
                    "mfu",
                    "memory.peak",
                    "energy.per_token",
                    "cost.per_token");

    static List<Work> of(Scope s) {
        List<Work> all = new ArrayList<>();
        for (Run r : s.evaluation().runs()) all.add(of(r, s));
        return all;
    }

    private static Work of(Run r, Scope s) {
        boolean trains = s.trains(r);
        List<Metrics.Row> rows = Metrics.of(r.workload(), s);
        String prefix = s.name(r.workload()) + ".";
        List<Metrics.Row> first =
                FIRST.stream()
                        .flatMap(f -> rows.stream().filter(m -> m.key().equals(prefix + f)))
                        .toList();
        return new Work(
                s.name(r.workload()),
                s.name(r.host()),
                trains,
                answer(r, trains, s),
                facts(r, s),
                first,
                rows,
                trains ? "step" : "token",
                Parts.of(r.breakdown(), "s"));
    }

    private static List<Fact> facts(Run r, Scope s) {
        List<Fact> all = new ArrayList<>();
        if (r.accelerators() > 0)
            all.add(
                    new Fact(
                            "accelerators",
                            Quantity.of(r.accelerators(), "").text()
                                    + " x "
                                    + s.name(r.accelerator())));
        String layout = Layout.words(r);
        if (!layout.isEmpty()) all.add(new Fact("layout", layout));
        if (!r.precision().isEmpty()) all.add(new Fact("number format", r.precision()));
        if (!r.stack().isEmpty()) all.add(new Fact("stack", s.name(r.stack())));
        return all;
    }

    private static String answer(Run r, boolean trains, Scope s) {
        String name = s.name(r.workload());
        if (r.undefined() != null) return name + " has no result: " + r.undefined() + ".";
        List<String> parts = new ArrayList<>();
        if (trains) {
            add(parts, "a step takes %s", s.metric(r.workload(), "step_time"));
            add(parts, "%s of tokens", s.metric(r.workload(), "throughput"));
            add(parts, "%s of the peak is useful work", s.metric(r.workload(), "mfu"));
        } else {
            add(
                    parts,
                    "the first token comes after %s on average",
                    s.metric(r.workload(), "ttft.mean"));
            add(parts, "each further one after %s", s.metric(r.workload(), "tpot.mean"));
            add(parts, "%s in all", s.metric(r.workload(), "throughput"));
        }
        String does = trains ? " trains" : " serves";
        return name + does + " on " + s.name(r.host()) + ": " + String.join(", ", parts) + ".";
    }

    private static void add(List<String> parts, String text, @Nullable Result r) {
        if (r != null) parts.add(text.formatted(Quantity.of(r).text()));
    }
}
