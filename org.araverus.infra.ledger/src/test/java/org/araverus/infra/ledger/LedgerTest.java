// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From a table to scores, through the language and the engine. */
class LedgerTest {
    private static final Path TRAINING = Path.of("../validation/training.csv");
    private static final Path MEMORY = Path.of("../validation/memory.csv");

    /** A run of the Llama 3 paper: its accelerator and model are in the catalog. */
    private static Row llama(String... cells) throws UnreadableTable {
        Row row =
                TableReader.read(TRAINING).stream()
                        .filter(r -> r.text(Column.MODEL).equals("Llama-3.1-405B"))
                        .findFirst()
                        .orElseThrow();
        return Rows.with(row, cells);
    }

    private static Outcome.Predicted predicted(Row row) {
        Outcome o = Ledger.of(List.of(row)).predict().outcomes().getFirst();
        assertThat(o).isInstanceOf(Outcome.Predicted.class);
        return (Outcome.Predicted) o;
    }

    private static Map<String, String> byId(List<Row> rows) {
        return Ledger.of(rows).predict().outcomes().stream()
                .collect(Collectors.toMap(o -> o.row().id(), LedgerTest::figures));
    }

    private static String figures(Outcome o) {
        return switch (o) {
            case Outcome.Predicted p -> p.measured() + " " + p.predicted() + " " + p.laws();
            case Outcome.Missing m -> m.why();
        };
    }

    @Test
    void theOrderOfRowsMakesNoDifference() throws Exception {
        List<Row> rows = new ArrayList<>(TableReader.read(TRAINING));
        rows.addAll(TableReader.read(MEMORY));
        Map<String, String> before = byId(rows);
        Collections.reverse(rows);
        assertThat(byId(rows)).isEqualTo(before);
    }

    @Test
    void scoresGoByAnyColumn() throws Exception {
        Ledger.Result result = Ledger.of(List.of(llama(), llama("id=x", "phase=sft"))).predict();
        List<Group> groups = Group.of(result.outcomes(), Column.PHASE);
        assertThat(groups.stream().map(Group::title)).containsExactly("pretrain", "sft", "all");
        assertThat(groups.getFirst().score().rows()).isEqualTo(1);
        assertThat(result.by("phase").text(false)).contains("  phase     quantity");
        assertThat(result.by("phase").json()).contains("\"phase\" : \"sft\"");
    }

    @Test
    void aRateAndItsTimeAreOneRow() throws Exception {
        Outcome.Predicted rate = predicted(llama());
        String seconds = Double.toString(rate.measured());
        Outcome.Predicted time = predicted(llama("metric=step_time", "unit=s", "value=" + seconds));
        assertThat(time.error()).isEqualTo(rate.error());
        Outcome.Predicted twice = predicted(llama("value=" + 2 * llama().number(Column.VALUE)));
        assertThat(twice.measured()).isCloseTo(rate.measured() / 2, within(1e-12));
    }

    @Test
    void theLeastThatFitsIsRecomputed() throws Exception {
        Row open = llama("recompute=", "stack=Something");
        assertThat(predicted(open).recompute().name()).isEqualTo("none");
        assertThat(predicted(open).fits()).isTrue();
        Outcome.Predicted crowded = predicted(Rows.with(open, "micro_batch=4"));
        assertThat(crowded.recompute().name()).isNotEqualTo("none");
        assertThat(crowded.laws()).containsEntry(Law.RECOMPUTE, crowded.recompute().name());
    }

    @Test
    void memoryIsComparedInBytesAndInShares() throws Exception {
        Outcome.Predicted bytes = predicted(llama("metric=activations", "unit=GiB", "value=10"));
        assertThat(bytes.measured()).isEqualTo(10 * 0x1p30);
        Outcome.Predicted decimal = predicted(llama("metric=activations", "unit=GB", "value=10"));
        assertThat(decimal.measured()).isEqualTo(10e9);
        assertThat(decimal.predicted()).isEqualTo(bytes.predicted());
        Function<String, Double> share =
                split -> {
                    try {
                        return predicted(
                                        llama(
                                                "metric=activations_pct_of_baseline",
                                                "unit=%",
                                                "value=50",
                                                "sequence_parallel=" + split))
                                .predicted();
                    } catch (UnreadableTable e) {
                        throw new IllegalStateException(e);
                    }
                };
        assertThat(share.apply("0")).isEqualTo(1);
        assertThat(share.apply("1")).isBetween(0.1, 0.9);
    }

    @Test
    void aPeakIsWithoutTheFrameworksShare() throws Exception {
        Outcome.Predicted peak = predicted(llama("metric=peak_memory", "unit=GiB", "value=70"));
        double all = peak.run().memory().stream().mapToDouble(s -> s.value()).sum();
        assertThat(peak.predicted()).isPositive().isLessThan(all);
    }

    @Test
    void whatTheEngineCannotPlaceIsMissing() throws Exception {
        Row cut = llama("layers=8", "vpp=1");
        Outcome o = Ledger.of(List.of(cut)).predict().outcomes().getFirst();
        assertThat(o).isInstanceOf(Outcome.Missing.class);
        assertThat(((Outcome.Missing) o).why()).isNotEmpty();
    }

    @Test
    void rowsThatAreNotScoredStayOut() throws Exception {
        Ledger ledger = Ledger.of(List.of(llama(), llama("id=x", "score=no")));
        assertThat(ledger.size()).isEqualTo(1);
        assertThat(ledger.predict().text(false)).contains("left out: 1 rows");
    }

    @Test
    void eachPredictionHasItsText() throws Exception {
        Map<String, String> texts = Ledger.of(List.of(llama("id=a/b"))).predict().texts();
        assertThat(texts).containsOnlyKeys("a_b.infra");
        assertThat(texts.get("a_b.infra")).contains("evaluate Row");
    }
}
