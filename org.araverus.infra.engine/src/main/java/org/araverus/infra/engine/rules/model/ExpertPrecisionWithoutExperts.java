// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.model;

import org.araverus.infra.engine.design.Choice;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.Precision;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;

/** A format of experts of a dense model: there is nothing in it. */
@Rule(
        summary = "A number format of experts is given for a model without experts",
        severity = Severity.ERROR,
        layer = Layer.MODEL,
        since = "0.1")
public final class ExpertPrecisionWithoutExperts extends DesignRule<Workload> {
    public ExpertPrecisionWithoutExperts() {
        super(Workload.class);
    }

    @Override
    public void check(Workload workload, Design design, Findings findings) {
        Model model = design.get(workload.model());
        Choice<Precision> format = workload.expertPrecision();
        if (!format.isKnown() || !model.experts().count().isAbsent()) return;
        String message =
                "expert_precision %s of %s is for nothing: %s has no experts"
                        .formatted(format.get(), Say.name(workload), Say.kind(model));
        findings.report(this, format.origin(), message)
                .related(model.origin())
                .fix("without expert_precision", new Edit.Unset(format.origin()));
    }
}
