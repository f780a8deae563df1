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
import org.araverus.infra.engine.units.Show;

/**
 * The weights of a rack's parts against its weight limit. Parts without a weight count nothing: the
 * sum is a floor.
 */
@Rule(
        summary = "The parts of a rack are heavier than rack and floor carry",
        severity = Severity.ERROR,
        layer = Layer.SPACE,
        since = "0.1")
public final class RackWeightExceeded extends DesignRule<Rack> {
    public RackWeightExceeded() {
        super(Rack.class);
    }

    @Override
    public void check(Rack rack, Design design, Findings findings) {
        Value limit = rack.weightLimit();
        List<Parts.Draw> weights = Space.of(rack, Room::weight, design);
        double sum = Parts.sum(weights);
        if (sum <= limit.si()) {
            return;
        }
        String message =
                "parts of %s weigh %s, %s more than the %s that it carries"
                        .formatted(
                                Say.kind(rack),
                                Show.value(sum, "kg"),
                                Show.value(sum - limit.si(), "kg"),
                                Show.value(limit.si(), "kg"));
        Findings.Draft finding = findings.report(this, limit.origin(), message);
        for (Parts.Draw d : weights) {
            String text =
                    Say.parts(d.item().count(), d.item().type())
                            + " of "
                            + Show.value(d.each(), "kg");
            finding.detail(text, d.from());
        }
        Fewer.offer(finding, weights, Parts.Draw::each, sum, limit.si(), "kg");
        String enough = Show.value(Say.up(sum), "kg");
        finding.fix("weight_limit: " + enough, new Edit.Set(limit.origin(), enough));
    }
}
