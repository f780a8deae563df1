// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Finding;
import org.araverus.infra.engine.finding.Fix;
import org.junit.jupiter.api.Test;

/** Rules over what an evaluate comes to: each speaks on one side of its edge. */
class EvaluatedRulesTest {
    private static final String FLEET =
            """
            accelerator G: memory.capacity=? memory.bandwidth=3.35e12 peak.bf16=989e12 scale_up.bandwidth=450e9 power.limit=700
            topology T: shape=switched link=~450e9
            nic I: bandwidth=50e9
            node N: gpu=8*G nic=8*I scale_up=@T power.max=10e3 price=300e3
            rack R: nodes=4*N
            topology F: shape=fat_tree link=~50e9
            site L: pue=1.2
            cluster C: racks=1*R network=@F site=@L
            model M: layers=80 hidden=8192 heads=64 kv_heads=8 ffn=28672 vocab=128256 gated=true
            """;
    private static final String TRAINING =
            FLEET
                    + """
                    workload W: mode=trains model=@M precision=bf16 sequence=8192 batch=128 parallel.tp=8 parallel.pp=2
                    evaluate E: run=W@C require=W#cost.per_token
                    """;
    private static final String SERVING =
            FLEET
                    + """
                    workload W: mode=serves model=@M precision=bf16 prompt.constant=8000 output.constant=2000 decode.tp=2 decode.replicas=4
                    evaluate E: run=W@C
                    """;

    @Test
    void trainingHoldsMoreThanFits() {
        double held = Held.all(run(TRAINING, 1e12));
        assertThat(all("memory-over-capacity", TRAINING, held)).isEmpty();
        assertThat(all("memory-nearly-full", TRAINING, held)).hasSize(1);
        assertThat(all("memory-over-capacity", TRAINING, held * (1 - 1e-9))).hasSize(1);
        assertThat(all("memory-nearly-full", TRAINING, held * (1 - 1e-9))).isEmpty();
        assertThat(all("memory-nearly-full", TRAINING, held / 0.95 * (1 - 1e-9))).hasSize(1);
        assertThat(all("memory-nearly-full", TRAINING, held / 0.95 * (1 + 1e-9))).isEmpty();
    }

    @Test
    void fixesOfMemoryAreProven() {
        double held = Held.all(run(TRAINING, 1e12));
        Finding f = all("memory-over-capacity", TRAINING, held * 0.9).get(0);
        assertThat(f.fixes()).isNotEmpty();
        assertThat(f.fixes()).extracting(Fix::title).anyMatch(t -> t.startsWith("recompute: "));
    }

    @Test
    void servingNeedsRoomForWeightsAndOneRequest() {
        // engines take 90 % of the memory
        Evaluation.Run run = run(SERVING, 30e9);
        double weights = Held.of(run, "weights") + Held.of(run, "context");
        double request = Held.of(run, "kv cache");
        double edge = weights / 0.9;
        assertThat(all("weights-do-not-fit-serving", SERVING, edge * (1 - 1e-9))).hasSize(1);
        assertThat(all("weights-do-not-fit-serving", SERVING, edge * (1 + 1e-9))).isEmpty();
        assertThat(all("kv-cache-below-one-request", SERVING, edge * (1 - 1e-9))).isEmpty();
        assertThat(all("kv-cache-below-one-request", SERVING, edge * (1 + 1e-9))).hasSize(1);
        double all = (weights + request) / 0.9;
        assertThat(all("kv-cache-below-one-request", SERVING, all * (1 - 1e-9))).hasSize(1);
        assertThat(all("kv-cache-below-one-request", SERVING, all * (1 + 1e-9))).isEmpty();
        Finding f = all("weights-do-not-fit-serving", SERVING, edge * 0.9).get(0);
        assertThat(f.fixes()).extracting(Fix::title).containsExactly("decode { tp: 4 }");
    }

    /** A served model whose number a test moves. */
    private static String served(String more) {
        return SERVING.replace("memory.capacity=?", "memory.capacity=160e9")
                .replace("decode.replicas=4", "decode.replicas=4 " + more);
    }

    private static double of(String text, double at, String metric) {
        return ClosedForm.evaluate(Sketch.of(text, at)).metrics().get("W." + metric).value();
    }

