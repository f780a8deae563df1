// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.network;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.EvaluationRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.rules.Served;
import org.araverus.infra.engine.units.Show;

/** The transfer of a prompt's cache between the pools against the time to read the prompt. */
@Rule(
        summary = "The cache of a prompt takes longer on its way than the prompt to read",
        severity = Severity.WARNING,
        layer = Layer.NETWORK,
        since = "0.1")
public final class TransferSlowerThanPrompt extends EvaluationRule {
    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        Served served = Served.of(run, evaluation, design);
        if (served == null) return;
        if (!served.apart()) return;
        double transfer = served.metric("transfer");
        double prompt = served.metric("prompt_time");
        if (transfer <= prompt) return;
        String message =
                "the cache of a prompt of %s travels for %s, %s longer than the prompt is read"
                        .formatted(
                                Say.name(run.workload()),
                                Show.value(transfer, "s"),
                                Show.value(transfer - prompt, "s"));
        findings.report(this, served.workload().prefill().tp().origin(), message)
                .detail("a mean prompt is read in " + Show.value(prompt, "s"))
                .detail(
                        "mean prompt " + Show.value(served.workload().prompt().mean(), "tok"),
                        served.workload().prompt().origin());
    }
}
