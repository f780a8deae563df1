// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.serving;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.EvaluationRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.rules.Served;
import org.araverus.infra.engine.units.Show;

/**
 * Requests that the pool of `prefill` reads in a second against those that the pool of `decode`
 * answers.
 */
@Rule(
        summary = "Engines that read prompts and those that answer keep different paces",
        severity = Severity.WARNING,
        layer = Layer.SERVING,
        since = "0.1")
public final class PoolsUnbalanced extends EvaluationRule {
    /** One pool may do this many times what the other one does. */
    private static final double MOST = 2;

    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        Served served = Served.of(run, evaluation, design);
        if (served == null) return;
        if (!served.apart()) return;
        double read = served.metric("prefill_capacity");
        double answered = served.metric("decode_capacity");
        double pace = Math.max(read, answered) / Math.min(read, answered);
        // a pool that has nothing to do has no pace
        if (!Double.isFinite(pace) || pace <= MOST) return;
        boolean idleReaders = read > answered;
        String message =
                "prefill of %s reads %s, decode answers %s: %s could do %s times as much"
                        .formatted(
                                Say.name(run.workload()),
                                Show.value(read, "req/s"),
                                Show.value(answered, "req/s"),
                                idleReaders ? "prefill" : "decode",
                                Show.digits(pace));
        Workload.Engines idle =
                idleReaders ? served.workload().prefill() : served.workload().decode();
        findings.report(this, idle.replicas().origin(), message)
                .detail(
                        "prefill has "
                                + Say.many(
                                        served.workload().prefill().replicas().orElse(1), "engine"),
                        served.workload().prefill().replicas().origin())
                .detail(
                        "decode has " + Say.many(served.replicas(), "engine"),
                        served.workload().decode().replicas().origin());
    }
}
