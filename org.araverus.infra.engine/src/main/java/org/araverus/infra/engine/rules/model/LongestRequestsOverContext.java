// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.model;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Mode;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** The 99th percentile of prompts, with a mean answer, against the context of the model. */
@Rule(
        summary = "The longest requests of a served model do not fit its context",
        severity = Severity.WARNING,
        layer = Layer.MODEL,
        since = "0.1")
public final class LongestRequestsOverContext extends DesignRule<Workload> {
    private static final double SHARE = 0.99;

    public LongestRequestsOverContext() {
        super(Workload.class);
    }

    @Override
    public void check(Workload workload, Design design, Findings findings) {
        if (workload.mode().is(Mode.trains)) return;
        Model model = design.get(workload.model());
        double context = model.context().si();
        double answer = workload.output().mean();
        double longest = workload.prompt().quantile(SHARE) + answer;
        boolean mean = workload.prompt().mean() + answer > context;
        if (mean || longest <= context) return; // sequence-over-context speaks of the mean
        String message =
                "one in a hundred prompts of %s and a mean answer have %s, %s beyond the context of %s"
                        .formatted(
                                Say.name(workload),
                                Show.value(longest, "tok"),
                                Show.value(longest - context, "tok"),
                                Say.kind(model));
        findings.report(this, workload.prompt().origin(), message)
                .detail("context " + Show.value(context, "tok"), model.context().origin())
                .detail("mean answer " + Show.value(answer, "tok"), workload.output().origin());
    }
}
