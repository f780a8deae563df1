// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.network;

import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Fabric;
import org.araverus.infra.engine.rules.Parts;
import org.araverus.infra.engine.rules.Say;

/**
 * The adapters of a node, shared among its accelerators, against the link that each of those has to
 * the host: what comes from the network reaches an accelerator over that link.
 */
@Rule(
        summary = "Network adapters bring more than an accelerator's host link carries",
        severity = Severity.WARNING,
        layer = Layer.NETWORK,
        since = "0.1")
public final class NicFasterThanHostLink extends DesignRule<Node> {
    public NicFasterThanHostLink() {
        super(Node.class);
    }

    @Override
    public void check(Node node, Design design, Findings findings) {
        double accelerators = Fabric.count(node, Accelerator.class, design);
        double rate = 0;
        for (Parts.Item i : Parts.of(node, design)) {
            if (i.type() instanceof Nic nic) {
                rate += i.count() * nic.bandwidth().si();
            }
        }
        for (Accelerator a : Fabric.types(node, Accelerator.class, design)) {
            check(node, a, rate / accelerators, findings);
        }
    }

    private void check(Node node, Accelerator accelerator, double share, Findings findings) {
        Value host = accelerator.host().bandwidth();
        if (share <= host.si()) {
            return;
        }
        String message =
                "nics of %s bring each %s %s, %s more than its host link carries"
                        .formatted(
                                Say.kind(node),
                                Say.name(accelerator),
                                Say.line(share),
                                Say.line(share - host.si()));
        findings.report(this, node.origin(), message)
                .detail(
                        "host link of %s: %s".formatted(Say.name(accelerator), Say.line(host.si())),
                        host.origin());
    }
}
