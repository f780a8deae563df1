// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.memory;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.EvaluationRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Held;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** The weights that one accelerator of a serving placement holds against what fits. */
@Rule(
        summary = "The weights of a served model do not fit",
        severity = Severity.ERROR,
        layer = Layer.MEMORY,
        since = "0.1")
public final class WeightsDoNotFitServing extends EvaluationRule {
    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        double weights = Held.of(run, "weights");
        double fits = run.memoryLimit();
        if (Held.training(run, design) || weights <= fits) {
            return;
        }
        String message =
                "weights of %s take %s on an accelerator, %s more than the %s of %s"
                        .formatted(
                                Say.name(run.workload()),
                                Show.value(weights, "B"),
                                Show.value(weights - fits, "B"),
                                Show.value(fits, "B"),
                                Say.name(run.accelerator()));
        Held.details(run, findings.report(this, Held.at(run), message));
    }
}
