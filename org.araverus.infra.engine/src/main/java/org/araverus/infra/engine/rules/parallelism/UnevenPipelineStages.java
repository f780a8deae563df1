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
import org.araverus.infra.engine.physics.Pipeline;
import org.araverus.infra.engine.rules.Cut;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** The fullest stage of a pipeline against the mean: a step waits for the fullest. */
@Rule(
        summary = "The stages of a pipeline hold different numbers of layers",
        severity = Severity.NOTE,
        layer = Layer.PARALLELISM,
        since = "0.1")
public final class UnevenPipelineStages extends DesignRule<Workload> {
    public UnevenPipelineStages() {
        super(Workload.class);
    }

    @Override
    public void check(Workload workload, Design design, Findings findings) {
        Value pp = workload.parallel().pp();
        Value layers = design.get(workload.model()).layers();
        double stages = pp.si();
        double n = layers.si();
        double vpp = workload.parallel().vpp().orElse(1);
        if (stages > n || stages * vpp > n + 2) {
            return; // pipeline-deeper-than-layers and interleave-with-few-layers speak
        }
        double most = 0;
        for (double stage = 0; stage < stages; stage++) {
            most = Math.max(most, Pipeline.stageLayers(n, stages, vpp, stage, 0, n));
        }
        double mean = n / stages;
        if (most <= mean) {
            return;
        }
        String message =
                "%s on %s: the fullest holds %s where the mean is %s; a step takes %s longer"
                        .formatted(
                                Say.many(n, "layer"),
                                Say.many(stages, "stage"),
                                Say.count(most),
                                Show.digits(mean),
                                Show.value(most / mean - 1, "%"));
        Findings.Draft finding =
                findings.report(this, pp.origin(), message)
                        .detail("layers " + Say.count(n), layers.origin());
        long even = even(n, pp.count());
        if (2 * even >= stages) { // far fewer stages would be another design
            finding.fix("pp: " + even, new Edit.Set(pp.origin(), Say.count(even)));
        }
    }

    /** The most stages that divide the layers and of which the present ones are a multiple. */
    private static long even(double layers, long stages) {
        long even = stages;
        while (even > 1 && !(Cut.divides(even, stages) && Cut.divides(even, layers))) {
            even--;
        }
        return even;
    }
}
