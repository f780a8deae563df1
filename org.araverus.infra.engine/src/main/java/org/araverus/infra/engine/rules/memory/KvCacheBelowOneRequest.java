// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.memory;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.EvaluationRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Held;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** What weights and stack leave of an accelerator against the KV cache of one mean request. */
@Rule(
        summary = "A served model leaves no memory for one request",
        severity = Severity.ERROR,
        layer = Layer.MEMORY,
        since = "0.1")
public final class KvCacheBelowOneRequest extends EvaluationRule {
    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        double cache = Held.of(run, "kv cache");
        double left = run.memoryLimit() - (Held.all(run) - cache);
        boolean none = run.undefined() != null && !run.memory().isEmpty();
        if (Held.training(run, design) || !none || left < 0 || cache <= left) {
            return; // where nothing is left, weights-do-not-fit-serving speaks
        }
        String message =
                "one request of %s takes %s of cache on an accelerator, %s more than the %s that are left of %s"
                        .formatted(
                                Say.name(run.workload()),
                                Show.value(cache, "B"),
                                Show.value(cache - left, "B"),
                                Show.value(left, "B"),
                                Say.name(run.accelerator()));
        Findings.Draft finding = findings.report(this, Held.at(run, design), message);
        Held.details(run, design, finding);
        Held.wider(run, design, finding);
    }
}
