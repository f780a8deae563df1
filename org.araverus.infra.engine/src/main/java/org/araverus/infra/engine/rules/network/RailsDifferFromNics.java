// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.network;

import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Fabric;
import org.araverus.infra.engine.rules.Say;

/**
 * The rails of a cluster's network against the adapters of its nodes: an adapter is on one rail.
 */
@Rule(
        summary = "A network has other rails than its nodes have adapters",
        severity = Severity.WARNING,
        layer = Layer.NETWORK,
        since = "0.1")
public final class RailsDifferFromNics extends DesignRule<Cluster> {
    public RailsDifferFromNics() {
        super(Cluster.class);
    }

    @Override
    public void check(Cluster cluster, Design design, Findings findings) {
        Topology network = design.get(cluster.network());
        double rails = network.rails().si();
        for (Node node : Fabric.types(cluster, Node.class, design)) {
            double nics = Fabric.count(node, Nic.class, design);
            if (nics > 0 && nics != rails) {
                report(network, rails, node, nics, findings);
            }
        }
    }

    private void report(Topology network, double rails, Node node, double nics, Findings findings) {
        String message =
                "%s has %s and %s has %s: %s"
                        .formatted(
                                Say.kind(network),
                                Say.many(rails, "rail"),
                                Say.kind(node),
                                Say.many(nics, "nic"),
                                rails > nics
                                        ? Say.many(rails - nics, "rail") + " would reach no node"
                                        : "some rails would reach a node twice");
        String fitting = Say.count(nics);
        findings.report(this, network.rails().origin(), message)
                .detail(Say.name(node) + " has " + Say.many(nics, "nic"), node.origin())
                .fix("rails: " + fitting, new Edit.Set(network.rails().origin(), fitting));
    }
}
