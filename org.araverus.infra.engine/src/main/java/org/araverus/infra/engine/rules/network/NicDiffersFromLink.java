// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.network;

import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Link;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Fabric;
import org.araverus.infra.engine.rules.Links;
import org.araverus.infra.engine.rules.Say;

/**
 * The adapters of a cluster's nodes against the links of its network: the slower one sets the rate,
 * what the faster one cost is lost.
 */
@Rule(
        summary = "A network adapter and the link of its network have different rates",
        severity = Severity.WARNING,
        layer = Layer.NETWORK,
        since = "0.1")
public final class NicDiffersFromLink extends DesignRule<Cluster> {
    public NicDiffersFromLink() {
        super(Cluster.class);
    }

    @Override
    public void check(Cluster cluster, Design design, Findings findings) {
        Topology network = design.get(cluster.network());
        Value rate = Links.rate(network, design);
        if (rate.si() > Links.port(network, design)) {
            return; // link-faster-than-switch-port speaks
        }
        for (Nic nic : Fabric.types(cluster, Nic.class, design)) {
            check(nic, network, rate, findings);
        }
    }

    private void check(Nic nic, Topology network, Value rate, Findings findings) {
        double own = nic.bandwidth().si();
        double link = rate.si();
        if (own == link) {
            return;
        }
        String message =
                "links of %s carry %s and %s sends %s: the %s sets the rate"
                        .formatted(
                                Say.name(network),
                                Say.line(link),
                                Say.kind(nic),
                                Say.line(own),
                                own < link ? "nic" : "link");
        Ref<Link> ref = Links.lowest(network);
        Findings.Draft finding =
                findings.report(this, ref.origin(), message)
                        .detail(Say.name(nic) + " " + Say.line(own), nic.bandwidth().origin());
        if (ref.isElement()) {
            finding.detail(
                    Say.name(String.valueOf(ref.name())) + " " + Say.line(link), rate.origin());
        } else {
            String fitting = Say.line(own);
            finding.fix("link: " + fitting, new Edit.Set(ref.origin(), fitting));
        }
    }
}
