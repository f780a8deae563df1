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
import org.araverus.infra.engine.rules.Cut;
import org.araverus.infra.engine.rules.Say;

/**
 * The width of a model against its heads: where head_dim is not given, a head is hidden / heads
 * wide, which is a whole number.
 */
@Rule(
        summary = "Heads do not divide the width of a model that gives no head_dim",
        severity = Severity.ERROR,
        layer = Layer.MODEL,
        since = "0.1")
public final class HeadsNotDividingHidden extends DesignRule<Model> {
    public HeadsNotDividingHidden() {
        super(Model.class);
    }

    @Override
    public void check(Model model, Design design, Findings findings) {
        Value heads = model.heads();
        Value hidden = model.hidden();
        boolean own = !model.headDim().isAbsent() || !model.mla().nopeDim().isAbsent();
        if (own || Cut.divides(heads.si(), hidden.si())) {
            return;
        }
        String message =
                "%s of %s do not divide its width of %s, and it gives no head_dim"
                        .formatted(
                                Say.many(heads.si(), "head"),
                                Say.kind(model),
                                Say.count(hidden.si()));
        String fitting = Say.count(Cut.nearest(hidden.si(), heads.si()));
        findings.report(this, heads.origin(), message)
                .detail("hidden " + Say.count(hidden.si()), hidden.origin())
                .fix("heads: " + fitting, new Edit.Set(heads.origin(), fitting));
    }
}
