// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Finding;
import org.araverus.infra.engine.finding.Fix;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.json.EvaluationJson;
import org.araverus.infra.report.Goldens;
import org.araverus.infra.report.Schemas;
import org.junit.jupiter.api.Test;

class EvaluationJsonTest {
    private static final Finding FINDING =
            new Finding(
                    "rack-power-over-budget",
                    Severity.WARNING,
                    "too much",
                    new Origin("lab.Baseline", "power.budget"),
                    List.of(new Finding.Detail("4 x 10.2 kW", new Origin("lab.Lab32", ""))),
                    List.of(Origin.NOWHERE),
                    List.of(Fix.of("budget: 42 kW")));

    private static String json(Evaluation e, String accepted) {
        Design design = Samples.design();
        return EvaluationJson.write(
                design, e, EvaluationJson.findings(design, List.of(FINDING), f -> accepted));
    }

    @Test
    void followsItsSchema() {
        Schemas.assertValid("evaluation.schema.json", json(Samples.training(), "it is summer"));
        Schemas.assertValid("evaluation.schema.json", json(Samples.mixed(), null));
        Goldens.check(getClass(), "mixed.json", json(Samples.mixed(), null));
    }

    @Test
    void withoutEvaluationTheShapeStays() {
        String text = json(null, null);
        Schemas.assertValid("evaluation.schema.json", text);
        assertThat(text).doesNotContain("fidelity").contains("\"metrics\" : { }");
    }

    @Test
    void whatIsNotKnownIsNull() {
        assertThat(json(Samples.training(), null))
                .contains("\"text\" : \"FineTune.ttft.p99 <= 800 ms\"")
                .contains("\"value\" : null");
    }
}
