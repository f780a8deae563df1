// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.parallelism;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;

/**
 * The chunks of an interleaved pipeline, pp x vpp, against what fills them: the layers, and
 * embedding and head, which may have chunks of their own (arXiv:2407.21783, section 3.3.2).
 */
@Rule(
        summary =
                "An interleaved pipeline has more chunks than layers, embedding and head to fill"
                        + " them",
        severity = Severity.ERROR,
        layer = Layer.PARALLELISM,
        since = "0.1")
public final class InterleaveWithFewLayers extends DesignRule<Workload> {
    public InterleaveWithFewLayers() {
        super(Workload.class);
    }

    @Override
    public void check(Workload workload, Design design, Findings findings) {
        Value vpp = workload.parallel().vpp();
        Value layers = design.get(workload.model()).layers();
        double pp = workload.parallel().pp().orElse(1);
        double chunks = pp * vpp.si();
        double fill = layers.si() + 2;
        if (chunks <= fill || pp > layers.si()) {
            return; // of a pipeline that is too deep, pipeline-deeper-than-layers speaks
        }
        String message =
                "pp %s x vpp %s makes %s chunks, %s more than the %s with embedding and head"
                        .formatted(
                                Say.count(pp),
                                Say.count(vpp.si()),
                                Say.count(chunks),
                                Say.count(chunks - fill),
                                Say.many(layers.si(), "layer"));
        String fitting = Say.count(Math.floor(fill / pp));
        findings.report(this, vpp.origin(), message)
                .detail("layers " + Say.count(layers.si()), layers.origin())
                .fix("vpp: " + fitting, new Edit.Set(vpp.origin(), fitting));
    }
}
