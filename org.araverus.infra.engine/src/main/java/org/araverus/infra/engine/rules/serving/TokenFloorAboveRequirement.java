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

/** Requirements on `tpot` against the step of one request with an empty cache. */
@Rule(
        summary = "A requirement on the time per token is below that of one request alone",
        severity = Severity.ERROR,
        layer = Layer.SERVING,
        since = "0.1")
public final class TokenFloorAboveRequirement extends EvaluationRule {
    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        Served served = Served.of(run, evaluation, design);
        if (served == null) return;
        for (OutOfReach o : served.outOfReach("tpot.", r -> served.floor(r, "tpot"))) {
            String message =
                    "a token of %s takes %s with one request in the engine, %s above the %s that is required"
                            .formatted(
                                    Say.name(run.workload()),
                                    Show.value(o.least(), "s"),
                                    Show.value(o.off(), "s"),
                                    Show.value(o.most(), "s"));
            Findings.Draft finding = findings.report(this, o.requirement().origin(), message);
            served.answering(finding);
        }
    }
}
