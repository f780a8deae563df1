// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.network;

import java.util.List;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Fabric;
import org.araverus.infra.engine.rules.Fleet;
import org.araverus.infra.engine.rules.PlacementRule;
import org.araverus.infra.engine.rules.Say;

/** A placement that is wider than one scale-up domain, on a host without a network. */
@Rule(
        summary = "A workload runs on several scale-up domains that no network connects",
        severity = Severity.ERROR,
        layer = Layer.NETWORK,
        since = "0.1")
public final class NodesWithoutNetwork extends PlacementRule {
    @Override
    protected void check(
            Placement placement, Workload workload, Fleet fleet, Design design, Findings findings) {
        if (fleet.count() <= fleet.domain()
                || !Fleet.network(placement.host(), design).isAbsent()) {
            return;
        }
        Element host = design.elements().get(placement.host().element());
        String message =
                "%s runs on %s in domains of %s; %s has no network between them"
                        .formatted(
                                Say.name(workload),
                                Say.many(fleet.count(), "accelerator"),
                                Say.count(fleet.domain()),
                                Say.kind(host));
        Findings.Draft finding =
                findings.report(this, host.origin(), message).related(placement.origin());
        List<Topology> free = Fabric.unused(design);
        if (host instanceof Cluster c && free.size() == 1) {
            String name = Say.name(free.get(0));
            finding.fix("network: " + name, new Edit.Set(c.network().origin(), name));
        }
    }
}
