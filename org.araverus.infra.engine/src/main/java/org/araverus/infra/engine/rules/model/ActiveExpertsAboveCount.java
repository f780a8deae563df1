// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.model;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;

/** The experts that a token visits against those of a layer. */
@Rule(
        summary = "A token visits more experts than a layer has",
        severity = Severity.ERROR,
        layer = Layer.MODEL,
        since = "0.1")
public final class ActiveExpertsAboveCount extends DesignRule<Model> {
    public ActiveExpertsAboveCount() {
        super(Model.class);
    }

    @Override
    public void check(Model model, Design design, Findings findings) {
        Value active = model.experts().active();
        Value count = model.experts().count();
        if (active.si() <= count.si()) {
            return;
        }
        String message =
                "a token of %s visits %s of %s"
                        .formatted(
                                Say.kind(model),
                                Say.many(active.si(), "expert"),
                                Say.count(count.si()));
        String most = Say.count(count.si());
        findings.report(this, active.origin(), message)
                .detail("count " + most, count.origin())
                .fix("active: " + most, new Edit.Set(active.origin(), most));
    }
}
