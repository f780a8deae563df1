// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.cooling;

import java.util.List;
import org.araverus.infra.engine.design.Coolant;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.physics.Cooling;
import org.araverus.infra.engine.rules.Heat;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** The rise of a rack's liquid at full heat against the most that it may warm up. */
@Rule(
        summary = "The liquid of a rack flows too slowly for its heat",
        severity = Severity.ERROR,
        layer = Layer.COOLING,
        since = "0.1")
public final class LiquidFlowTooSmall extends DesignRule<Rack> {
    public LiquidFlowTooSmall() {
        super(Rack.class);
    }

    @Override
    public void check(Rack rack, Design design, Findings findings) {
        if (rack.cooling().throttling().orElse(false)) return; // clock-below-rated speaks
        Rack.Cooling cooling = rack.cooling();
        List<Heat.Source> sources = Heat.of(rack, design);
        Coolant coolant = cooling.coolant().orElse(Coolant.pg25);
        double heat = Heat.liquid(sources);
        double need =
                Cooling.flow(heat, coolant.density(), coolant.heatCapacity(), cooling.rise().si());
        double flow = cooling.flow().si();
        if (need <= flow) {
            return;
        }
        String message =
                "%s needs %s to carry %s at a rise of %s; it gets %s, %s too little"
                        .formatted(
                                Say.kind(rack),
                                Show.value(need, "m^3/s"),
                                Show.value(heat, "W"),
                                Show.value(cooling.rise().si(), "K"),
                                Show.value(flow, "m^3/s"),
                                Show.value(need - flow, "m^3/s"));
        Findings.Draft finding = findings.report(this, cooling.flow().origin(), message);
        sources.stream()
                .filter(s -> s.liquid() > 0)
                .forEach(s -> finding.detail(s.text(), s.draw().from()));
        finding.detail("rise of " + Show.value(cooling.rise().si(), "K"), cooling.rise().origin());
        if (cooling.coolant().isKnown()) {
            finding.detail(coolant.words(), cooling.coolant().origin());
        } else {
            finding.detail(coolant.words());
        }
        String enough = Show.value(Say.up(need), "m^3/s");
        finding.fix("flow: " + enough, new Edit.Set(cooling.flow().origin(), enough));
    }
}
