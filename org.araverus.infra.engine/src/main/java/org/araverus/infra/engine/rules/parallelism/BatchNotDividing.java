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

/** The batch of a step against the sequences that all copies take at once, dp x micro_batch. */
@Rule(
        summary = "A batch does not divide into whole micro-batches on each copy",
        severity = Severity.ERROR,
        layer = Layer.PARALLELISM,
        since = "0.1")
public final class BatchNotDividing extends PlacementRule {
    @Override
    protected void check(
            Placement placement, Workload workload, Fleet fleet, Design design, Findings findings) {
        Value batch = workload.batch();
        Cut cut = Cut.of(workload, fleet.count());
        double micro = workload.microBatch().orElse(1);
        double together = cut.dp() * micro;
        if (!cut.fits(fleet.count()) || Cut.divides(together, batch.si())) {
            return; // where the layout does not fit, layout-not-dividing-placement speaks
        }
        double below = Math.floor(batch.si() / together) * together;
        String message =
                "batch %s is no multiple of dp %s x micro_batch %s = %s"
                        .formatted(
                                Say.count(batch.si()),
                                Say.count(cut.dp()),
                                Say.count(micro),
                                Say.count(together));
        Findings.Draft finding = findings.report(this, batch.origin(), message);
        Value dp = workload.parallel().dp();
        if (dp.isKnown()) {
            finding.detail("dp " + Say.count(cut.dp()), dp.origin());
        } else {
            String left =
                    "dp %s is what %s leaves"
                            .formatted(Say.count(cut.dp()), Say.host(placement.host()));
            finding.detail(left, placement.origin());
        }
        if (workload.microBatch().isKnown()) {
            finding.detail("micro_batch " + Say.count(micro), workload.microBatch().origin());
        }
        boolean nearerBelow = below > 0 && batch.si() - below < together / 2;
        String near = Say.count(nearerBelow ? below : below + together);
        finding.fix("batch: " + near, new Edit.Set(batch.origin(), near));
    }
}
