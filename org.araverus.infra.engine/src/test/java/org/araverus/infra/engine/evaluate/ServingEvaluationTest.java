// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The serving half of the fleet: loads, limits, layouts, and what they come to. */
class ServingEvaluationTest {

    private static final String ARRIVALS = "\"arrivals\": {\"poisson\": 6.0}";
    private static final String DECODE = "\"decode\": {\"tp\": 8.0, \"replicas\": 4.0}";

    /** A mixture of experts in place of the dense model's blocks. */
    private static final String DENSE = "\"kv_heads\": 8.0";

    private static final String EXPERTS =
            "\"kv_heads\": 8.0, \"experts\": {\"count\": 64.0, \"active\": 4.0, \"ffn\": 512.0}";

    private static Map<String, Double> chat(String... replaced) {
        return chat(evaluation(replaced));
    }

    private static Evaluation evaluation(String... replaced) {
        String text = ClosedFormTest.text();
        for (int i = 0; i < replaced.length; i += 2) {
            assertThat(text).contains(replaced[i]);
            text = text.replace(replaced[i], replaced[i + 1]);
        }
        return ClosedForm.evaluate(ClosedFormTest.design(text));
    }

    private static Map<String, Double> chat(Evaluation e) {
        Map<String, Double> all = new TreeMap<>();
        e.metrics()
                .forEach(
                        (name, r) -> {
                            if (name.startsWith("Chat.")) all.put(name.substring(5), r.value());
                        });
        return all;
    }

    private static String inFlight(int n) {
        return "\"concurrency\": " + n + ".0";
    }

    @Test
    void capacityDoesNotDependOnWhatArrives() {
        Map<String, Double> little = chat();
        Map<String, Double> much = chat(ARRIVALS, "\"arrivals\": {\"poisson\": 600.0}");
        assertThat(much.get("capacity")).isEqualTo(little.get("capacity"));
        assertThat(much.get("rate.requests")).isEqualTo(much.get("capacity"));
        assertThat(much.get("utilization")).isCloseTo(600 / much.get("capacity"), within(1e-9));
        assertThat(little.get("utilization")).isCloseTo(6 / little.get("capacity"), within(1e-9));
    }

    @Test
    void nothingIsPromisedAtFullLoad() {
        double capacity = chat().get("capacity");
        Map<String, Double> at = chat(ARRIVALS, poisson(capacity));
        Map<String, Double> below = chat(ARRIVALS, poisson(capacity * 0.999));
        assertThat(at.get("ttft.mean")).isInfinite();
        assertThat(at.get("e2e.mean")).isInfinite();
        assertThat(at.get("ttft.p50")).isInfinite();
        assertThat(below.get("ttft.mean")).isFinite();
    }

    private static String poisson(double rate) {
        return "\"arrivals\": {\"poisson\": " + rate + "}";
    }

    /** Little's law: in flight = rate x time of a request. */
    @Test
    void aClosedLoopKeepsItsRequestsInFlight() {
        for (int n : new int[] {4, 64, 400, 100_000}) {
            Map<String, Double> m = chat(ARRIVALS, inFlight(n));
            double time = m.get("ttft.mean") + 300 * m.get("tpot.mean");
            assertThat(m.get("rate.requests") * time).isCloseTo(n, within(n * 1e-9));
        }
        Map<String, Double> most = chat(ARRIVALS, inFlight(100_000));
        assertThat(most.get("batches.mean")).isEqualTo(most.get("batches.max"));
        assertThat(most.get("utilization")).isCloseTo(1, within(1e-9));
    }

    @Test
    void aLargestBatchBinds() {
        Map<String, Double> m = chat(ARRIVALS, inFlight(100_000) + ", \"max_batch\": 16.0");
        assertThat(m.get("batches.mean")).isEqualTo(16);
        assertThat(m.get("tpot.mean"))
                .isLessThan(chat(ARRIVALS, inFlight(100_000)).get("tpot.mean"));
    }

    private static String apart(String more) {
        return more + "\"prefill\": {\"tp\": 8.0, \"replicas\": 2.0}, ";
    }

    /** Several prompts in a step read weights once; alone a prompt takes what it took. */
    @Test
    void stepsOfSeveralPromptsRaiseWhatIsRead() {
        String decode = "\"decode\": {\"tp\": 8.0, \"replicas\": 2.0}";
        Map<String, Double> one = chat(DECODE, apart("") + decode);
        Map<String, Double> many = chat(DECODE, apart("\"chunk\": 16384.0, ") + decode);
        assertThat(many.get("prefill_capacity")).isGreaterThan(one.get("prefill_capacity"));
        assertThat(many.get("prompt_time")).isEqualTo(one.get("prompt_time"));
        assertThat(many.get("tpot.mean")).isEqualTo(one.get("tpot.mean"));
        assertThat(chat(DECODE, apart("\"chunk\": 1.0, ") + decode)).isEqualTo(one);
    }

