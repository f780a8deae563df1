// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.Evaluation.Answer;
import org.araverus.infra.engine.evaluate.Evaluation.Bottleneck;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Evaluation.Run;
import org.araverus.infra.engine.evaluate.Evaluation.Share;
import org.araverus.infra.engine.json.DesignJson;
import org.araverus.infra.engine.json.EvaluationJson;
import org.araverus.infra.engine.json.UnreadableDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fleet of ten racks of H100: eight train a 70B model, one serves it, one idles. */
class ClosedFormTest {

    static String text() {
        try (InputStream in = ClosedFormTest.class.getResourceAsStream("fleet.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Evaluation evaluate(String text) {
        return ClosedForm.evaluate(design(text));
    }

    static Design design(String text) {
        try {
            return DesignJson.read(text);
        } catch (UnreadableDesign e) {
            throw new AssertionError(e);
        }
    }

    private static Evaluation fleet() {
        return evaluate(text());
    }

    private static Evaluation changed(String from, String to) {
        assertThat(text()).contains(from);
        return evaluate(text().replace(from, to));
    }

    private static double value(Evaluation e, String metric) {
        assertThat(e.metrics()).containsKey(metric);
        return e.metrics().get(metric).value();
    }

    @Test
    void twoPlacementsOnOneFleet() {
        List<Run> runs = fleet().runs();
        assertThat(runs).hasSize(2).allMatch(r -> r.undefined() == null);
        Run train = runs.get(0);
        assertThat(train.accelerators()).isEqualTo(256);
        assertThat(train.layout()).containsEntry("dp", 8L).containsEntry("pp", 4L);
        Run chat = runs.get(1);
        assertThat(chat.accelerators()).isEqualTo(32);
        assertThat(chat.layout()).containsEntry("replicas", 4L);
    }

    @Test
    void breakdownsAddUp() {
        Evaluation e = fleet();
        assertThat(sum(e.runs().get(0).breakdown()))
                .isCloseTo(value(e, "Train.step_time"), within(1e-9));
        assertThat(sum(e.runs().get(1).breakdown()))
                .isCloseTo(value(e, "Chat.tpot.mean"), within(1e-12));
        assertThat(sum(e.runs().get(0).memory()))
                .isCloseTo(value(e, "Train.memory.peak"), within(1.0));
        assertThat(sum(e.runs().get(1).memory()))
                .isCloseTo(value(e, "Chat.memory.peak"), within(1.0));
    }

    private static double sum(List<Share> shares) {
        return shares.stream().mapToDouble(Share::value).sum();
    }

    @Test
    void requirementsOfTheEvaluateComeFirst() {
        Evaluation e = fleet();
        assertThat(e.requirements().stream().map(v -> v.text().split(" ")[0]))
                .containsExactly(
                        "Train.step_time",
                        "C.power.peak",
                        "Train.cost.per_token",
                        "power.peak",
                        "ttft.p99",
                        "tpot.p95");
        assertThat(e.requirements().stream().map(v -> v.answer()))
                .containsExactly(
                        Answer.MET,
                        Answer.MISSED,
                        Answer.MET,
                        Answer.MET,
                        Answer.UNDECIDED,
                        Answer.MISSED);
        assertThat(e.requirements().get(4).why()).contains("simulation");
        assertThat(e.met()).isFalse();
    }

    @Test
    void anUncertainInputWidensWhatItMoves() {
        Result wide = fleet().metrics().get("Train.step_time");
        Result narrow =
                changed("{\"si\": 0.76, \"spread\": 0.05}", "0.76")
                        .metrics()
                        .get("Train.step_time");
        assertThat(narrow.value()).isEqualTo(wide.value());
        assertThat(wide.high() - wide.low()).isGreaterThan(narrow.high() - narrow.low());
        // without spreads the closed form's own residual is left: 10 % each way
        assertThat(narrow.high() / narrow.value()).isCloseTo(1.1, within(1e-9));
    }

    @Test
    void answersAreTheSameWithoutWhatHoldsBack() {
        Design design = design(text());
        Evaluation whole = ClosedForm.evaluate(design);
        Evaluation answers = ClosedForm.answers(design);
        assertThat(answers.metrics()).isEqualTo(whole.metrics());
        assertThat(answers.requirements()).isEqualTo(whole.requirements());
        assertThat(answers.headroom()).isEqualTo(asked(whole.headroom()));
        assertThat(answers.runs()).allMatch(r -> r.bottlenecks().isEmpty());
    }

    /** Without the intervals of demands, for which nobody asked. */
    private static List<Evaluation.Headroom> asked(List<Evaluation.Headroom> all) {
        return all.stream().map(h -> h.within(Double.NaN, Double.NaN)).toList();
    }

    @Test
    void elasticitiesOfTheHardwareAddUpToOne() {
        Evaluation e = fleet();
        Bottleneck b = e.runs().get(0).bottleneck();
        double hardware =
                b.resources().stream()
                        .filter(r -> !r.across())
                        .mapToDouble(Evaluation.Resource::elasticity)
                        .sum();
        assertThat(hardware).isCloseTo(1, within(0.02));
        assertThat(b.binds()).isEqualTo("compute");
        assertThat(b.next()).isNotNull();
        assertThat(b.factor()).isGreaterThan(1);
        assertThat(b.value()).isEqualTo(value(e, "Train.step_time"));
    }

    /** The clock of the products falls with the root of the draw; memory and links stay. */
    @Test
    void aCapOnTheDrawSlowsComputingAndSavesEnergy() {
        String limit = "\"limit\": 700.0";
        Evaluation capped = changed(limit, limit + ", \"cap\": 500.0");
        double slower = value(capped, "Train.step_time") / value(fleet(), "Train.step_time");
        double clock = Math.pow((500 - 70) / (700.0 - 70), 1 / 2.5);
        assertThat(slower).isBetween(1.0, 1 / clock);
        assertThat(value(capped, "power.peak")).isLessThan(value(fleet(), "power.peak"));
        assertThat(value(capped, "Train.energy.per_token"))
                .isLessThan(value(fleet(), "Train.energy.per_token"));
        Bottleneck b = capped.runs().get(0).bottleneck();
        assertThat(names(b)).contains("power cap");
        assertThat(names(fleet().runs().get(0).bottleneck())).doesNotContain("power cap");
        Evaluation atLimit = changed(limit, limit + ", \"cap\": 700.0");
        assertThat(atLimit.metrics().get("Train.step_time").value())
                .isEqualTo(value(fleet(), "Train.step_time"));
    }

    @Test
    void noResourceGivesMoreThanItsBound() {
        for (Run r : fleet().runs()) {
            for (Bottleneck b : r.bottlenecks()) {
                assertThat(b.binding().elasticity()).isPositive();
                for (Evaluation.Resource x : b.resources()) {
                    double times =
                            b.unit().equals("tok/s")
                                    ? x.without() / b.value()
                                    : b.value() / x.without();
                    assertThat(x.speedup())
                            .as(b.metric() + " " + x.name())
                            .isCloseTo(times, within(1e-12 * times));
                }
            }
        }
    }

    @Test
    void memoryCapacityHoldsBackEnginesThatAreAlwaysFull() {
        Evaluation e = changed("\"arrivals\": {\"poisson\": 6.0},", "");
        Map<String, Bottleneck> all = new TreeMap<>();
        for (Bottleneck b : e.runs().get(1).bottlenecks()) all.put(b.metric(), b);
        assertThat(names(all.get("throughput"))).contains("memory capacity");
        assertThat(names(fleet().runs().get(0).bottleneck())).doesNotContain("memory capacity");
    }

    private static List<String> names(Bottleneck b) {
        return b.resources().stream().map(r -> r.name()).toList();
    }

    @Test
    void theSuccessorBindsFromItsFactorOn() {
        Run before = fleet().runs().get(0);
        double factor = before.bottleneck().factor();
        String peak = "\"bf16\": 989e12";
        Run less = changed(peak, "\"bf16\": " + 989e12 * factor * 0.97).runs().get(0);
        Run more = changed(peak, "\"bf16\": " + 989e12 * factor * 1.03).runs().get(0);
        assertThat(less.bottleneck().binds()).isEqualTo(before.bottleneck().binds());
        assertThat(more.bottleneck().binds()).isEqualTo(before.bottleneck().next());
    }

    @Test
    void powerOfTheFleet() {
        Evaluation e = fleet();
        // nine racks of four nodes at their nameplate, one rack idle, a switch for each rail
        double idle = 4 * (10200 - 8 * 700 + 8 * 71);
        double switches = 8 * 1720;
        assertThat(value(e, "C.power.peak")).isCloseTo(36 * 10200 + idle + switches, within(1e-6));
        assertThat(value(e, "C.power.facility"))
                .isCloseTo(1.2 * value(e, "C.power.peak"), within(1e-6));
        assertThat(value(e, "power.peak")).isCloseTo(36 * 10200 + 0.9 * switches, within(1e-6));
        assertThat(value(e, "C.heat.air") + value(e, "C.heat.liquid"))
                .isCloseTo(value(e, "C.power.peak"), within(1e-6));
        assertThat(value(e, "C.heat.liquid")).isCloseTo(0.8 * (36 * 10200 + idle), within(1e-6));
    }

    @Test
    void costOfTheFleet() {
        Evaluation e = fleet();
        double year = 365 * 86400.0;
        double capex = 10 * 1.4e6 + 8 * 36000;
        double capital = capex * (0.2504565 + 0.05) / year;
        double energy = value(e, "C.cost.per_hour") - capital;
        assertThat(energy / 3e-8)
                .isBetween(0.5 * value(e, "C.power.facility"), value(e, "C.power.facility"));
        double perToken = value(e, "Train.cost.per_token") * value(e, "Train.throughput");
        double chat = value(e, "Chat.cost.per_token") * value(e, "Chat.throughput");
        assertThat(perToken + chat).isCloseTo(value(e, "cost.per_hour"), within(1e-9));
        assertThat(perToken / chat).isBetween(7.9, 9.5);
    }

    @Test
    void servingKeepsUpWithItsArrivals() {
        Evaluation e = fleet();
        assertThat(value(e, "Chat.throughput")).isCloseTo(6 * 300, within(1e-6));
        assertThat(value(e, "Chat.ttft.p99")).isGreaterThan(value(e, "Chat.ttft.p50"));
        assertThat(value(e, "Chat.tpot.mean")).isGreaterThan(value(e, "Chat.tpot.p50"));
        assertThat(e.metrics().get("Chat.ttft.p99").high()).isInfinite();
    }

    @Test
    void tooManyArrivalsWaitWithoutEnd() {
        Evaluation e = changed("\"poisson\": 6.0", "\"poisson\": 600.0");
        assertThat(value(e, "Chat.throughput")).isLessThan(600 * 300);
        assertThat(value(e, "Chat.ttft.mean")).isInfinite();
        assertThat(e.requirements().get(4).answer()).isEqualTo(Answer.MISSED);
    }

    @Test
    void promptsReadElsewhereInterruptNobody() {
        String decode = "\"decode\": {\"tp\": 8.0, \"replicas\": 4.0}";
        Evaluation apart =
                changed(
                        decode,
                        "\"prefill\": {\"tp\": 8.0, \"replicas\": 2.0},"
                                + " \"decode\": {\"tp\": 8.0, \"replicas\": 2.0}");
        Map<String, Double> parts = new TreeMap<>();
        for (Share s : apart.runs().get(1).breakdown()) parts.put(s.name(), s.value());
        assertThat(parts.get("prompts of others")).isZero();
        assertThat(value(apart, "Chat.throughput")).isCloseTo(1800, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"tp\": 8.0, \"pp\": 4.0 | \"tp\": 24.0, \"pp\": 4.0 | does not divide 256",
                "\"batch\": 512.0 | \"batch\": 500.0 | a batch of 500 does not divide",
                "\"tp\": 8.0, \"pp\": 4.0 | \"tp\": 8.0, \"pp\": 4.0, \"dp\": 4.0 | has 256",
                "\"tp\": 8.0, \"pp\": 4.0 | \"tp\": 8.0, \"pp\": 4.0, \"ep\": 8.0 | no experts",
                "\"layers\": 80.0 | \"layers\": {\"unknown\": true} | layers of M is not known",
            })
    void whatCannotRunHasAReason(String from, String to, String reason) {
        Evaluation e = changed(from, to);
        assertThat(e.runs().get(0).undefined()).contains(reason);
        assertThat(e.metrics()).doesNotContainKey("Train.step_time");
        assertThat(e.requirements().get(0).answer()).isEqualTo(Answer.UNDECIDED);
        assertThat(e.requirements().get(0).why()).isEqualTo("Train.step_time is not known");
    }

    @Test
    void aMissingPriceLeavesOutCostAlone() {
        Evaluation e = changed("\"price\": 1400000.0, ", "");
        assertThat(e.metrics()).doesNotContainKeys("Train.cost.per_token", "cost.per_hour");
        assertThat(e.metrics()).containsKeys("Train.energy.per_token", "C.power.peak");
        assertThat(e.requirements().get(2).answer()).isEqualTo(Answer.UNDECIDED);
    }

    @Test
    void oversubscriptionSlowsWhatCrossesIt() {
        Evaluation thin = changed("\"oversubscription\": 1.0", "\"oversubscription\": 4.0");
        assertThat(value(thin, "Train.step_time"))
                .isGreaterThanOrEqualTo(value(fleet(), "Train.step_time"));
        Evaluation slow =
                changed(
                        "\"kind\": \"nic\", \"bandwidth\": 50e9",
                        "\"kind\": \"nic\", \"bandwidth\": 5e8");
        assertThat(value(slow, "Train.step_time")).isGreaterThan(value(fleet(), "Train.step_time"));
    }

    @Test
    void whatIsFilledInIsListedOnce() {
        Evaluation e = fleet();
        assertThat(e.assumptions()).doesNotHaveDuplicates();
        assertThat(e.assumptions().stream().map(a -> a.attribute()))
                .contains("recompute", "parallel.zero", "finance.interest")
                .doesNotContain("pue", "micro_batch");
    }

    @Test
    void everyMetricHasADerivationThatCanBeRecomputed() {
        SortedMap<String, Derivation> all = ClosedForm.explain(design(text()));
        Evaluation e = fleet();
        assertThat(all.keySet()).isEqualTo(e.metrics().keySet());
        Set<Derivation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        all.forEach(
                (name, d) -> {
                    assertThat(d.value()).as(name).isEqualTo(value(e, name));
                    walk(d, seen);
                });
        assertThat(seen.stream().filter(d -> d.origin() != null).count()).isGreaterThan(50);
    }

    private static void walk(Derivation d, Set<Derivation> seen) {
        if (!seen.add(d)) return;
        double again = d.recomputed();
        assertThat(again).as(d.name()).isCloseTo(d.value(), within(1e-12 * Math.abs(d.value())));
        d.inputs().forEach(input -> walk(input, seen));
    }

    @Test
    void aDerivationReachesWhatTheTextGives() {
        Derivation cost = ClosedForm.explain(design(text())).get("Train.cost.per_token");
        Set<Derivation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        walk(cost, seen);
        assertThat(
                        seen.stream()
                                .filter(d -> d.origin() != null)
                                .map(d -> String.valueOf(d.origin())))
                .contains(
                        "R#price",
                        "S#electricity",
                        "G#power.limit",
                        "G#efficiency.bf16.compute",
                        "Train#batch",
                        "L#efficiency");
    }

    @Test
    void theSameDesignGivesTheSameBytes() {
        String one = EvaluationJson.write(design(text()), fleet(), List.of());
        String two = EvaluationJson.write(design(text()), fleet(), List.of());
        assertThat(one).isEqualTo(two).contains("Train.step_time");
    }
}