    private static void edge(String rule, String text, double at) {
        assertThat(all(rule, text, at * (1 - 1e-9))).as("%s below %s", rule, at).isEmpty();
        assertThat(all(rule, text, at * (1 + 1e-9))).as("%s above %s", rule, at).hasSize(1);
    }

    @Test
    void checkpointsThatOutrunStorage() {
        String text =
                TRAINING.replace("memory.capacity=?", "memory.capacity=160e9")
                        .replace("site=@L", "site=@L storage.write=1e9")
                        .replace("parallel.pp=2", "parallel.pp=2 checkpoint.interval=?");
        double time = of(text, 600, "checkpoint.time");
        assertThat(time).isEqualTo(of(text, 600, "checkpoint.size") / 1e9);
        assertThat(all("checkpoint-slower-than-interval", text, time)).isEmpty();
        assertThat(all("checkpoint-slower-than-interval", text, time * (1 - 1e-9))).hasSize(1);
    }

    @Test
    void checkpointsThatTrainingWaitsFor() {
        String text =
                TRAINING.replace("memory.capacity=?", "memory.capacity=160e9")
                        .replace("site=@L", "site=@L storage.write=1e9")
                        .replace("parallel.pp=2", "parallel.pp=2 checkpoint.interval=?");
        double edge = 19 * of(text, 600, "checkpoint.stall");
        assertThat(all("checkpoints-stall-training", text, edge * (1 + 1e-9))).isEmpty();
        assertThat(all("checkpoints-stall-training", text, edge * (1 - 1e-9))).hasSize(1);
    }

    @Test
    void loadsOfServedModelsSpeakAtTheirEdges() {
        String arrivals = served("arrivals.poisson=?");
        edge("arrivals-over-capacity", arrivals, of(arrivals, 1, "capacity"));
        String inFlight = served("concurrency=?");
        double most = 4 * of(inFlight, 1, "batches.max");
        assertThat(all("requests-in-flight-over-memory", inFlight, most)).isEmpty();
        assertThat(all("requests-in-flight-over-memory", inFlight, most + 1)).hasSize(1);
        double fits = of(served(""), 0, "batches.max");
        String batch = served("max_batch=?");
        assertThat(all("max-batch-above-memory", batch, fits)).isEmpty();
        assertThat(all("max-batch-above-memory", batch, fits + 1)).hasSize(1);
    }

    @Test
    void aHandfulOfRequestsIsThree() {
        for (int n = 1; n <= 6; n++) {
            // engines of two ranks with room for just so many requests
            Evaluation.Run one = run(SERVING, 1e12);
            double request = Held.of(run(SERVING, 30e9), "kv cache");
            double rest = Held.of(one, "weights") + Held.of(one, "context");
            double memory = (rest + (n + 0.5) * request) / 0.9;
            assertThat(all("kv-cache-for-few-requests", SERVING, memory))
                    .as("%s requests", n)
                    .hasSize(n < 4 ? 1 : 0);
        }
    }

    @Test
    void floorsAboveRequirementsAreSaid() {
        for (String metric : new String[] {"ttft.p99", "tpot.p95"}) {
            String text = served("require=W#" + metric + "<=?");
            double floor = of(text, 1, metric);
            String rule =
                    metric.startsWith("ttft")
                            ? "first-token-floor-above-requirement"
                            : "token-floor-above-requirement";
            assertThat(all(rule, text, floor * (1 + 1e-9))).isEmpty();
            assertThat(all(rule, text, floor * (1 - 1e-9))).hasSize(1);
        }
    }

    @Test
    void tokensThatCostMoreThanRequiredEvenOfFullEngines() {
        for (String load : List.of("", "arrivals.poisson=1 ")) {
            String text = served(load + "require=W#cost.per_token<=?");
            double used = load.isEmpty() ? 1 : of(text, 1, "utilization");
            assertThat(used).isBetween(load.isEmpty() ? 1 : 0.01, load.isEmpty() ? 1 : 0.99);
            double least = of(text, 1, "cost.per_token") * used;
            assertThat(all("cost-out-of-reach", text, least * (1 + 1e-9))).isEmpty();
            assertThat(all("cost-out-of-reach", text, least * (1 - 1e-9))).hasSize(1);
        }
    }

    /** Engines that read prompts, apart from those that answer. */
    private static String apart(int ranks) {
        String both = "prefill.tp=%d prefill.replicas=1 decode.tp=2 decode.replicas=4";
        return served("")
                .replace("memory.capacity=160e9", "memory.capacity=1e12")
                .replace("decode.tp=2 decode.replicas=4", both.formatted(ranks));
    }

