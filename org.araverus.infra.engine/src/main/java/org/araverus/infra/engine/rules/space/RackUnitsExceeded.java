// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.space;

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
import org.araverus.infra.engine.rules.Space;
import org.araverus.infra.engine.structure.Room;

/**
 * The heights of a rack's parts against its own. Parts without a height count nothing: the sum is a
 * floor.
 */
@Rule(
        summary = "The parts of a rack are higher than the rack",
        severity = Severity.ERROR,
        layer = Layer.SPACE,
        since = "0.1")
public final class RackUnitsExceeded extends DesignRule<Rack> {
    /** Heights are sums of U that no double holds exactly. */
    private static final double ROUNDING = 1e-12;

    public RackUnitsExceeded() {
        super(Rack.class);
    }

    @Override
    public void check(Rack rack, Design design, Findings findings) {
        Value size = rack.size();
        List<Parts.Draw> heights = Space.of(rack, Room::height, design);
        double sum = Parts.sum(heights);
        if (sum <= size.si() * (1 + ROUNDING)) {
            return;
        }
        String message =
                "parts of %s take %s, %s more than its %s"
                        .formatted(
                                Say.kind(rack),
                                Say.height(sum),
                                Say.height(sum - size.si()),
                                Say.height(size.si()));
        Findings.Draft finding = findings.report(this, size.origin(), message);
        for (Parts.Draw d : heights) {
            String text =
                    Say.parts(d.item().count(), d.item().type()) + " of " + Say.height(d.each());
            finding.detail(text, d.from());
        }
        Fewer.offer(finding, heights, Parts.Draw::each, sum, size.si(), Say::height);
        String enough = Say.height(Say.wholeUnits(sum));
        finding.fix("size: " + enough, new Edit.Set(size.origin(), enough));
    }
}
