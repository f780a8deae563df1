// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.network;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Cut;
import org.araverus.infra.engine.rules.Say;

/**
 * The endpoints of each tier of a Clos against those of the tier below: a group is made of whole
 * groups.
 */
@Rule(
        summary = "A tier does not hold whole groups of the tier below",
        severity = Severity.ERROR,
        layer = Layer.NETWORK,
        since = "0.1")
public final class TierEndpointsNotMultiple extends DesignRule<Topology> {
    public TierEndpointsNotMultiple() {
        super(Topology.class);
    }

    @Override
    public void check(Topology topology, Design design, Findings findings) {
        for (int i = 1; i < topology.tier().size(); i++) {
            check(topology.tier().get(i - 1), topology.tier().get(i), findings);
        }
    }

    private void check(Named<Topology.Tier> below, Named<Topology.Tier> tier, Findings findings) {
        Value group = below.value().endpoints();
        Value all = tier.value().endpoints();
        if (!group.isKnown() || !all.isKnown() || Cut.divides(group.si(), all.si())) {
            return;
        }
        double over = all.si() % group.si();
        String message =
                "tier %s has %s: %s of %s and %s left over"
                        .formatted(
                                tier.name(),
                                Say.many(all.si(), "endpoint"),
                                Say.many(Math.floor(all.si() / group.si()), "group"),
                                Say.count(group.si()),
                                Say.count(over));
        String whole = Say.count(Math.ceil(all.si() / group.si()) * group.si());
        findings.report(this, all.origin(), message)
                .detail(
                        "tier %s has %s".formatted(below.name(), Say.many(group.si(), "endpoint")),
                        group.origin())
                .fix("endpoints: " + whole, new Edit.Set(all.origin(), whole));
    }
}
