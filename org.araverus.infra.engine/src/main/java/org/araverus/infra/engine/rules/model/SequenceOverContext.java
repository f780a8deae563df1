// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.model;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Mode;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/**
 * The sequence of training, or prompt and answer together when serving (their means), against the
 * context of the model.
 */
@Rule(
        summary = "A workload uses sequences longer than its model was made for",
        severity = Severity.WARNING,
        layer = Layer.MODEL,
        since = "0.1")
public final class SequenceOverContext extends DesignRule<Workload> {
    public SequenceOverContext() {
        super(Workload.class);
    }

    @Override
    public void check(Workload workload, Design design, Findings findings) {
        Model model = design.get(workload.model());
        Value context = model.context();
        boolean trains = workload.mode().is(Mode.trains);
        double tokens =
                trains
                        ? workload.sequence().si()
                        : workload.prompt().mean() + workload.output().mean();
        if (tokens <= context.si()) {
            return;
        }
        String message =
                "%s of %s is %s, %s beyond the context of %s"
                        .formatted(
                                trains ? "sequence" : "mean prompt and answer",
                                Say.name(workload),
                                Show.value(tokens, "tok"),
                                Show.value(tokens - context.si(), "tok"),
                                Say.kind(model));
        Origin at = trains ? workload.sequence().origin() : workload.prompt().origin();
        String most = Show.value(context.si(), "tok");
        Findings.Draft finding =
                findings.report(this, at, message).detail("context " + most, context.origin());
        if (trains) {
            finding.fix("sequence: " + most, new Edit.Set(at, most));
        } else {
            finding.detail(
                    "mean answer " + Show.value(workload.output().mean(), "tok"),
                    workload.output().origin());
        }
    }
}
