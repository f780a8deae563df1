// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.cost;

import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Site;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.EvaluationRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Prices;
import org.araverus.infra.engine.rules.Say;
import org.jspecify.annotations.Nullable;

/**
 * The price of electricity that stands in for one that is not given, where an evaluate or one of
 * its workloads requires a cost.
 */
@Rule(
        summary = "A requirement asks for cost, and the site has no price of electricity",
        severity = Severity.NOTE,
        layer = Layer.COST,
        since = "0.1")
public final class ElectricityMissing extends EvaluationRule {
    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        List<Requirement> asking = Prices.asking(design.evaluate(), design);
        for (Evaluation.Assumption a : evaluation.assumptions()) {
            if (a.attribute().equals("electricity") && !asking.isEmpty()) {
                Element without = design.elements().get(a.origin().element());
                report(asking.get(0), a.value(), without, findings);
            }
        }
    }

    private void report(
            Requirement asking, String price, @Nullable Element without, Findings findings) {
        if (without == null) {
            return;
        }
        String why =
                without instanceof Site
                        ? " gives no price of electricity"
                        : " stands on no site that gives one";
        String message = "cost takes %s: %s%s".formatted(price, Say.kind(without), why);
        findings.report(this, asking.origin(), message).detail(Say.kind(without), without.origin());
    }
}
