// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.cooling;

import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Site;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.physics.Cooling;
import org.araverus.infra.engine.rules.Parts;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/**
 * The liquid that racks ask for against the coldest that towers give on the design day: wet bulb
 * plus approach. An approach that is not given counts nothing: a floor.
 */
@Rule(
        summary = "Racks ask for liquid colder than towers give on the design day",
        severity = Severity.ERROR,
        layer = Layer.COOLING,
        since = "0.1")
public final class SupplyBelowWetBulb extends DesignRule<Cluster> {
    public SupplyBelowWetBulb() {
        super(Cluster.class);
    }

    @Override
    public void check(Cluster cluster, Design design, Findings findings) {
        Site site = design.get(cluster.site());
        double approach = site.cooling().approach().orElse(0);
        double coldest = Cooling.supply(site.wetBulb().si(), approach, 1);
        for (Parts.Item i : Parts.of(cluster, design)) {
            if (i.type() instanceof Rack rack && rack.cooling().supply().isKnown()) {
                check(rack, site, coldest, findings);
            }
        }
    }

    private void check(Rack rack, Site site, double coldest, Findings findings) {
        Value supply = rack.cooling().supply();
        if (supply.si() >= coldest || throttles(rack.cooling())) {
            return;
        }
        String message =
                "liquid of %s is %s; without a chiller %s gives %s at best, %s warmer"
                        .formatted(
                                Say.kind(rack),
                                Show.value(supply.si(), "degC"),
                                Say.kind(site),
                                Show.value(coldest, "degC"),
                                Show.value(coldest - supply.si(), "K"));
        String wet = "wet bulb " + Show.value(site.wetBulb().si(), "degC");
        Findings.Draft finding =
                findings.report(this, supply.origin(), message)
                        .detail(wet, site.wetBulb().origin());
        Value approach = site.cooling().approach();
        if (approach.isKnown()) {
            finding.detail("approach " + Show.value(approach.si(), "K"), approach.origin());
        }
        String warm = Show.value(Math.ceil(coldest - ZERO - 1e-9) + ZERO, "degC");
        finding.fix("supply: " + warm, new Edit.Set(supply.origin(), warm));
    }

    /** Whether warmer liquid makes slower clocks: clock-below-rated speaks then. */
    private static boolean throttles(Rack.Cooling c) {
        return c.throttling().orElse(false) && c.flow().isKnown() && c.rise().isKnown();
    }

    /** 0 degC, K. */
    private static final double ZERO = 273.15;
}
