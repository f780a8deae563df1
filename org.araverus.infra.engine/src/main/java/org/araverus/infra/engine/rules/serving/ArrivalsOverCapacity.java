// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.serving;

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

/** Arrivals against the requests in a second that full engines answer. */
@Rule(
        summary = "More requests arrive than the engines of a served model answer",
        severity = Severity.ERROR,
        layer = Layer.SERVING,
        since = "0.1")
public final class ArrivalsOverCapacity extends EvaluationRule {
    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        Served served = Served.of(run, evaluation, design);
        if (served == null) return;
        double asked = served.workload().arrivals().mean();
        double capacity = served.metric("capacity");
        if (!(served.metric("utilization") >= 1) || served.workload().concurrency().isKnown()) {
            return;
        }
        String message =
                "%s of %s arrive, its engines answer %s; the queue grows by %s"
                        .formatted(
                                Show.value(asked, "req/s"),
                                Say.name(run.workload()),
                                Show.value(capacity, "req/s"),
                                Show.value(asked - capacity, "req/s"));
        Findings.Draft finding =
                findings.report(this, served.workload().arrivals().origin(), message);
        finding.detail(
                "an engine takes %s at once"
                        .formatted(Say.many(served.metric("batches.max"), "request")));
        more(run, served, asked / capacity, finding);
    }

    /** Offers as many engines as keep up, with a tenth to spare, where they fit. */
    private static void more(
            Evaluation.Run run, Served served, double times, Findings.Draft finding) {
        Value replicas = served.workload().decode().replicas();
        if (!replicas.isKnown() || served.apart()) return;
        double needed = Math.ceil(replicas.si() * times * 1.1);
        double each = served.accelerators() / replicas.si();
        if (needed * each > run.accelerators()) return;
        String text = Say.count(needed);
        finding.fix("decode { replicas: " + text + " }", new Edit.Set(replicas.origin(), text));
    }
}
