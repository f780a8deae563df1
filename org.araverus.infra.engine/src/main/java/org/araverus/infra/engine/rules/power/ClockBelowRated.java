// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.power;

import java.util.Map;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.EvaluationRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** A clock that capping or throttling lowers: by how much, and what for. */
@Rule(
        summary = "Accelerators run below their clock to keep a limit of power or heat",
        severity = Severity.WARNING,
        layer = Layer.POWER,
        since = "0.1")
public final class ClockBelowRated extends EvaluationRule {
    /** Attributes that are the limit themselves; others are parts of it. */
    private static final Map<String, String> ATTRIBUTES =
            Map.of(
                    "rack power", "budget",
                    "heat into the air", "air",
                    "heat into the liquid", "liquid",
                    "site heat", "capacity");

    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        Evaluation.Held held = run.held();
        if (held == null || !held.kept()) return; // limit-below-lowest-clock speaks
        Element of = design.elements().get(held.subject());
        if (of == null) return;
        String message =
                "%s runs at %s of the clock: %s of %s is held at %s, %s below the %s that it asks for"
                        .formatted(
                                Say.name(run.workload()),
                                Show.value(held.clock(), "%"),
                                held.what(),
                                Say.name(of),
                                Show.value(held.limit(), "W"),
                                Show.value(held.asked() - held.limit(), "W"),
                                Show.value(held.asked(), "W"));
        Findings.Draft finding = findings.report(this, run.origin(), message);
        String limit = "%s %s".formatted(held.what(), Show.value(held.limit(), "W"));
        finding.detail(limit, held.limitFrom());
        String name = ATTRIBUTES.get(held.what());
        if (name == null) return;
        String enough = Show.value(Say.up(held.asked()), "W");
        finding.fix(name + ": " + enough, new Edit.Set(held.limitFrom(), enough));
    }
}
