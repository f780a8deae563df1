// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.parallelism;

import java.util.stream.Stream;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Model;
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
import org.araverus.infra.engine.physics.Collectives;
import org.araverus.infra.engine.physics.ParallelTraffic;
import org.araverus.infra.engine.physics.Shapes;
import org.araverus.infra.engine.rules.Cut;
import org.araverus.infra.engine.rules.Fleet;
import org.araverus.infra.engine.rules.Links;
import org.araverus.infra.engine.rules.PlacementRule;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/**
 * The ranks that share each matrix against the accelerators of one scale-up domain. Beyond it they
 * meet over the network, in every layer.
 */
@Rule(
        summary = "Tensor parallelism reaches over the edge of a scale-up domain",
        severity = Severity.ERROR,
        layer = Layer.PARALLELISM,
        since = "0.1")
public final class TensorParallelLeavesDomain extends PlacementRule {
    @Override
    protected void check(
            Placement placement, Workload workload, Fleet fleet, Design design, Findings findings) {
        Value tp = workload.parallel().tp();
        double ranks = tp.si();
        double domain = fleet.domain();
        Ref<Topology> network = Fleet.network(placement.host(), design);
        if (ranks <= domain || ranks > fleet.count() || network.isAbsent()) {
            return; // layout-not-dividing-placement and nodes-without-network speak
        }
        Element host = design.elements().get(placement.host().element());
        double slow = Links.between(host, design.get(network), design);
        double fast = fleet.accelerator().scaleUp().bandwidth().si();
        String inside = fleet.scaleUp().map(Say::name).orElse("its own links");
        String message =
                "tp %s spans %s scale-up domains; their link gives %s where %s gives %s"
                        .formatted(
                                Say.count(ranks),
                                Say.count(Math.ceil(ranks / domain)),
                                Show.value(slow, "B/s"),
                                inside,
                                Show.value(fast, "B/s"));
        Findings.Draft finding = findings.report(this, tp.origin(), message);
        finding.detail(
                "a scale-up domain of %s has %s"
                        .formatted(
                                Say.name(placement.host().element()),
                                Say.many(domain, "accelerator")),
                fleet.scaleUp().map(Element::origin).orElse(placement.origin()));
        cost(workload, fleet, slow, fast, design, finding);
        fix(workload, domain, finding);
    }

    /** What the all-reduces of one step take on each side, at the full rate of the links. */
    private static void cost(
            Workload workload,
            Fleet fleet,
            double slow,
            double fast,
            Design design,
            Findings.Draft finding) {
        Cut cut = Cut.of(workload, fleet.count());
        Model model = design.get(workload.model());
        boolean known =
                Stream.of(workload.batch(), workload.sequence(), model.layers(), model.hidden())
                        .allMatch(Value::isKnown);
        if (!known || !cut.fits(fleet.count())) {
            return;
        }
        double sequences = workload.batch().si() / cut.dp();
        double tokens = Shapes.tokens(sequences, workload.sequence().si(), cut.cp());
        double bytes = ParallelTraffic.tensor(tokens, model.hidden().si(), 2);
        double times = PER_LAYER * model.layers().si();
        double domain = fleet.domain();
        double across =
                Collectives.allReduceHierarchical(
                        domain, cut.tp() / domain, bytes, 0, fast, 0, slow);
        double inside = Collectives.allReduceRing(domain, bytes, 0, fast);
        finding.detail(
                "the all-reduces of one step take %s instead of %s"
                        .formatted(
                                Show.value(times / cut.pp() * across, "s"),
                                Show.value(times * domain / (cut.pp() * cut.tp()) * inside, "s")));
    }

    /** All-reduces of one layer: two forward, two backward (arXiv:1909.08053, section 3). */
    private static final double PER_LAYER = 4;

    private static void fix(Workload workload, double domain, Findings.Draft finding) {
        Workload.Parallel p = workload.parallel();
        long tp = Cut.divisor(p.tp().si(), domain);
        String fitting = Say.count(tp);
        double pp = p.pp().orElse(1) * p.tp().si() / tp;
        Edit.Set narrower = new Edit.Set(p.tp().origin(), fitting);
        finding.fix(
                "tp: " + fitting + " pp: " + Say.count(pp),
                narrower,
                new Edit.Set(p.pp().origin(), Say.count(pp)));
        if (p.dp().isAbsent()) {
            finding.fix("tp: " + fitting, narrower);
        }
    }
}
