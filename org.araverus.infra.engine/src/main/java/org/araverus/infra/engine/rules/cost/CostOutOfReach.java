// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.cost;

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

/** Requirements on `cost.per_token` against that cost with the engines always full. */
@Rule(
        summary = "A required cost of a token is out of reach even with full engines",
        severity = Severity.ERROR,
        layer = Layer.COST,
        since = "0.1")
public final class CostOutOfReach extends EvaluationRule {
    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        Served served = Served.of(run, evaluation, design);
        if (served == null) return;
        double used = Math.min(1, served.metric("utilization"));
        double least = served.metric("cost.per_token") * used;
        for (OutOfReach o : served.outOfReach("cost.per_token", r -> least)) {
            String message =
                    "a token of %s costs %s with engines always full, %s more than the %s that is required"
                            .formatted(
                                    Say.name(run.workload()),
                                    Show.value(o.least(), "USD/tok"),
                                    Show.value(o.off(), "USD/tok"),
                                    Show.value(o.most(), "USD/tok"));
            findings.report(this, o.requirement().origin(), message)
                    .detail("%s of the capacity is used".formatted(Show.value(used, "%")))
                    .detail("now " + Show.value(served.metric("cost.per_token"), "USD/tok"));
        }
    }
}
