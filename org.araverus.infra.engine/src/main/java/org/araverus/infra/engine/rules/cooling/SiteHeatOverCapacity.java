// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.cooling;

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
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.rules.Tenants;
import org.araverus.infra.engine.units.Show;

/** The heat of the clusters on a site, all that they draw, against what its plant rejects. */
@Rule(
        summary = "The clusters of a site make more heat than its plant rejects",
        severity = Severity.ERROR,
        layer = Layer.COOLING,
        since = "0.1")
public final class SiteHeatOverCapacity extends DesignRule<Site> {
    public SiteHeatOverCapacity() {
        super(Site.class);
    }

    @Override
    public void check(Site site, Design design, Findings findings) {
        if (site.cooling().throttling().orElse(false)) return; // clock-below-rated speaks
        Value capacity = site.cooling().capacity();
        double limit = capacity.si();
        Tenants tenants = Tenants.heaviest(site, design);
        if (tenants.draw() <= limit) {
            return;
        }
        String message =
                "%s has to reject %s, %s above the %s that its plant rejects"
                        .formatted(
                                Say.kind(site),
                                Show.value(tenants.draw(), "W"),
                                Show.value(tenants.draw() - limit, "W"),
                                Show.value(limit, "W"));
        Findings.Draft finding = findings.report(this, capacity.origin(), message);
        for (Cluster c : tenants.clusters()) {
            finding.detail(
                    Say.kind(c) + " draws " + Show.value(Tenants.draw(c, design), "W"), c.origin());
        }
        String enough = Show.value(Say.up(tenants.draw()), "W");
        finding.fix("capacity: " + enough, new Edit.Set(capacity.origin(), enough));
    }
}
