// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.network;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Link;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Links;
import org.araverus.infra.engine.rules.Say;

/** The rate of the links of a topology, tier by tier, against a port of their switch. */
@Rule(
        summary = "A link is faster than the port of the switch that it ends in",
        severity = Severity.ERROR,
        layer = Layer.NETWORK,
        since = "0.1")
public final class LinkFasterThanSwitchPort extends DesignRule<Topology> {
    public LinkFasterThanSwitchPort() {
        super(Topology.class);
    }

    @Override
    public void check(Topology topology, Design design, Findings findings) {
        if (topology.tier().isEmpty()) {
            check(topology.link(), topology.switch_(), design, findings);
        }
        for (Named<Topology.Tier> t : topology.tier()) {
            Topology.Tier tier = t.value();
            Ref<Link> link = tier.link().isAbsent() ? topology.link() : tier.link();
            Ref<Switch> type = tier.switch_().isAbsent() ? topology.switch_() : tier.switch_();
            check(link, type, design, findings);
        }
    }

    private void check(Ref<Link> link, Ref<Switch> ref, Design design, Findings findings) {
        if (link.isAbsent() || ref.isAbsent()) {
            return;
        }
        Switch type = design.get(ref);
        double port = type.bandwidth().si();
        Value rate = Links.rate(link, design);
        if (rate.si() <= port) {
            return;
        }
        String message =
                "link of %s is %s faster than a port of %s, which gives %s"
                        .formatted(
                                Say.line(rate.si()),
                                Say.line(rate.si() - port),
                                Say.kind(type),
                                Say.line(port));
        Findings.Draft finding =
                findings.report(this, link.origin(), message)
                        .detail(
                                "port of %s: %s".formatted(Say.name(type), Say.line(port)),
                                type.bandwidth().origin());
        if (!link.isElement()) {
            finding.fix("link: " + Say.line(port), new Edit.Set(link.origin(), Say.line(port)));
        }
    }
}
