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
import org.araverus.infra.engine.physics.Schedule;
import org.araverus.infra.engine.rules.Cut;
import org.araverus.infra.engine.rules.Fleet;
import org.araverus.infra.engine.rules.PlacementRule;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/**
 * The bubble of a pipeline over its work, (pp - 1) / (vpp x micro-batches), against 15 %: about
 * what Llama 3 accepted on 16,384 accelerators (11.7 %; arXiv:2407.21783, section 3.3.2).
 */
@Rule(
        summary = "A pipeline stands still for much of a step: it has few micro-batches to fill it",
        severity = Severity.WARNING,
        layer = Layer.PARALLELISM,
        since = "0.1")
public final class FewMicroBatches extends PlacementRule {
    /** The most that the bubble may be of the work. */
    private static final double MOST = 0.15;

    @Override
    protected void check(
            Placement placement, Workload workload, Fleet fleet, Design design, Findings findings) {
        Cut cut = Cut.of(workload, fleet.count());
        double micro = workload.microBatch().orElse(1);
        double batches = Schedule.microBatches(workload.batch().si(), cut.dp(), micro);
        double share = Schedule.bubbleShare(cut.pp(), cut.vpp(), batches);
        boolean whole = cut.fits(fleet.count()) && batches == Math.rint(batches);
        if (!whole || share <= MOST) {
            return; // layout-not-dividing-placement and batch-not-dividing speak
        }
        Value layers = design.get(workload.model()).layers();
        if (layers.isKnown() && cut.pp() > layers.si()) {
            return; // pipeline-deeper-than-layers speaks
        }
        Workload.Parallel p = workload.parallel();
        String message =
                "%s leaves a bubble of %s of its work: %s micro-batches on %s; up to %s is usual"
                        .formatted(
                                Say.name(workload),
                                Show.value(share, "%"),
                                Say.count(batches),
                                Say.many(cut.pp(), "stage"),
                                Show.value(MOST, "%"));
        Findings.Draft finding =
                findings.report(this, p.pp().origin(), message)
                        .detail(
                                "(pp - 1) / (vpp x micro-batches) = %s / (%s x %s)"
                                        .formatted(
                                                Say.count(cut.pp() - 1),
                                                Say.count(cut.vpp()),
                                                Say.count(batches)))
                        .detail(
                                "batch " + Say.count(workload.batch().si()),
                                workload.batch().origin());
        interleave(workload, cut, batches, layers, finding);
        double enough = Math.ceil((cut.pp() - 1) / (cut.vpp() * MOST) - 1e-9);
        String batch = Say.count(enough * cut.dp() * micro);
        finding.fix("batch: " + batch, new Edit.Set(workload.batch().origin(), batch));
    }

    /** The least interleaving that is enough and gives equal chunks. */
    private static void interleave(
            Workload workload, Cut cut, double batches, Value layers, Findings.Draft finding) {
        if (!layers.isKnown()) {
            return;
        }
        double least = Math.ceil((cut.pp() - 1) / (batches * MOST) - 1e-9);
        for (double vpp = least; vpp * cut.pp() <= layers.si() + 2; vpp++) {
            double chunks = vpp * cut.pp();
            if (Cut.divides(chunks, layers.si()) || Cut.divides(chunks, layers.si() + 2)) {
                String text = Say.count(vpp);
                finding.fix("vpp: " + text, new Edit.Set(workload.parallel().vpp().origin(), text));
                return;
            }
        }
    }
}
