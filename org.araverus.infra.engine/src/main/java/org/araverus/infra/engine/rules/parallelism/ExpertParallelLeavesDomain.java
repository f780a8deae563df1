// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.parallelism;

import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Cut;
import org.araverus.infra.engine.rules.Fleet;
import org.araverus.infra.engine.rules.Links;
import org.araverus.infra.engine.rules.PlacementRule;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** The ranks among which experts are dealt against the accelerators of one scale-up domain. */
@Rule(
        summary = "Experts of a served model are dealt beyond a scale-up domain",
        severity = Severity.WARNING,
        layer = Layer.PARALLELISM,
        since = "0.1")
public final class ExpertParallelLeavesDomain extends PlacementRule {
    @Override
    protected void check(
            Placement placement, Workload workload, Fleet fleet, Design design, Findings findings) {
        for (Workload.Engines e : List.of(workload.prefill(), workload.decode())) {
            check(e, fleet, placement, design, findings);
        }
    }

    private void check(
            Workload.Engines e,
            Fleet fleet,
            Placement placement,
            Design design,
            Findings findings) {
        Value ep = e.ep();
        double domain = fleet.domain();
        Ref<Topology> network = Fleet.network(placement.host(), design);
        boolean silent = !ep.isKnown() || ep.si() <= domain || e.dp().orElse(1) == 1;
        if (silent || network.isAbsent()) return;
        Element host = design.elements().get(placement.host().element());
        double slow = Links.between(host, design.get(network), design);
        double fast = fleet.accelerator().scaleUp().bandwidth().si();
        double beyond = (ep.si() - domain) / ep.si();
        String message =
                "ep %s spans %s scale-up domains: %s of the tokens leave over %s where %s lie inside"
                        .formatted(
                                Say.count(ep.si()),
                                Say.count(Math.ceil(ep.si() / domain)),
                                Show.value(beyond, "%"),
                                Show.value(slow, "B/s"),
                                Show.value(fast, "B/s"));
        Findings.Draft finding =
                findings.report(this, ep.origin(), message)
                        .detail(
                                "a scale-up domain of %s has %s"
                                        .formatted(
                                                Say.name(placement.host().element()),
                                                Say.many(domain, "accelerator")),
                                fleet.scaleUp().map(Element::origin).orElse(placement.origin()));
        inside(e, domain, finding);
    }

    /** Offers more engines that each stay inside, where the numbers divide. */
    private static void inside(Workload.Engines e, double domain, Findings.Draft finding) {
        double times = e.ep().si() / domain;
        double dp = e.dp().orElse(1) / times;
        boolean whole = Cut.divides(domain, e.ep().si()) && dp == Math.rint(dp) && dp >= 1;
        if (!whole || !e.replicas().isKnown()) return;
        String ep = Say.count(domain);
        finding.fix(
                "ep: %s   dp: %s   replicas: %s"
                        .formatted(ep, Say.count(dp), Say.count(e.replicas().si() * times)),
                new Edit.Set(e.ep().origin(), ep),
                new Edit.Set(e.dp().origin(), Say.count(dp)),
                new Edit.Set(e.replicas().origin(), Say.count(e.replicas().si() * times)));
    }
}
