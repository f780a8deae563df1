// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.serving;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Term;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.EvaluationRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.rules.Served;
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
        for (Requirement r : served.requirements("tpot.")) {
            double most = ((Term.Number) r.right()).si();
            double floor = served.floor(r, "tpot");
            if (floor <= most) continue;
            String message =
                    "a token of %s takes %s with one request in the engine, %s above the %s that is required"
                            .formatted(
                                    Say.name(run.workload()),
                                    Show.value(floor, "s"),
                                    Show.value(floor - most, "s"),
                                    Show.value(most, "s"));
            Findings.Draft finding = findings.report(this, r.origin(), message);
            served.answering(finding);
        }
    }
}
