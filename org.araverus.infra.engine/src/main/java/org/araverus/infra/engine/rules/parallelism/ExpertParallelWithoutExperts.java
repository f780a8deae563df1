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
import org.araverus.infra.engine.rules.Say;

/** Expert parallelism of a dense model: there is nothing to share. */
@Rule(
        summary = "Expert parallelism is asked of a model without experts",
        severity = Severity.ERROR,
        layer = Layer.PARALLELISM,
        since = "0.1")
public final class ExpertParallelWithoutExperts extends DesignRule<Workload> {
    public ExpertParallelWithoutExperts() {
        super(Workload.class);
    }

    @Override
    public void check(Workload workload, Design design, Findings findings) {
        Model model = design.get(workload.model());
        if (!model.experts().count().isAbsent()) return;
        ranks(workload.parallel().ep(), model, findings);
        for (Workload.Engines e : List.of(workload.prefill(), workload.decode())) {
            ranks(e.ep(), model, findings);
            copies(e.redundant(), model, findings);
        }
    }

    private void ranks(Value ep, Model model, Findings findings) {
        if (!ep.isKnown() || ep.si() <= 1) return;
        String message =
                "ep %s has nothing to share: %s has no experts"
                        .formatted(Say.count(ep.si()), Say.kind(model));
        report(ep, message, "without ep", model, findings);
    }

    private void copies(Value redundant, Model model, Findings findings) {
        if (!redundant.isKnown() || redundant.si() == 0) return;
        String message =
                "redundant %s has nothing to copy: %s has no experts"
                        .formatted(Say.count(redundant.si()), Say.kind(model));
        report(redundant, message, "without redundant", model, findings);
    }

    private void report(Value at, String message, String fix, Model model, Findings findings) {
        findings.report(this, at.origin(), message)
                .related(model.origin())
                .fix(fix, new Edit.Unset(at.origin()));
    }
}
