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
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.rules.Served;
import org.araverus.infra.engine.units.Show;

/** Requests in flight against those that all engines hold at once. */
@Rule(
        summary = "More requests are in flight than the engines of a served model hold",
        severity = Severity.WARNING,
        layer = Layer.MEMORY,
        since = "0.1")
public final class RequestsInFlightOverMemory extends EvaluationRule {
    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        Served served = Served.of(run, evaluation, design);
        if (served == null) return;
        Value asked = served.workload().concurrency();
        double most = served.metric("batches.max") * served.replicas();
        if (!asked.isKnown() || asked.si() <= most) return;
        String message =
                "%s of %s are in flight, its engines hold %s; %s always wait"
                        .formatted(
                                Say.many(asked.si(), "request"),
                                Say.name(run.workload()),
                                Say.count(most),
                                Say.count(asked.si() - most));
        String text = Say.count(Math.floor(most));
        findings.report(this, asked.origin(), message)
                .detail(
                        "%s of %s each"
                                .formatted(
                                        Say.many(served.replicas(), "engine"),
                                        Say.many(served.metric("batches.max"), "request")),
                        served.workload().decode().replicas().origin())
                .detail("one takes " + Show.value(served.metric("memory.kv_request"), "B"))
                .fix("concurrency: " + text, new Edit.Set(asked.origin(), text));
    }
}
