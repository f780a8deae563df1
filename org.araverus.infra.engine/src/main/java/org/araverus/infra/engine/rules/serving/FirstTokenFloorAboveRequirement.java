// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.serving;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.EvaluationRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.rules.Served;
import org.araverus.infra.engine.rules.Served.OutOfReach;
import org.araverus.infra.engine.units.Show;

/** Requirements on `ttft` against the time of the prompt alone on idle engines. */
@Rule(
        summary = "A requirement on the first token is below the time to read the prompt alone",
        severity = Severity.ERROR,
        layer = Layer.SERVING,
        since = "0.1")
public final class FirstTokenFloorAboveRequirement extends EvaluationRule {
    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        Served served = Served.of(run, evaluation, design);
        if (served == null) return;
        for (OutOfReach o : served.outOfReach("ttft.", r -> served.floor(r, "ttft"))) {
            String message =
                    "one prompt of %s alone is read in %s, %s above the %s that is required"
                            .formatted(
                                    Say.name(run.workload()),
                                    Show.value(o.least(), "s"),
                                    Show.value(o.off(), "s"),
                                    Show.value(o.most(), "s"));
            Findings.Draft finding = findings.report(this, o.requirement().origin(), message);
            finding.detail(
                    "mean prompt " + Show.value(served.workload().prompt().mean(), "tok"),
                    served.workload().prompt().origin());
            served.reading(finding);
        }
    }
}
