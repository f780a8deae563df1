// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.Header;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.State;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Answer;
import org.araverus.infra.engine.evaluate.Evaluation.Assumption;
import org.araverus.infra.engine.evaluate.Evaluation.Bottleneck;
import org.araverus.infra.engine.evaluate.Evaluation.Fidelity;
import org.araverus.infra.engine.evaluate.Evaluation.Growth;
import org.araverus.infra.engine.evaluate.Evaluation.Headroom;
import org.araverus.infra.engine.evaluate.Evaluation.Layer;
import org.araverus.infra.engine.evaluate.Evaluation.Resource;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Evaluation.Run;
import org.araverus.infra.engine.evaluate.Evaluation.Share;
import org.araverus.infra.engine.evaluate.Evaluation.Verdict;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;
import org.jspecify.annotations.Nullable;

/** Records made by hand, with numbers that are easy to follow by eye. */
final class Samples {
    static final String TEXT =
            """
            package lab

            rack AirRack {
              power   { budget: 34 kW   feeds: 2 }
            \tcooling { air: 44 kW }
              note: "größer 机架"   size: 3 m
            }
            """;

    private static final Origin AT = new Origin("lab.Baseline", "");

    private Samples() {}

    static Sources sources() {
        return new Sources(file -> file.equals("lab/broken.infra") ? TEXT : null);
    }

    static Shown powerOverBudget() {
        return new Shown(
                "rack-power-over-budget",
                Severity.ERROR,
                "rack AirRack draws 41.9 kW, 7.9 kW above its budget of 34 kW",
                place(4, 21, 5),
                List.of(
                        new Shown.Line(
                                "4 x DGX_H100 at 10.2 kW = 40.8 kW",
                                new Place("araverus/nvidia/nodes.infra", 14, 13, 12)),
                        new Shown.Line("1 x QM9700 at 1.1 kW", null)),
                List.of(),
                List.of(
                        new Shown.Fix(
                                "budget: 42 kW",
                                List.of(new Shown.Edit("lab/broken.infra", 48, 5, "42 kW"))),
                        new Shown.Fix("3 nodes (31.7 kW)", List.of())),
                null);
    }

    static Shown afterTab() {
        return new Shown(
                "byte-bit-slip",
                Severity.WARNING,
                "a line\nin two",
                place(5, 17, 5),
                List.of(),
                List.of(new Place("lab/other.infra", 120, 1, 4)),
                List.of(),
                null);
    }

