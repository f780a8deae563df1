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
 * What the fullest accelerator of a training placement holds against 95 % of what fits: allocators
 * lose some to fragments, and a step that holds a little more stops the job.
 */
@Rule(
        summary = "Training fills an accelerator to the last few percent",
        severity = Severity.WARNING,
        layer = Layer.MEMORY,
        since = "0.1")
public final class MemoryNearlyFull extends EvaluationRule {
    /** The most that leaves room for fragments. */
    private static final double MOST = 0.95;

    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        double held = Held.all(run);
        double fits = run.memoryLimit();
        boolean training = run.undefined() == null && Held.training(run, design);
        if (!training || held > fits || held <= MOST * fits) {
            return; // beyond what fits, memory-over-capacity speaks
        }
        String message =
                "%s holds %s on an accelerator of stage %s, %s of the %s of %s; up to %s is safe"
                        .formatted(
                                Say.name(run.workload()),
                                Show.value(held, "B"),
                                run.stage(),
                                Show.value(held / fits, "%"),
                                Show.value(fits, "B"),
                                Say.name(run.accelerator()),
                                Show.value(MOST, "%"));
        Findings.Draft finding = findings.report(this, Held.at(run, design), message);
        Held.details(run, design, finding);
    }
}
