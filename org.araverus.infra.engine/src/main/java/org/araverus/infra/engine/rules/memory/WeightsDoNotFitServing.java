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

/**
 * The weights that one accelerator of a serving placement holds, and what its stack takes, against
 * the memory of its engines.
 */
@Rule(
        summary = "The weights of a served model do not fit",
        severity = Severity.ERROR,
        layer = Layer.MEMORY,
        since = "0.1")
public final class WeightsDoNotFitServing extends EvaluationRule {
    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        double least = Held.all(run) - Held.of(run, "kv cache");
        double fits = run.memoryLimit();
        if (Held.training(run, design) || run.memory().isEmpty() || least <= fits) {
            return;
        }
        String message =
                "%s holds %s on an accelerator before the first request, %s more than the %s that engines take of %s"
                        .formatted(
                                Say.name(run.workload()),
                                Show.value(least, "B"),
                                Show.value(least - fits, "B"),
                                Show.value(fits, "B"),
                                Say.name(run.accelerator()));
        Findings.Draft finding = findings.report(this, Held.at(run, design), message);
        Held.details(run, design, finding);
        Held.wider(run, design, finding);
    }
}
