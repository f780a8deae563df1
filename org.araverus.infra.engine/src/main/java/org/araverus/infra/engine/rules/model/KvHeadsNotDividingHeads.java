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
 * The query heads of a model against its key and value heads: each of those serves a group of equal
 * size (arXiv:2305.13245).
 */
@Rule(
        summary = "Query heads do not share key and value heads evenly",
        severity = Severity.ERROR,
        layer = Layer.MODEL,
        since = "0.1")
public final class KvHeadsNotDividingHeads extends DesignRule<Model> {
    public KvHeadsNotDividingHeads() {
        super(Model.class);
    }

    @Override
    public void check(Model model, Design design, Findings findings) {
        Value kv = model.kvHeads();
        Value heads = model.heads();
        if (Cut.divides(kv.si(), heads.si())) {
            return;
        }
        String message =
                "%s has %s for %s: groups would not be equal"
                        .formatted(
                                Say.kind(model),
                                Say.many(kv.si(), "kv head"),
                                Say.many(heads.si(), "head"));
        String fitting = Say.count(Cut.nearest(heads.si(), kv.si()));
        findings.report(this, kv.origin(), message)
                .detail("heads " + Say.count(heads.si()), heads.origin())
                .fix("kv_heads: " + fitting, new Edit.Set(kv.origin(), fitting));
    }
}
