// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.power;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Node;
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

/**
 * The nameplate of a node against the limits of its parts. Parts that say nothing of their draw
 * count nothing: the sum is a floor.
 */
@Rule(
        summary = "The nameplate of a node is below the sum of its parts' limits",
        severity = Severity.WARNING,
        layer = Layer.POWER,
        since = "0.1")
public final class NodeNameplateBelowParts extends DesignRule<Node> {
    public NodeNameplateBelowParts() {
        super(Node.class);
    }

    @Override
    public void check(Node node, Design design, Findings findings) {
        Value max = node.power().max();
        List<Parts.Draw> draws = new ArrayList<>();
        for (Parts.Item i : Parts.of(node, design)) {
            Value rated = Parts.rated(i.type());
            if (!rated.isAbsent()) {
                draws.add(new Parts.Draw(i, rated.si(), rated.origin()));
            }
        }
        double sum = Parts.sum(draws);
        if (sum <= max.si()) {
            return;
        }
        String message =
                "nameplate of %s is %s, %s below the limits of its parts, %s together"
                        .formatted(
                                Say.kind(node),
                                Show.value(max.si(), "W"),
                                Show.value(sum - max.si(), "W"),
                                Show.value(sum, "W"));
        Findings.Draft finding = findings.report(this, max.origin(), message);
        draws.forEach(d -> finding.detail(d.text(), d.from()));
        String enough = Show.value(Say.up(sum), "W");
        finding.fix("max: " + enough, new Edit.Set(max.origin(), enough));
    }
}
