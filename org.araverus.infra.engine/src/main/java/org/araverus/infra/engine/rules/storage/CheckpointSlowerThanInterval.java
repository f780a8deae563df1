// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.storage;

import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Value;
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

/** The interval of checkpoints against the time in which storage takes one. */
@Rule(
        summary = "A checkpoint takes longer to write than the time to the next one",
        severity = Severity.ERROR,
        layer = Layer.STORAGE,
        since = "0.1")
public final class CheckpointSlowerThanInterval extends EvaluationRule {
    private static final double MINUTE = 60;

    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        if (!(design.elements().get(run.workload()) instanceof Workload w)) return;
        Value interval = w.checkpoint().interval();
        String name = Say.name(run.workload());
        Result time = evaluation.metrics().get(name + ".checkpoint.time");
        Result size = evaluation.metrics().get(name + ".checkpoint.size");
        if (time == null || size == null || interval.isAbsent()) return;
        if (time.value() <= interval.si()) return;
        String message =
                "a checkpoint of %s takes %s to write, %s longer than the %s to the next one"
                        .formatted(
                                name,
                                Show.value(time.value(), "s"),
                                Show.value(time.value() - interval.si(), "s"),
                                Show.value(interval.si(), "s"));
        double minutes = Math.ceil(time.value() / MINUTE);
        String text = Say.count(minutes) + " min";
        Findings.Draft finding =
                findings.report(this, interval.origin(), message)
                        .detail("it holds " + Show.value(size.value(), "B"))
                        .fix("interval: " + text, new Edit.Set(interval.origin(), text));
        for (var e : design.elements().values()) {
            if (!(e instanceof Cluster c) || !c.storage().write().isKnown()) continue;
            if (!run.host().startsWith(c.name())) continue;
            Value rate = c.storage().write();
            finding.detail("storage takes " + Show.value(rate.si(), "B/s"), rate.origin());
        }
    }
}