    private static String guessing(double tokens, double acceptance) {
        return "\"speculative\": {\"tokens\": %s, \"acceptance\": %s}, %s"
                .formatted(tokens, acceptance, DECODE);
    }

    /** With little in flight the cache and the weights are read once for several tokens. */
    @Test
    void guessesThatHoldShortenATokenAndOthersLengthenIt() {
        double alone = chat(ARRIVALS, inFlight(4)).get("tpot.mean");
        double none = chat(ARRIVALS, inFlight(4), DECODE, guessing(2, 0)).get("tpot.mean");
        double some = chat(ARRIVALS, inFlight(4), DECODE, guessing(2, 0.6)).get("tpot.mean");
        double all = chat(ARRIVALS, inFlight(4), DECODE, guessing(2, 1)).get("tpot.mean");
        assertThat(none).isGreaterThan(alone);
        assertThat(some).isLessThan(alone);
        assertThat(all).isLessThan(some).isGreaterThan(alone / 3);
    }

    @Test
    void partsOfATokenAddUpWithGuesses() {
        Evaluation e = evaluation(DECODE, guessing(3, 0.7));
        double parts = 0;
        for (Evaluation.Run run : e.runs())
            if (run.workload().endsWith("Chat"))
                for (Evaluation.Share s : run.breakdown()) parts += s.value();
        assertThat(parts).isCloseTo(chat(e).get("tpot.mean"), within(1e-12));
    }

    /** Attention in 8 bits multiplies faster where the accelerator does. */
    @Test
    void attentionHasAFormatOfItsOwn() {
        Map<String, Double> wide = chat();
        String own = "\"attention_precision\": \"fp8\", " + DECODE;
        assertThat(chat(DECODE, own).get("prompt_time")).isLessThan(wide.get("prompt_time"));
        String same = "\"attention_precision\": \"bf16\", " + DECODE;
        assertThat(chat(DECODE, same)).isEqualTo(wide);
    }

    @Test
    void pricesOfPromptsAndAnswersAddUpToTheWhole() {
        Map<String, Double> m = chat();
        double whole = m.get("cost.per_token") * m.get("throughput");
        double parts =
                m.get("cost.per_input_token") * m.get("rate.requests") * prompt()
                        + m.get("cost.per_output_token") * m.get("throughput");
        assertThat(parts).isCloseTo(whole, within(1e-9 * whole));
        double energy = m.get("energy.per_token") * m.get("throughput");
        double both =
                m.get("energy.per_input_token") * m.get("rate.requests") * prompt()
                        + m.get("energy.per_output_token") * m.get("throughput");
        assertThat(both).isCloseTo(energy, within(1e-9 * energy));
    }

