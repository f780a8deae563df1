// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.parallelism;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Cut;
import org.araverus.infra.engine.rules.Fleet;
import org.araverus.infra.engine.rules.PlacementRule;
import org.araverus.infra.engine.rules.Say;

/**
 * The ranks that share the experts against those of one stage, tp x cp x dp, among which they are
 * found.
 */
@Rule(
        summary = "Expert parallelism does not divide the ranks of a pipeline stage",
        severity = Severity.ERROR,
        layer = Layer.PARALLELISM,
        since = "0.1")
public final class ExpertParallelBeyondRanks extends PlacementRule {
    @Override
    protected void check(
            Placement placement, Workload workload, Fleet fleet, Design design, Findings findings) {
        Value ep = workload.parallel().ep();
        Cut cut = Cut.of(workload, fleet.count());
        double ranks = cut.tp() * cut.cp() * cut.dp();
        if (!cut.fits(fleet.count()) || Cut.divides(ep.si(), ranks)) {
            return; // where the layout does not fit, layout-not-dividing-placement speaks
        }
        String message =
                "ep %s does not divide the %s of a stage, tp %s x cp %s x dp %s"
                        .formatted(
                                Say.count(ep.si()),
                                Say.many(ranks, "rank"),
                                Say.count(cut.tp()),
                                Say.count(cut.cp()),
                                Say.count(cut.dp()));
        String fitting = Say.count(Cut.divisor(ranks, ep.si()));
        findings.report(this, ep.origin(), message)
                .detail(
                        "%s has %s"
                                .formatted(
                                        Say.host(placement.host()),
                                        Say.many(fleet.count(), "accelerator")),
                        placement.origin())
                .fix("ep: " + fitting, new Edit.Set(ep.origin(), fitting));
    }
}
