// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.parallelism;

import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Model;
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

/** The ranks that share the experts against the experts that they deal out. */
@Rule(
        summary = "Expert parallelism does not divide the experts of a model",
        severity = Severity.ERROR,
        layer = Layer.PARALLELISM,
        since = "0.1")
public final class ExpertParallelNotDividing extends DesignRule<Workload> {
    public ExpertParallelNotDividing() {
        super(Workload.class);
    }

    @Override
    public void check(Workload workload, Design design, Findings findings) {
        Model model = design.get(workload.model());
        Value experts = model.experts().count();
        check(workload.parallel().ep(), 0, experts, model, findings);
        for (Workload.Engines e : List.of(workload.prefill(), workload.decode()))
            check(e.ep(), e.redundant().orElse(0), experts, model, findings);
    }

    private void check(Value ep, double copies, Value experts, Model model, Findings findings) {
        if (!ep.isKnown() || !experts.isKnown()) return;
        double slots = experts.si() + copies;
        if (!Cut.divides(ep.si(), slots)) report(ep, copies, experts, model, findings);
    }

    private void report(Value ep, double copies, Value experts, Model model, Findings findings) {
        String message =
                "ep %s does not divide the %s of %s%s"
                        .formatted(
                                Say.count(ep.si()),
                                Say.many(experts.si(), "expert"),
                                Say.kind(model),
                                copies > 0 ? " with " + Say.many(copies, "redundant one") : "");
        String fitting = Say.count(Cut.divisor(experts.si() + copies, ep.si()));
        findings.report(this, ep.origin(), message)
                .detail("experts " + Say.count(experts.si()), experts.origin())
                .fix("ep: " + fitting, new Edit.Set(ep.origin(), fitting));
    }
}
