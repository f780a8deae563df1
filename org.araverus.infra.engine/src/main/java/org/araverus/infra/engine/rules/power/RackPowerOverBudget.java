// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.power;

import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Fewer;
import org.araverus.infra.engine.rules.Parts;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** The nameplates of a rack's parts against its budget. */
@Rule(
        summary = "A rack draws more than its power budget",
        severity = Severity.ERROR,
        layer = Layer.POWER,
        since = "0.1")
public final class RackPowerOverBudget extends DesignRule<Rack> {
    public RackPowerOverBudget() {
        super(Rack.class);
    }

    @Override
    public void check(Rack rack, Design design, Findings findings) {
        if (rack.power().capping().orElse(false)) return; // clock-below-rated speaks
        double budget = rack.power().budget().si();
        double draw = Parts.nameplate(rack, design);
        if (draw <= budget) {
            return;
        }
        String message =
                "%s draws %s, %s above its budget of %s"
                        .formatted(
                                Say.kind(rack),
                                Show.value(draw, "W"),
                                Show.value(draw - budget, "W"),
                                Show.value(budget, "W"));
        Findings.Draft finding = findings.report(this, rack.power().budget().origin(), message);
        List<Parts.Draw> draws = draws(rack, design, finding);
        String enough = Show.value(Say.up(draw), "W");
        finding.fix("budget: " + enough, new Edit.Set(rack.power().budget().origin(), enough));
        Fewer.offer(finding, draws, Parts.Draw::each, draw, budget, "W");
    }

    private static List<Parts.Draw> draws(Rack rack, Design design, Findings.Draft finding) {
        Value whole = rack.power().max();
        if (whole.isKnown()) {
            finding.detail("nameplate of the whole " + Show.value(whole.si(), "W"), whole.origin());
            return List.of();
        }
        List<Parts.Draw> draws = Parts.draws(rack, design);
        draws.forEach(d -> finding.detail(d.text(), d.from()));
        return draws;
    }
}
