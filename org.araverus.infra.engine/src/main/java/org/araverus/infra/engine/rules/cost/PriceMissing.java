// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.cost;

import java.util.LinkedHashSet;
import java.util.Set;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Prices;
import org.araverus.infra.engine.rules.Say;

/** Parts without a price below the hosts of an evaluate that asks for cost: they count nothing. */
@Rule(
        summary = "A requirement asks for cost, and parts of the host have no price",
        severity = Severity.WARNING,
        layer = Layer.COST,
        since = "0.1")
public final class PriceMissing extends DesignRule<Evaluate> {
    public PriceMissing() {
        super(Evaluate.class);
    }

    @Override
    public void check(Evaluate evaluate, Design design, Findings findings) {
        for (Requirement r : Prices.asking(evaluate, design)) {
            Set<Element> missing = new LinkedHashSet<>();
            for (Element host : Prices.hosts(evaluate, design)) {
                missing.addAll(Prices.missing(host, design));
            }
            if (!missing.isEmpty()) {
                report(r, missing, findings);
            }
        }
    }

    private void report(Requirement requirement, Set<Element> missing, Findings findings) {
        String message =
                "cost cannot be given: %s has no price"
                        .formatted(Say.list(missing.stream().map(Say::name)));
        Findings.Draft finding = findings.report(this, requirement.origin(), message);
        missing.forEach(e -> finding.detail(Say.kind(e) + " has no price", e.origin()));
    }
}
