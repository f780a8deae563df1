// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.storage;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.EvaluationRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** The time that training waits for checkpoints against the time between them. */
@Rule(
        summary = "Training waits for checkpoints for more than a twentieth of its time",
        severity = Severity.WARNING,
        layer = Layer.STORAGE,
        since = "0.1")
public final class CheckpointsStallTraining extends EvaluationRule {
    private static final double MOST = 0.05;

    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        if (!(design.elements().get(run.workload()) instanceof Workload w)) return;
        String name = Say.name(run.workload());
        Result stall = evaluation.metrics().get(name + ".checkpoint.stall");
        Result interval = evaluation.metrics().get(name + ".checkpoint.interval");
        if (stall == null || interval == null) return;
        double share = stall.value() / (stall.value() + interval.value());
        // where it is longer than the interval, checkpoint-slower-than-interval has spoken
        if (!(share > MOST) || stall.value() > interval.value()) return;
        String message =
                "%s waits for checkpoints for %s of its time; up to %s is usual"
                        .formatted(name, Show.value(share, "%"), Show.value(MOST, "%"));
        Workload.Checkpoint c = w.checkpoint();
        Findings.Draft finding =
                findings.report(this, c.interval().origin(), message)
                        .detail(
                                "%s for one, %s to the next"
                                        .formatted(seconds(stall), seconds(interval)));
        if (!c.asynchronous().orElse(false))
            finding.fix(
                    "checkpoint { asynchronous: true }",
                    new Edit.Set(c.asynchronous().origin(), "true"));
    }

    private static String seconds(Result r) {
        return Show.value(r.value(), "s");
    }
}
