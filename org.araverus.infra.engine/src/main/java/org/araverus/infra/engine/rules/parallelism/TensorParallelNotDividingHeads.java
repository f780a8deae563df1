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

/**
 * The ranks that share each matrix against the query heads that they deal out. Key and value heads
 * are copied where there are fewer than ranks.
 */
@Rule(
        summary = "Tensor parallelism does not divide the attention heads",
        severity = Severity.ERROR,
        layer = Layer.PARALLELISM,
        since = "0.1")
public final class TensorParallelNotDividingHeads extends DesignRule<Workload> {
    public TensorParallelNotDividingHeads() {
        super(Workload.class);
    }

    @Override
    public void check(Workload workload, Design design, Findings findings) {
        Model model = design.get(workload.model());
        for (Value tp :
                List.of(
                        workload.parallel().tp(),
                        workload.prefill().tp(),
                        workload.decode().tp())) {
            if (tp.isKnown()) {
                check(tp, model, findings);
            }
        }
    }

    private void check(Value tp, Model model, Findings findings) {
        double heads = model.heads().si();
        if (Cut.divides(tp.si(), heads)) {
            return;
        }
        double most = Math.ceil(heads / tp.si());
        String message =
                "tp %s does not divide the %s of %s: some ranks would have %s, others %s"
                        .formatted(
                                Say.count(tp.si()),
                                Say.many(heads, "head"),
                                Say.kind(model),
                                Say.count(most),
                                Say.count(heads - most * Math.floor((heads - 1) / most)));
        Findings.Draft finding =
                findings.report(this, tp.origin(), message)
                        .detail("heads " + Say.count(heads), model.heads().origin());
        Value kv = model.kvHeads();
        if (kv.isKnown() && kv.si() < tp.si()) {
            finding.detail("kv_heads " + Say.count(kv.si()) + ": ranks share them", kv.origin());
        }
        String fitting = Say.count(Cut.divisor(heads, tp.si()));
        finding.fix("tp: " + fitting, new Edit.Set(tp.origin(), fitting));
    }
}
