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

/** The heat that a rack gives to the liquid against what the liquid takes away. */
@Rule(
        summary = "A rack gives more heat to the liquid than the liquid takes away",
        severity = Severity.ERROR,
        layer = Layer.COOLING,
        since = "0.1")
public final class RackHeatOverLiquid extends DesignRule<Rack> {
    public RackHeatOverLiquid() {
        super(Rack.class);
    }

    @Override
    public void check(Rack rack, Design design, Findings findings) {
        if (rack.cooling().throttling().orElse(false)) return; // clock-below-rated speaks
        Value limit = rack.cooling().liquid();
        List<Heat.Source> sources = Heat.of(rack, design);
        double heat = Heat.liquid(sources);
        if (limit.si() == 0 || heat <= limit.si()) {
            return; // without any liquid, liquid-node-without-liquid speaks
        }
        String message =
                "%s gives %s to the liquid, %s above the %s that its liquid takes"
                        .formatted(
                                Say.kind(rack),
                                Show.value(heat, "W"),
                                Show.value(heat - limit.si(), "W"),
                                Show.value(limit.si(), "W"));
        Findings.Draft finding = findings.report(this, limit.origin(), message);
        List<Heat.Source> giving = sources.stream().filter(s -> s.liquid() > 0).toList();
        giving.forEach(s -> finding.detail(s.text(), s.draw().from()));
        String enough = Show.value(Say.up(heat), "W");
        finding.fix("liquid: " + enough, new Edit.Set(limit.origin(), enough));
        List<Parts.Draw> inLiquid =
                giving.stream()
                        .map(
                                s ->
                                        new Parts.Draw(
                                                s.draw().item(),
                                                s.liquid() / s.draw().item().count(),
                                                s.draw().from()))
                        .toList();
        Fewer.offer(finding, inLiquid, Parts.Draw::each, heat, limit.si(), "W");
    }
}
