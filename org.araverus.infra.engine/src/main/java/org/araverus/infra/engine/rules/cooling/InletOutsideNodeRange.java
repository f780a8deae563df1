// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.cooling;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Medium;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Span;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Parts;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** What a rack's air or liquid comes in with against what its nodes accept. */
@Rule(
        summary = "Air or liquid reaches a node outside the temperatures that it accepts",
        severity = Severity.ERROR,
        layer = Layer.COOLING,
        since = "0.1")
public final class InletOutsideNodeRange extends DesignRule<Rack> {
    public InletOutsideNodeRange() {
        super(Rack.class);
    }

    @Override
    public void check(Rack rack, Design design, Findings findings) {
        for (Parts.Item i : Parts.of(rack, design)) {
            if (i.type() instanceof Node node) {
                check(rack, node, findings);
            }
        }
    }

    private void check(Rack rack, Node node, Findings findings) {
        Span accepted = node.cooling().inlet();
        boolean liquid = node.cooling().medium().orElse(Medium.air) == Medium.liquid;
        Value inlet = liquid ? rack.cooling().supply() : rack.cooling().inlet();
        if (!accepted.isKnown() || !inlet.isKnown() || accepted.contains(inlet.si())) {
            return;
        }
        boolean warm = inlet.si() > accepted.high();
        double bound = warm ? accepted.high() : accepted.low();
        String message =
                "%s of %s is %s, %s %s what %s accepts"
                        .formatted(
                                liquid ? "liquid" : "air",
                                Say.kind(rack),
                                Show.value(inlet.si(), "degC"),
                                Show.value(Math.abs(inlet.si() - bound), "K"),
                                warm ? "above" : "below",
                                Say.kind(node));
        String range =
                Show.digits(accepted.low() - ZERO) + " .. " + Show.value(accepted.high(), "degC");
        String name = liquid ? "supply" : "inlet";
        String fitting = Show.value(bound, "degC");
        findings.report(this, inlet.origin(), message)
                .detail(Say.name(node) + " accepts " + range, accepted.origin())
                .fix(name + ": " + fitting, new Edit.Set(inlet.origin(), fitting));
    }

    /** 0 degC, K. */
    private static final double ZERO = 273.15;
}