    @Test
    void poolsOfWhichOneDoesMoreThanTwiceAsMuch() {
        for (int ranks : new int[] {8, 1}) {
            String text = apart(ranks).replace("prompt.constant=8000", "prompt.constant=?");
            double most = ranks == 8 ? 2 : 0.5;
            double edge =
                    between(
                            100,
                            100e3,
                            x ->
                                    of(text, x, "prefill_capacity")
                                            - most * of(text, x, "decode_capacity"));
            boolean fast = ranks == 8;
            assertThat(all("pools-unbalanced", text, edge * (1 - 1e-6))).hasSize(fast ? 1 : 0);
            assertThat(all("pools-unbalanced", text, edge * (1 + 1e-6))).hasSize(fast ? 0 : 1);
        }
    }

    @Test
    void cachesThatTravelLongerThanTheirPromptIsRead() {
        String text = apart(8).replace("nic I: bandwidth=50e9", "nic I: bandwidth=?");
        double edge = between(1e6, 50e9, x -> of(text, x, "transfer") - of(text, x, "prompt_time"));
        assertThat(all("transfer-slower-than-prompt", text, edge * (1 - 1e-6))).hasSize(1);
        assertThat(all("transfer-slower-than-prompt", text, edge * (1 + 1e-6))).isEmpty();
    }

    /** Where a falling function is zero. */
    private static double between(double low, double high, DoubleUnaryOperator falling) {
        assertThat(falling.applyAsDouble(low)).isPositive();
        assertThat(falling.applyAsDouble(high)).isNegative();
        double below = low;
        double above = high;
        for (int i = 0; i < 60; i++) {
            double middle = Math.sqrt(below * above);
            if (falling.applyAsDouble(middle) > 0) below = middle;
            else above = middle;
        }
        return below;
    }

    @Test
    void oversubscriptionThatLastsThroughTheStep() {
        String text =
                TRAINING.replace("memory.capacity=?", "memory.capacity=1e12")
                                .replace("F: ", "F: switch=@S tiers=2 rails=8 oversubscription=? ")
                                .replace("4*N", "64*N")
                                .replace("parallel.pp=2", "parallel.pp=1")
                        + "switch S: ports=64 bandwidth=50e9";
        assertThat(all("oversubscription-under-data-parallel", text, 1)).isEmpty();
        Finding f = all("oversubscription-under-data-parallel", text, 15).get(0);
        assertThat(f.fixes()).extracting(Fix::title).containsExactly("oversubscription: 1");
        assertThat(cost(text, 15)).isGreaterThan(0.05);
        for (double over = 1; over <= 15; over++) {
            assertThat(all("oversubscription-under-data-parallel", text, over).size())
                    .as("%s : 1", over)
                    .isEqualTo(cost(text, over) > 0.05 ? 1 : 0);
        }
    }

    /** What an oversubscription costs of a step. */
    private static double cost(String text, double over) {
        double step = metric(text, over);
        return (step - metric(text, 1)) / step;
    }

    private static double metric(String text, double at) {
        return ClosedForm.evaluate(Sketch.of(text, at)).metrics().get("W.step_time").value();
    }

    @Test
    void aPriceOfElectricityThatNobodyGave() {
        String text = TRAINING.replace("memory.capacity=?", "memory.capacity=1e12");
        assertThat(all("electricity-missing", text, 0).get(0).message())
                .isEqualTo("cost takes 0.12 USD/kWh: site L gives no price of electricity");
        assertThat(all("electricity-missing", text.replace("site=@L", ""), 0).get(0).message())
                .isEqualTo("cost takes 0.12 USD/kWh: cluster C stands on no site that gives one");
        assertThat(all("electricity-missing", text.replace("pue=1.2", "electricity=1e-8"), 0))
                .isEmpty();
        assertThat(all("electricity-missing", text.replace("cost.per_token", "mfu"), 0)).isEmpty();
    }

    private static Evaluation.Run run(String text, double at) {
        return ClosedForm.evaluate(Sketch.of(text, at)).runs().get(0);
    }

    private static List<Finding> all(String rule, String text, double at) {
        Design design = Sketch.of(text, at);
        return Sketch.findings(rule, design);
    }
}
