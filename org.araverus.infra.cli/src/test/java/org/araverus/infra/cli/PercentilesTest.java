// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Answer;
import org.araverus.infra.engine.evaluate.Evaluation.Verdict;
import org.junit.jupiter.api.Test;

/** A closed form knows floors of percentiles: it may deny a requirement on one, never grant it. */
class PercentilesTest {
    private static final Path EXAMPLE = Path.of("../examples/gb200-nvl72-serving");

    @Test
    void noExampleIsGrantedAPercentile() {
        List<Verdict> asked = new ArrayList<>();
        for (Compiled c : Workspace.open(List.of(Path.of("../examples"))).evaluates())
            for (Verdict v : ClosedForm.answers(c.design()).requirements())
                if (v.text().matches(".*\\b(ttft|tpot)\\.p\\d+\\b.*")) asked.add(v);
        assertThat(asked).isNotEmpty();
        assertThat(asked).extracting(Verdict::answer).doesNotContain(Answer.MET);
    }

    @Test
    void aFloorAboveTheBoundDenies() throws IOException {
        Evaluation serving = answers(Workspace.open(List.of(EXAMPLE)), ".Serving");
        for (String metric : List.of("ttft.p99", "tpot.p99")) {
            double floor = serving.metrics().get("Day." + metric).low();
            assertThat(floor).as(metric).isPositive();
            assertThat(answer(metric, floor * 0.5)).isEqualTo(Answer.MISSED);
            assertThat(answer(metric, floor * 100)).isEqualTo(Answer.UNDECIDED);
        }
    }

    private static Answer answer(String metric, double seconds) throws IOException {
        String text =
                """
                package asked

                import examples.nvl72.*

                evaluate Asked { run Day on Factory require Day.%s <= %s s }
                """
                        .formatted(metric, seconds);
        String example = Files.readString(EXAMPLE.resolve("deepseek.infra"));
        Workspace w = Workspace.ofTexts(Map.of("example.infra", example, "asked.infra", text));
        return answers(w, ".Asked").requirements().stream()
                .filter(v -> v.text().contains(metric))
                .map(Verdict::answer)
                .findFirst()
                .orElseThrow();
    }

    private static Evaluation answers(Workspace w, String name) {
        return w.evaluates().stream()
                .filter(c -> c.name().endsWith(name))
                .map(c -> ClosedForm.answers(c.design()))
                .findFirst()
                .orElseThrow();
    }
}
