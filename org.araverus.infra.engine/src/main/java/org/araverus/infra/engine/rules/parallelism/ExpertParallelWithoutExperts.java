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
        for (Value ep :
                List.of(
                        workload.parallel().ep(),
                        workload.prefill().ep(),
                        workload.decode().ep())) {
            if (ep.isKnown() && ep.si() > 1 && model.experts().count().isAbsent()) {
                String message =
                        "ep %s has nothing to share: %s has no experts"
                                .formatted(Say.count(ep.si()), Say.kind(model));
                findings.report(this, ep.origin(), message)
                        .related(model.origin())
                        .fix("without ep", new Edit.Unset(ep.origin()));
            }
        }
    }
}
