// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.power;

import org.araverus.infra.engine.design.Choice;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Redundancy;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Parts;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.structure.Feeds;
import org.araverus.infra.engine.units.Show;

/**
 * What the feeds of a rack carry, those that may fail taken away and each derated, against the
 * rack's budget, or its draw where it has no budget.
 */
@Rule(
        summary =
                "The feeds of a rack carry less than its budget once those that may fail are gone",
        severity = Severity.ERROR,
        layer = Layer.POWER,
        since = "0.1")
public final class FeedsCannotCarryBudget extends DesignRule<Rack> {
    public FeedsCannotCarryBudget() {
        super(Rack.class);
    }

    @Override
    public void check(Rack rack, Design design, Findings findings) {
        if (rack.power().capping().orElse(false)) return; // clock-below-rated speaks
        Choice<Redundancy> redundancy = rack.power().redundancy();
        Value budget = rack.power().budget();
        Feeds feeds = Feeds.of(rack);
        if (!Feeds.can(feeds.count(), redundancy.orElse(Redundancy.N))) {
            return; // redundancy-without-feeds speaks
        }
        double need = budget.isAbsent() ? Parts.nameplate(rack, design) : budget.si();
        if (need <= feeds.carry()) {
            return;
        }
        String what = budget.isAbsent() ? "draw" : "budget";
        String message =
                "feeds of %s carry %s, %s below its %s of %s"
                        .formatted(
                                Say.kind(rack),
                                Show.value(feeds.carry(), "W"),
                                Show.value(need - feeds.carry(), "W"),
                                what,
                                Show.value(need, "W"));
        Rack.Feed feed = rack.power().feed();
        Findings.Draft finding = findings.report(this, feed.limit().origin(), message);
        String left = "%s x %s at %s of the breaker, without end";
        finding.detail(
                left.formatted(
                        Say.many(feeds.left(), "feed"),
                        Show.value(feeds.limit(), "W"),
                        Show.value(feeds.derating(), "%")),
                feed.derating().isKnown() ? feed.derating().origin() : feed.limit().origin());
        if (feeds.spare() > 0) {
            finding.detail(
                    "%s of %s may fail (%s)"
                            .formatted(
                                    Say.count(feeds.spare()),
                                    Say.many(feeds.count(), "feed"),
                                    redundancy.get().text()),
                    redundancy.origin());
        }
        if (!budget.isAbsent()) {
            finding.related(budget.origin());
        }
        String limit = Show.value(Say.up(need / (feeds.left() * feeds.derating())), "W");
        finding.fix("feed { limit: " + limit + " }", new Edit.Set(feed.limit().origin(), limit));
        more(rack, feeds, need, finding);
    }

    /** The least number of feeds of this size that carries the need. */
    private static void more(Rack rack, Feeds feeds, double need, Findings.Draft finding) {
        Redundancy redundancy = rack.power().redundancy().orElse(Redundancy.N);
        double left = Math.ceil(need / (feeds.limit() * feeds.derating()));
        double count =
                switch (redundancy) {
                    case N -> left;
                    case N_PLUS_1 -> left + 1;
                    case TWO_N -> 2 * left;
                };
        if (count <= 16) { // as many as a rack may have
            String text = Say.count(count);
            finding.fix("feeds: " + text, new Edit.Set(rack.power().feeds().origin(), text));
        }
    }
}
