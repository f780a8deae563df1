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
import org.araverus.infra.engine.rules.Served;
import org.araverus.infra.engine.units.Show;

/** Requests that fit one attention rank against the least that makes batching worth it. */
@Rule(
        summary = "A served model has room for a handful of requests only",
        severity = Severity.WARNING,
        layer = Layer.MEMORY,
        since = "0.1")
public final class KvCacheForFewRequests extends EvaluationRule {
    /** Fewer are a handful. */
    private static final double FEW = 4;

    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        Served served = Served.of(run, evaluation, design);
        if (served == null) return;
        double dp = served.workload().decode().dp().orElse(1);
        double fits = served.metric("batches.max") / dp;
        if (fits >= FEW || served.workload().maxBatch().orElse(FEW) < FEW) return;
        String message =
                "%s fit beside the weights of %s on %s; batches pay from %s on"
                        .formatted(
                                Say.many(fits, "request"),
                                Say.name(run.workload()),
                                Say.name(run.accelerator()),
                                Say.count(FEW));
        Findings.Draft finding = findings.report(this, Held.at(run, design), message);
        Held.details(run, design, finding);
        double mean = served.workload().prompt().mean() + served.workload().output().mean() / 2;
        finding.detail("a mean request has %s in the cache".formatted(Show.value(mean, "tok")));
    }
}
