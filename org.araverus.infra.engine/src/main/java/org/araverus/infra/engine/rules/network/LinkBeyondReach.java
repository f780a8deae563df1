// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.network;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Link;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** The longest cable of a topology, tier by tier, against the reach of its link. */
@Rule(
        summary = "A cable is longer than its kind of link reaches",
        severity = Severity.ERROR,
        layer = Layer.NETWORK,
        since = "0.1")
public final class LinkBeyondReach extends DesignRule<Topology> {
    public LinkBeyondReach() {
        super(Topology.class);
    }

    @Override
    public void check(Topology topology, Design design, Findings findings) {
        if (topology.tier().isEmpty()) {
            check(topology.length(), topology.link(), design, findings);
        }
        for (Named<Topology.Tier> t : topology.tier()) {
            Topology.Tier tier = t.value();
            Ref<Link> link = tier.link().isAbsent() ? topology.link() : tier.link();
            Value length = tier.length().isAbsent() ? topology.length() : tier.length();
            check(length, link, design, findings);
        }
    }

    private void check(Value length, Ref<Link> ref, Design design, Findings findings) {
        if (length.isAbsent() || !ref.isElement()) {
            return;
        }
        Link link = design.get(ref);
        if (link.reach().isAbsent() || length.si() <= link.reach().si()) {
            return;
        }
        String message =
                "cable of %s is %s longer than %s reaches"
                        .formatted(
                                Show.value(length.si(), "m"),
                                Show.value(length.si() - link.reach().si(), "m"),
                                Say.kind(link));
        findings.report(this, length.origin(), message)
                .detail(
                        "%s reaches %s"
                                .formatted(Say.name(link), Show.value(link.reach().si(), "m")),
                        link.reach().origin());
    }
}
