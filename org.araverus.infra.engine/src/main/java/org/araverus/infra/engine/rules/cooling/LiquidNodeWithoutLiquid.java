// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.cooling;

import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Heat;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/**
 * Liquid-cooled nodes in a rack whose cooling is described and has no liquid: {@code air} alone, or
 * {@code liquid} of nothing.
 */
@Rule(
        summary = "A liquid-cooled node stands in a rack without liquid",
        severity = Severity.ERROR,
        layer = Layer.COOLING,
        since = "0.1")
public final class LiquidNodeWithoutLiquid extends DesignRule<Rack> {
    public LiquidNodeWithoutLiquid() {
        super(Rack.class);
    }

    @Override
    public void check(Rack rack, Design design, Findings findings) {
        if (!dry(rack.cooling())) {
            return;
        }
        List<Heat.Source> wet = Heat.of(rack, design).stream().filter(s -> s.liquid() > 0).toList();
        for (Heat.Source s : wet) {
            Node node = (Node) s.draw().item().type();
            String message =
                    "%s gives %s to a liquid, and %s has none"
                            .formatted(
                                    Say.kind(node),
                                    Show.value(s.liquid() / s.draw().item().count(), "W"),
                                    Say.kind(rack));
            String enough = Show.value(Say.up(Heat.liquid(wet)), "W");
            findings.report(this, s.draw().item().countAt(), message)
                    .detail(s.text(), node.cooling().medium().origin())
                    .fix(
                            "liquid: " + enough,
                            new Edit.Set(rack.cooling().liquid().origin(), enough));
        }
    }

    private static boolean dry(Rack.Cooling cooling) {
        if (cooling.liquid().isKnown()) {
            return cooling.liquid().si() == 0;
        }
        boolean described = cooling.air().isKnown() || cooling.inlet().isKnown();
        return described
                && cooling.liquid().isAbsent()
                && cooling.supply().isAbsent()
                && cooling.flow().isAbsent();
    }
}
