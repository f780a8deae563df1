// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.power;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.EvaluationRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** A limit that no clock keeps. */
@Rule(
        summary = "A limit of power or heat is broken even at the lowest clock",
        severity = Severity.ERROR,
        layer = Layer.POWER,
        since = "0.1")
public final class LimitBelowLowestClock extends EvaluationRule {
    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        Evaluation.Held held = run.held();
        if (held == null || held.kept()) return;
        Element of = design.elements().get(held.subject());
        if (of == null) return;
        String message =
                "%s of %s is %s at the lowest clock of %s, %s above its limit of %s"
                        .formatted(
                                held.what(),
                                Say.name(of),
                                Show.value(held.least(), "W"),
                                Say.name(run.workload()),
                                Show.value(held.least() - held.limit(), "W"),
                                Show.value(held.limit(), "W"));
        findings.report(this, held.limitFrom(), message)
                .detail("lowest clock " + Show.value(held.clock(), "%") + " of the rated one")
                .related(run.origin());
    }
}