    private static double prompt() {
        String text = ClosedFormTest.text();
        return ClosedFormTest.design(text).elements().values().stream()
                .filter(e -> e.header().simpleName().equals("Chat"))
                .map(e -> ((org.araverus.infra.engine.design.Workload) e).prompt().mean())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void apartTheSlowerPoolIsTheCapacityAndTheCacheTravels() {
        String apart =
                "\"prefill\": {\"tp\": 8.0, \"replicas\": 1.0},"
                        + " \"decode\": {\"tp\": 8.0, \"replicas\": 3.0}";
        Map<String, Double> one = chat(DECODE, apart);
        Map<String, Double> two = chat(DECODE, apart.replace("1.0", "2.0").replace("3.0", "2.0"));
        assertThat(one.get("transfer")).isPositive().isLessThan(0.1);
        assertThat(two.get("capacity")).isCloseTo(2 * one.get("capacity"), within(1e-6));
        assertThat(one).containsKeys("cost.per_input_token", "e2e.mean");
        assertThat(chat()).doesNotContainKey("transfer");
    }

    @Test
    void expertsAreSharedByAllRanksOfAnEngine() {
        Map<String, Double> cut = chat(DENSE, EXPERTS, ARRIVALS, inFlight(64));
        String dealt = "\"decode\": {\"tp\": 8.0, \"ep\": 8.0, \"replicas\": 4.0}";
        Map<String, Double> whole = chat(DENSE, EXPERTS, ARRIVALS, inFlight(64), DECODE, dealt);
        assertThat(whole.get("memory.weights")).isEqualTo(cut.get("memory.weights"));
        String attention = "\"decode\": {\"tp\": 1.0, \"dp\": 8.0, \"ep\": 8.0, \"replicas\": 4.0}";
        Map<String, Double> spread =
                chat(DENSE, EXPERTS, ARRIVALS, inFlight(64), DECODE, attention);
        assertThat(spread.get("memory.weights")).isGreaterThan(whole.get("memory.weights"));
        assertThat(spread.get("memory.kv_request"))
                .isCloseTo(whole.get("memory.kv_request"), within(1.0));
    }

    private static final String SPREAD =
            "\"prefill\": {\"tp\": 8.0, \"replicas\": 2.0},"
                    + " \"decode\": {\"tp\": 1.0, \"dp\": 8.0, \"ep\": 8.0, %s\"replicas\": 2.0}";

    private static Map<String, Double> spread(int inFlight, String decode, String workload) {
        String load = inFlight(inFlight) + workload;
        return chat(DENSE, EXPERTS, ARRIVALS, load, DECODE, SPREAD.formatted(decode));
    }

    /** Copies take memory and even out the ranks; where tokens choose evenly they bring nothing. */
    @Test
    void copiesOfExpertsTakeMemoryAndEvenTheRanks() {
        Map<String, Double> even = reading("", "");
        Map<String, Double> skewed = reading("", ", \"expert_skew\": 0.9");
        Map<String, Double> evened = reading("\"redundant\": 8.0, ", ", \"expert_skew\": 0.9");
        assertThat(skewed.get("prompt_time")).isGreaterThan(even.get("prompt_time"));
        assertThat(evened.get("prompt_time"))
                .isLessThan(skewed.get("prompt_time"))
                .isGreaterThan(even.get("prompt_time"));
        assertThat(reading("\"redundant\": 8.0, ", "").get("prompt_time"))
                .isGreaterThan(even.get("prompt_time"));
        assertThat(spread(64, "\"redundant\": 8.0, ", "").get("memory.weights"))
                .isGreaterThan(spread(64, "", "").get("memory.weights"));
    }

    private static Map<String, Double> reading(String prefill, String workload) {
        String pools =
                "\"prefill\": {\"tp\": 1.0, \"dp\": 8.0, \"ep\": 8.0, %s\"replicas\": 2.0},"
                        + " \"decode\": {\"tp\": 8.0, \"replicas\": 2.0}";
        String load = inFlight(64) + workload;
        return chat(DENSE, EXPERTS, ARRIVALS, load, DECODE, pools.formatted(prefill));
    }

    /** Halves read weights twice: a little load is slower for it, a large one hides exchanges. */
    @Test
    void twoBatchesPayWhereExchangesAreLong() {
        String halves = "\"two_batches\": true, ";
        assertThat(spread(8, halves, "").get("tpot.mean"))
                .isEqualTo(spread(8, "", "").get("tpot.mean"));
        assertThat(spread(128, halves, "").get("tpot.mean"))
                .isGreaterThan(spread(128, "", "").get("tpot.mean"));
        assertThat(spread(512, halves, "").get("tpot.mean"))
                .isNotEqualTo(spread(512, "", "").get("tpot.mean"));
    }

    @Test
    void smallerFormatsOfExpertsTakeLessMemoryAndTime() {
        String[] base = {DENSE, EXPERTS, ARRIVALS, inFlight(64)};
        Map<String, Double> wide = chat(base);
        Map<String, Double> stored =
                chat(DENSE, EXPERTS, ARRIVALS, inFlight(64) + ", \"weights\": \"fp4\"");
        assertThat(stored.get("memory.weights")).isLessThan(wide.get("memory.weights"));
        assertThat(stored.get("tpot.mean")).isLessThan(wide.get("tpot.mean"));
        Map<String, Double> narrow =
                chat(DENSE, EXPERTS, ARRIVALS, inFlight(64) + ", \"expert_precision\": \"fp8\"");
        assertThat(narrow.get("ttft.mean")).isLessThan(wide.get("ttft.mean"));
    }

    @Test
    void anEngineCannotDealExpertsToAPartOfItsRanks() {
        String odd = "\"decode\": {\"tp\": 8.0, \"ep\": 3.0, \"replicas\": 4.0}";
        Evaluation e = evaluation(DENSE, EXPERTS, DECODE, odd);
        assertThat(e.runs().get(1).undefined())
                .isEqualTo("ep 3 does not divide the 8 ranks of an engine");
    }
}