    static Shown afterWideLetters() {
        return new Shown(
                "too-big",
                Severity.NOTE,
                "seen",
                place(6, 22, 4),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    static Shown accepted() {
        return new Shown(
                "uneven-pipeline-stages",
                Severity.DANGER,
                "80 layers on 3 stages: 1.2 % slower",
                null,
                List.of(),
                List.of(),
                List.of(),
                "the fourth node comes in May");
    }

    private static Place place(int line, int column, int length) {
        return new Place("lab/broken.infra", line, column, length);
    }

    /** A design that has nothing but the names that an evaluation mentions. */
    static Design design() {
        Map<String, Element> all = new TreeMap<>();
        all.put(
                "lab.Lab32",
                new Cluster(
                        new Header("lab.Lab32", List.of(), List.of(), List.of()),
                        Ref.none(State.ABSENT, AT),
                        Ref.none(State.ABSENT, AT),
                        new Cluster.Finance(Value.absent(AT), Value.absent(AT), Value.absent(AT)),
                        new Cluster.Deploy(Value.absent(AT), Value.absent(AT), Value.absent(AT)),
                        new Cluster.Storage(Value.absent(AT), Value.absent(AT)),
                        new Cluster.Reliability(Value.absent(AT), Value.absent(AT))));
        for (String name :
                List.of(
                        "lab.Baseline",
                        "lab.Mixed",
                        "lab.FineTune",
                        "lab.Chat",
                        "araverus.nvidia.H100_SXM",
                        "araverus.stacks.Megatron_Core"))
            all.put(
                    name,
                    new Evaluate(
                            new Header(name, List.of(), List.of(), List.of()),
                            List.of(),
                            List.of()));
        return new Design(
                new Design.Versions(Design.SCHEMA, "1", "2026.1"),
                "lab.Baseline",
                all,
                Map.<Origin, org.araverus.infra.engine.design.Trace>of());
    }

    /** One training workload, everything known, each answer once. */
    static Evaluation training() {
        TreeMap<String, Result> metrics = new TreeMap<>(trainingMetrics());
        metrics.put("power.peak", result(38_900, 37_000, 41_000, "W"));
        metrics.put("power.facility", result(47_100, 45_000, 49_000, "W"));
        return new Evaluation(
                "lab.Baseline",
                Fidelity.CLOSED_FORM,
                List.of(trainingRun("lab.Lab32")),
                metrics,
                headroom(),
                growth(),
                List.of(
                        verdict("FineTune.step_time <= 45 s", Answer.MET, 41.2, 38, 46, 45, "s"),
                        verdict(
                                "FineTune.memory.peak <= 75 GiB",
                                Answer.MET,
                                gib(68.1),
                                gib(67),
                                gib(69),
                                gib(75),
                                "B"),
                        verdict(
                                "power.peak <= 38 kW",
                                Answer.MISSED,
                                38_900,
                                38_500,
                                41_000,
                                38_000,
                                "W"),
                        undecided(
                                "FineTune.ttft.p99 <= 800 ms",
                                "percentiles wait for a simulation")),
                List.of(
                        new Assumption(
                                "recompute",
                                "selective",
                                "what the stack does unless told otherwise",
                                new Origin("lab.FineTune", "recompute"))));
    }

    private static Growth growth() {
        List<Headroom> limits =
                headroom().stream()
                        .filter(h -> h.layer() != Layer.MEMORY)
                        .sorted(Comparator.comparingDouble(Headroom::holds))
                        .toList();
        return new Growth(
                limits,
                limits.get(0).holds(),
                new TreeMap<>(Map.of("lab.FineTune", 25_450 * limits.get(0).holds())),
                new Bottleneck(
                        "growth",
                        limits.get(0).holds(),
                        "",
                        List.of(
                                new Resource("rack power", false, 1, 1.2, 1.16),
                                new Resource("site power", false, 0, 1.03, 1)),
                        "rack power",
                        "site power",
                        1.16));
    }

    private static List<Headroom> headroom() {
        Origin rack = new Origin("lab.AirRack", "");
        return List.of(
                new Headroom(
                        Layer.POWER,
                        "rack power",
                        "lab.AirRack",
                        42_500,
                        38_300,
                        46_700,
                        44_000,
                        "W",
                        0,
                        rack,
                        rack.child("power.budget")));
    }

    /** A training and a serving workload, the second without a result. */
    static Evaluation mixed() {
        TreeMap<String, Result> metrics = new TreeMap<>(trainingMetrics());
        metrics.put("power.peak", result(77_000, 77_000, 77_000, "W"));
        return new Evaluation(
                "lab.Mixed",
                Fidelity.CLOSED_FORM,
                List.of(trainingRun("lab.Lab32.racks[0]"), lostRun()),
                metrics,
                List.of(),
                null,
                List.of(),
                List.of());
    }

    private static Map<String, Result> trainingMetrics() {
        return Map.of(
                "FineTune.step_time", result(41.2, 38, 46, "s"),
                "FineTune.mfu", result(0.421, 0.38, 0.46, "%"),
                "FineTune.hfu", result(0.512, 0.46, 0.56, "%"),
                "FineTune.throughput", result(25_450, 22_800, 27_600, "tok/s"),
                "FineTune.memory.peak", result(gib(68.1), gib(67), gib(69), "B"),
                "FineTune.energy.per_token", result(1.85, 1.7, 2.1, "J/tok"),
                "FineTune.cost.per_token", result(1.21e-6, 1.21e-6, 1.21e-6, "USD/tok"));
    }

    private static Run trainingRun(String host) {
        TreeMap<String, Long> layout = new TreeMap<>(Map.of("tp", 8L, "pp", 4L, "dp", 1L));
        return new Run(
                "lab.FineTune",
                host,
                "araverus.nvidia.H100_SXM",
                32,
                layout,
                "bf16",
                "araverus.stacks.Megatron_Core",
                List.of(
                        new Share("matrix products", 28.8),
                        new Share("attention", 4.1),
                        new Share("tp communication, exposed", 3.9),
                        new Share("pipeline bubble", 4.3),
                        new Share("optimizer", 0.1),
                        new Share("ep communication, exposed", 0)),
                List.of(
                        new Share("weights", gib(16.3)),
                        new Share("gradients", gib(16.3)),
                        new Share("activations", gib(35.5))),
                0,
                gib(79.6),
                List.of(
                        new Bottleneck(
                                "step_time",
                                41.2,
                                "s",
                                List.of(
                                        new Resource("compute", false, 0.72, 8.3, 4.96),
                                        new Resource("scale-up bandwidth", false, 0.1, 37.2, 1.11)),
                                "compute",
                                "scale-up bandwidth",
                                3.4)),
                null,
                null,
                AT);
    }

    private static Run lostRun() {
        return new Run(
                "lab.Chat",
                "lab.Lab32.racks[1]",
                "araverus.nvidia.H100_SXM",
                32,
                new TreeMap<>(Map.of("tp", 24L)),
                "fp8",
                "",
                List.of(),
                List.of(),
                0,
                gib(79.6),
                List.of(),
                null,
                "tp 24 does not divide 32 accelerators",
                AT);
    }

    static Result result(double value, double low, double high, String unit) {
        return new Result(value, low, high, unit, Fidelity.CLOSED_FORM, AT);
    }

    private static Verdict verdict(
            String text,
            Answer a,
            double left,
            double low,
            double high,
            double right,
            String unit) {
        return new Verdict(text, a, left, low, high, right, unit, Fidelity.CLOSED_FORM, null, AT);
    }

    private static Verdict undecided(String text, @Nullable String why) {
        double nan = Double.NaN;
        return new Verdict(
                text, Answer.UNDECIDED, nan, nan, nan, 0.8, "s", Fidelity.CLOSED_FORM, why, AT);
    }

    private static double gib(double n) {
        return n * 0x1p30;
    }
}
