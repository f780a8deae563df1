// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.power;

import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Site;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.physics.Power;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.rules.Tenants;
import org.araverus.infra.engine.units.Show;

/**
 * The nameplates of the clusters on a site, times its PUE, against its budget. Without a PUE the
 * clusters alone count: a floor.
 */
@Rule(
        summary = "The clusters of a site draw more than its power budget",
        severity = Severity.ERROR,
        layer = Layer.POWER,
        since = "0.1")
public final class SitePowerOverBudget extends DesignRule<Site> {
    public SitePowerOverBudget() {
        super(Site.class);
    }

    @Override
    public void check(Site site, Design design, Findings findings) {
        if (site.power().capping().orElse(false)) return; // clock-below-rated speaks
        Value budget = site.power().budget();
        double limit = budget.si();
        Tenants tenants = Tenants.heaviest(site, design);
        double draw = Power.facility(tenants.draw(), site.pue().orElse(1));
        if (draw <= limit) {
            return;
        }
        String message =
                "%s draws %s, %s above its budget of %s"
                        .formatted(
                                Say.kind(site),
                                Show.value(draw, "W"),
                                Show.value(draw - limit, "W"),
                                Show.value(limit, "W"));
        Findings.Draft finding = findings.report(this, budget.origin(), message);
        for (Cluster c : tenants.clusters()) {
            finding.detail(
                    Say.kind(c) + " draws " + Show.value(Tenants.draw(c, design), "W"), c.origin());
        }
        if (site.pue().isKnown()) {
            finding.detail("times a PUE of " + Show.digits(site.pue().si()), site.pue().origin());
        } else {
            finding.detail("without cooling: the site gives no PUE");
        }
        String enough = Show.value(Say.up(draw), "W");
        finding.fix("budget: " + enough, new Edit.Set(budget.origin(), enough));
    }
}
