// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.cooling;

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
import org.araverus.infra.engine.rules.Heat;
import org.araverus.infra.engine.rules.Parts;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** The heat that a rack gives to the air against what the air takes away. */
@Rule(
        summary = "A rack gives more heat to the air than the air takes away",
        severity = Severity.ERROR,
        layer = Layer.COOLING,
        since = "0.1")
public final class RackHeatOverAir extends DesignRule<Rack> {
    public RackHeatOverAir() {
        super(Rack.class);
    }

    @Override
    public void check(Rack rack, Design design, Findings findings) {
        if (rack.cooling().throttling().orElse(false)) return; // clock-below-rated speaks
        Value limit = rack.cooling().air();
        List<Heat.Source> sources = Heat.of(rack, design);
        double heat = Heat.air(sources);
        if (heat <= limit.si()) {
            return;
        }
        String message =
                "%s gives %s to the air, %s above the %s that its air takes"
                        .formatted(
                                Say.kind(rack),
                                Show.value(heat, "W"),
                                Show.value(heat - limit.si(), "W"),
                                Show.value(limit.si(), "W"));
        Findings.Draft finding = findings.report(this, limit.origin(), message);
        List<Heat.Source> giving = sources.stream().filter(s -> s.air() > 0).toList();
        giving.forEach(s -> finding.detail(s.text(), s.draw().from()));
        String enough = Show.value(Say.up(heat), "W");
        finding.fix("air: " + enough, new Edit.Set(limit.origin(), enough));
        List<Parts.Draw> inAir =
                giving.stream()
                        .map(
                                s ->
                                        new Parts.Draw(
                                                s.draw().item(),
                                                s.air() / s.draw().item().count(),
                                                s.draw().from()))
                        .toList();
        Fewer.offer(finding, inAir, Parts.Draw::each, heat, limit.si(), "W");
    }
}
