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
 * What the fullest accelerator of a training placement holds against what fits: the memory that a
 * program gets.
 */
@Rule(
        summary = "Training holds more on an accelerator than fits",
        severity = Severity.ERROR,
        layer = Layer.MEMORY,
        since = "0.1")
public final class MemoryOverCapacity extends EvaluationRule {
    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        double held = Held.all(run);
        double fits = run.memoryLimit();
        if (!Held.training(run, design) || held <= fits) {
            return;
        }
        String message =
                "%s holds %s on an accelerator of stage %s, %s more than the %s of %s"
                        .formatted(
                                Say.name(run.workload()),
                                Show.value(held, "B"),
                                run.stage(),
                                Show.value(held - fits, "B"),
                                Show.value(fits, "B"),
                                Say.name(run.accelerator()));
        Findings.Draft finding = findings.report(this, Held.at(run), message);
        Held.details(run, finding);
    }
}
