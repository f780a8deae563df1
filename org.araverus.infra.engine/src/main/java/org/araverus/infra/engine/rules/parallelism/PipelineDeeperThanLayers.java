// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.parallelism;

import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Cut;
import org.araverus.infra.engine.rules.Say;

/** The stages of a pipeline against the layers that they hold. */
@Rule(
        summary = "A pipeline has more stages than the model has layers",
        severity = Severity.ERROR,
        layer = Layer.PARALLELISM,
        since = "0.1")
public final class PipelineDeeperThanLayers extends DesignRule<Workload> {
    public PipelineDeeperThanLayers() {
        super(Workload.class);
    }

    @Override
    public void check(Workload workload, Design design, Findings findings) {
        Value layers = design.get(workload.model()).layers();
        for (Value pp :
                List.of(
                        workload.parallel().pp(),
                        workload.prefill().pp(),
                        workload.decode().pp())) {
            if (pp.isKnown() && pp.si() > layers.si()) {
                report(pp, layers, findings);
            }
        }
    }

    private void report(Value pp, Value layers, Findings findings) {
        double empty = pp.si() - layers.si();
        String message =
                "pp %s of %s leaves %s without one"
                        .formatted(
                                Say.count(pp.si()),
                                Say.many(layers.si(), "layer"),
                                Say.many(empty, "stage"));
        String fitting = Say.count(Cut.divisor(pp.si(), layers.si()));
        findings.report(this, pp.origin(), message)
                .detail("layers " + Say.count(layers.si()), layers.origin())
                .fix("pp: " + fitting, new Edit.Set(pp.origin(), fitting));
    }
}
