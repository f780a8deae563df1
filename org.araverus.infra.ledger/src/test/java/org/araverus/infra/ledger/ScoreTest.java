// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.araverus.infra.engine.design.Recompute;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final Cut CUT = new Cut(1, 1, 1, 1, 1, 1, 1, 0, false, List.of(Recompute.none));

    private static Outcome predicted(double error, boolean fits) {
        return predicted(Rows.GPT, error, fits);
    }

    private static Outcome predicted(Row row, double error, boolean fits) {
        return new Outcome.Predicted(
                row,
                CUT,
                Recompute.none,
                "",
                1,
                1 + error,
                Double.NaN,
                fits,
                null,
                List.of(),
                Map.of(),
                List.of());
    }

    private static List<Outcome> errors(double... errors) {
        List<Outcome> all = new ArrayList<>();
        for (double e : errors) all.add(predicted(e, true));
        return all;
    }

    @Test
    void figuresWorkedByHand() {
        Score s = Score.of(errors(-0.1, 0.02, 0.03, -0.2));
        assertThat(s.predicted()).isEqualTo(4);
        assertThat(s.median()).isCloseTo(0.065, within(1e-12));
        assertThat(s.mean()).isCloseTo(0.0875, within(1e-12));
        assertThat(s.p95()).isCloseTo(0.185, within(1e-12));
        assertThat(s.max()).isCloseTo(0.2, within(1e-12));
        assertThat(s.bias()).isCloseTo(-0.04, within(1e-12));
        assertThat(s.coverage()).isEqualTo(1);
        assertThat(s.medianOfAll()).isEqualTo(s.median());
    }

    @Test
    void whatIsMissingCountsInTheSecondMedianAlone() {
        List<Outcome> all = errors(0.1, 0.1, 0.1);
        all.add(new Outcome.Missing(Rows.GPT, "no"));
        all.add(new Outcome.Missing(Rows.GPT, "no"));
        all.add(new Outcome.Missing(Rows.GPT, "no"));
        Score s = Score.of(all);
        assertThat(s.median()).isCloseTo(0.1, within(1e-12));
        assertThat(s.coverage()).isEqualTo(0.5);
        assertThat(s.medianOfAll()).isCloseTo(0.55, within(1e-12));
    }

    @Test
    void nothingPredicted() {
        Score s = Score.of(List.of(new Outcome.Missing(Rows.GPT, "no")));
        assertThat(s.median()).isNaN();
        assertThat(s.mean()).isNaN();
        assertThat(s.medianOfAll()).isEqualTo(1);
    }

    @Test
    void sharesOfRowsThatFit() {
        assertThat(Score.of(List.of(predicted(0, true), predicted(0, false))).fitting())
                .isEqualTo(0.5);
        Row computed = Rows.with(Rows.GPT, "kind=analytic");
        List<Outcome> ran = List.of(predicted(0, true), predicted(computed, 0, false));
        assertThat(Score.of(ran).fitting()).isEqualTo(1);
        assertThat(Score.of(List.of(predicted(computed, 0, false))).fitting()).isNaN();
    }

    @Property(tries = 200)
    void orderMakesNoDifference(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = -0.9, max = 3) Double> errors,
            @ForAll long seed) {
        List<Outcome> all = errors(errors.stream().mapToDouble(Double::doubleValue).toArray());
        Score before = Score.of(all);
        Collections.shuffle(all, new Random(seed));
        assertThat(Score.of(all)).isEqualTo(before);
    }
}
