// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.design.Coolant;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Flag;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Redundancy;
import org.araverus.infra.engine.design.Site;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.physics.Cooling;
import org.araverus.infra.engine.physics.Power;
import org.araverus.infra.engine.structure.Feeds;
import org.jspecify.annotations.Nullable;

/**
 * A limit of power or heat that clocks are lowered to keep: by a power manager (capping), or by
 * accelerators that get too warm (throttling).
 *
 * @param what as headroom calls it
 * @param of the rack or the site that has it
 * @param site where the rack stands, if that is known
 */
record HeldLimit(What what, Element of, @Nullable Site site) {

    /** Limits, and the cell of the draw or heat that they hold. */
    enum What {
        RACK("rack power", FLEET_DRAW),
        FEEDS("feeds that remain", FLEET_DRAW),
        AIR("heat into the air", HEAT_AIR),
        LIQUID("heat into the liquid", HEAT_LIQUID),
        FLOW("flow of the liquid", HEAT_LIQUID),
        SITE("site power", FLEET_DRAW),
        PLANT("site heat", FLEET_DRAW);

        final String words;
        final int cell;

        What(String words, int cell) {
            this.words = words;
            this.cell = cell;
        }
    }

    /** Those of a rack. */
    static List<HeldLimit> of(Rack rack, @Nullable Site site) {
        List<HeldLimit> all = new ArrayList<>();
        Rack.Power power = rack.power();
        if (on(power.capping())) {
            if (power.budget().isKnown()) all.add(new HeldLimit(What.RACK, rack, site));
            if (feeds(power)) all.add(new HeldLimit(What.FEEDS, rack, site));
        }
        Rack.Cooling cooling = rack.cooling();
        if (on(cooling.throttling())) {
            if (cooling.air().isKnown()) all.add(new HeldLimit(What.AIR, rack, site));
            if (cooling.liquid().isKnown()) all.add(new HeldLimit(What.LIQUID, rack, site));
            if (cooling.flow().isKnown() && cooling.rise().isKnown())
                all.add(new HeldLimit(What.FLOW, rack, site));
        }
        return all;
    }

    /** Those of a site. */
    static List<HeldLimit> of(Site site) {
        List<HeldLimit> all = new ArrayList<>();
        if (on(site.power().capping()) && site.power().budget().isKnown())
            all.add(new HeldLimit(What.SITE, site, site));
        if (on(site.cooling().throttling()) && site.cooling().capacity().isKnown())
            all.add(new HeldLimit(What.PLANT, site, site));
        return all;
    }

    private static boolean on(Flag flag) {
        return flag.isKnown() && flag.on();
    }

    private static boolean feeds(Rack.Power power) {
        return power.feeds().isKnown()
                && power.feed().limit().isKnown()
                && Feeds.can(power.feeds().si(), power.redundancy().orElse(Redundancy.N));
    }

    /** Where the limit stands. */
    Value written() {
        return switch (what) {
            case RACK -> rack().power().budget();
            case FEEDS -> rack().power().feed().limit();
            case AIR -> rack().cooling().air();
            case LIQUID -> rack().cooling().liquid();
            case FLOW -> rack().cooling().flow();
            case SITE -> place().power().budget();
            case PLANT -> place().cooling().capacity();
        };
    }

    private Rack rack() {
        return (Rack) of;
    }

    private Site place() {
        return (Site) of;
    }

    /** Puts the limit, W, into its cell. */
    void put(Frame f, Assumptions assumptions) {
        switch (what) {
            case RACK -> same(f, LIMIT_RACK);
            case FEEDS -> feeds(f);
            case AIR -> same(f, LIMIT_AIR);
            case LIQUID -> same(f, LIMIT_LIQUID);
            case FLOW -> flow(f);
            case SITE -> site(f, assumptions);
            case PLANT -> same(f, LIMIT_PLANT);
        }
    }

    private void same(Frame f, int cell) {
        f.given(cell, written());
        f.same(HELD_LIMIT, cell);
    }

    private void feeds(Frame f) {
        Feeds feeds = Feeds.of(rack());
        Rack.Power power = rack().power();
        f.given(LIMIT_FEED, power.feed().limit());
        f.given(FEEDS_ALL, power.feeds());
        f.given(FEEDS_SPARE, feeds.spare(), power.redundancy().origin(), "feeds that may fail");
        f.given(
                FEED_DERATING,
                feeds.derating(),
                power.feed().derating().origin(),
                "0.8 for continuous load where nothing is written");
        double[] x = f.x;
        f.set(
                HELD_LIMIT,
                Power.redundant(x[FEEDS_ALL], x[FEEDS_SPARE], x[LIMIT_FEED], x[FEED_DERATING]),
                "power.redundant",
                FEEDS_ALL,
                FEEDS_SPARE,
                LIMIT_FEED,
                FEED_DERATING);
    }

    /** Heat that the flow carries; liquid that comes in warmer may rise less. */
    private void flow(Frame f) {
        Rack.Cooling c = rack().cooling();
        Coolant coolant = c.coolant().orElse(Coolant.pg25);
        f.given(LIQUID_DENSITY, coolant.density(), c.coolant().origin(), coolant.words());
        f.given(LIQUID_HEAT, coolant.heatCapacity(), c.coolant().origin(), coolant.words());
        f.given(LIMIT_FLOW, c.flow());
        f.given(LIQUID_RISE, c.rise());
        int rise = LIQUID_RISE;
        if (outside(c)) {
            warm(f, c);
            rise = RISE_LEFT;
        }
        double[] x = f.x;
        f.set(
                HELD_LIMIT,
                Cooling.heat(x[LIQUID_DENSITY], x[LIQUID_HEAT], x[LIMIT_FLOW], x[rise]),
                "cooling.heat",
                LIQUID_DENSITY,
                LIQUID_HEAT,
                LIMIT_FLOW,
                rise);
    }

    private boolean outside(Rack.Cooling c) {
        return c.supply().isKnown() && site != null && site.wetBulb().isKnown();
    }

    private void warm(Frame f, Rack.Cooling c) {
        if (site == null) return;
        f.given(LIQUID_SUPPLY, c.supply());
        f.given(WET_BULB, site.wetBulb());
        Value approach = site.cooling().approach();
        if (approach.isKnown()) f.given(APPROACH, approach);
        else f.given(APPROACH, 0, approach.origin(), Laws.DEFAULT);
        double[] x = f.x;
        f.set(
                RISE_LEFT,
                Cooling.riseLeft(x[LIQUID_SUPPLY], x[LIQUID_RISE], x[WET_BULB], x[APPROACH]),
                "cooling.rise_left",
                LIQUID_SUPPLY,
                LIQUID_RISE,
                WET_BULB,
                APPROACH);
    }

    private void site(Frame f, Assumptions assumptions) {
        Site s = place();
        f.given(LIMIT_SITE, s.power().budget());
        f.given(FLEET_PUE, assumptions.or(s.pue(), Defaults.PUE, "", Defaults.PUE_LAW));
        f.set(
                HELD_LIMIT,
                Power.it(f.x[LIMIT_SITE], f.x[FLEET_PUE]),
                "power.it",
                LIMIT_SITE,
                FLEET_PUE);
    }
}
