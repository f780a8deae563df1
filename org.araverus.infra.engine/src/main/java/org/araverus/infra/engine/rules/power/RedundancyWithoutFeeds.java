// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.power;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Redundancy;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.structure.Feeds;

/** A redundancy that the number of feeds cannot give: N+1 of one feed, 2N of an odd number. */
@Rule(
        summary = "A rack has too few feeds for the redundancy it asks for",
        severity = Severity.ERROR,
        layer = Layer.POWER,
        since = "0.1")
public final class RedundancyWithoutFeeds extends DesignRule<Rack> {
    public RedundancyWithoutFeeds() {
        super(Rack.class);
    }

    @Override
    public void check(Rack rack, Design design, Findings findings) {
        double feeds = rack.power().feeds().si();
        Redundancy redundancy = rack.power().redundancy().get();
        if (Feeds.can(feeds, redundancy)) {
            return;
        }
        String need = redundancy == Redundancy.TWO_N ? "an even number" : "at least 2";
        String message =
                "%s asks for %s and has %s; it takes %s"
                        .formatted(
                                Say.kind(rack), redundancy.text(), Say.many(feeds, "feed"), need);
        String more = Say.count(feeds + 1);
        findings.report(this, rack.power().redundancy().origin(), message)
                .detail(Say.many(feeds, "feed"), rack.power().feeds().origin())
                .fix("feeds: " + more, new Edit.Set(rack.power().feeds().origin(), more))
                .fix("redundancy: N", new Edit.Set(rack.power().redundancy().origin(), "N"));
    }
}
