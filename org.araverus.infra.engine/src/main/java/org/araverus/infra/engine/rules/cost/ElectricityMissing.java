// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.cost;

import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Site;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Prices;
import org.araverus.infra.engine.rules.Say;

/**
 * An evaluate that asks for cost on a cluster whose site gives no price of electricity, or that
 * stands on no site: energy costs nothing there.
 */
@Rule(
        summary = "A requirement asks for cost, and the site has no price of electricity",
        severity = Severity.NOTE,
        layer = Layer.COST,
        since = "0.1")
public final class ElectricityMissing extends DesignRule<Evaluate> {
    public ElectricityMissing() {
        super(Evaluate.class);
    }

    @Override
    public void check(Evaluate evaluate, Design design, Findings findings) {
        for (Requirement r : Prices.asking(evaluate, design)) {
            for (Element host : Prices.hosts(evaluate, design)) {
                if (host instanceof Cluster c) {
                    check(r, c, design, findings);
                }
            }
        }
    }

    private void check(Requirement asking, Cluster cluster, Design design, Findings findings) {
        if (cluster.site().isAbsent()) {
            String message =
                    "cost leaves out energy: %s stands on no site".formatted(Say.kind(cluster));
            findings.report(this, asking.origin(), message)
                    .detail(Say.kind(cluster), cluster.origin());
            return;
        }
        Site site = design.get(cluster.site());
        if (site.electricity().isAbsent()) {
            String message =
                    "cost leaves out energy: %s has no price of electricity"
                            .formatted(Say.kind(site));
            findings.report(this, asking.origin(), message).detail(Say.kind(site), site.origin());
        }
    }
}
