// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.memory;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.EvaluationRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Held;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.rules.Served;
import org.araverus.infra.engine.units.Show;

/** The largest batch that is asked for against what fits. */
@Rule(
        summary = "A largest batch is more than the memory of a served model holds",
        severity = Severity.WARNING,
        layer = Layer.MEMORY,
        since = "0.1")
public final class MaxBatchAboveMemory extends EvaluationRule {
    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        Served served = Served.of(run, evaluation, design);
        if (served == null) return;
        Value asked = served.workload().maxBatch();
        double dp = served.workload().decode().dp().orElse(1);
        double fits = served.metric("batches.max") / dp;
        if (!asked.isKnown() || asked.si() <= fits) return;
        String message =
                "max_batch %s of %s is %s more than the %s whose cache fits"
                        .formatted(
                                Say.count(asked.si()),
                                Say.name(run.workload()),
                                Say.count(asked.si() - fits),
                                Say.many(fits, "request"));
        String text = Say.count(Math.floor(fits));
        Findings.Draft finding = findings.report(this, asked.origin(), message);
        Held.details(run, design, finding);
        finding.detail("one takes " + Show.value(served.metric("memory.kv_request"), "B"))
                .fix("max_batch: " + text, new Edit.Set(asked.origin(), text));
    }
}
