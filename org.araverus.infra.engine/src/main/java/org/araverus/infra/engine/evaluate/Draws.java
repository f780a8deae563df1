// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Cpu;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Link;
import org.araverus.infra.engine.design.Medium;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.physics.Cooling;
import org.araverus.infra.engine.physics.Power;
import org.araverus.infra.engine.structure.Structure;
import org.jspecify.annotations.Nullable;

/**
 * What elements draw while their accelerators are loaded so far, and where the heat goes. A box
 * with a nameplate draws its accelerators and the rest of the nameplate; one without draws its
 * parts.
 */
final class Draws {

    private final Design design;
    private final Assumptions assumptions;
    private final Frame f;
    private final Tree tree;
    private final boolean capped;
    private OperatingPoint point = OperatingPoint.RATED;

    Draws(Design design, Tree tree, Assumptions assumptions, Frame f) {
        this(design, tree, assumptions, f, true);
    }

    /**
     * Sums of draws.
     *
     * @param capped whether accelerators keep to the caps of their owners
     */
    Draws(Design design, Tree tree, Assumptions assumptions, Frame f, boolean capped) {
        this.capped = capped;
        this.design = design;
        this.tree = tree;
        this.assumptions = assumptions;
        this.f = f;
    }

    /** Begins a sum. */
    void start() {
        f.same(FLEET_DRAW, ZERO);
        f.same(HEAT_AIR, ZERO);
        f.same(HEAT_LIQUID, ZERO);
    }

    /** The load of accelerators that are added from now on: 0 (idle) to 1 (at the limit). */
    void load(double load, String law) {
        f.input(LOAD, load, law);
    }

    /** The clock of accelerators that are added from now on. */
    void clock(OperatingPoint at) {
        point = at;
    }

    /** Adds so many elements. */
    void add(Element e, double count) {
        add(e, count, null);
    }

    /** Adds so many elements, inside a node if there is one: it says where the heat goes. */
    private void add(Element e, double count, @Nullable Node inside) {
        if (count == 0) return;
        Node node = e instanceof Node n ? n : inside;
        Value rated = rated(e);
        if (e instanceof Accelerator a) {
            device(a, count, node);
        } else if (rated.isAbsent() && !e.header().parts().isEmpty()) {
            for (Tree.Counted p : tree.parts(e)) add(p.type(), count * p.count(), node);
        } else if (draws(e)) {
            box(e, count, rated, node);
        }
    }

    private void device(Accelerator a, double count, @Nullable Node node) {
        drawOfDevice(a);
        f.given(BOXES, count, a.origin(), Laws.COUNTED);
        Products.times(f, BOXES_DRAW, BOXES, DEVICE_DRAW);
        keep(a, node);
    }

    private void drawOfDevice(Accelerator a) {
        double[] x = f.x;
        f.given(DEVICE_LIMIT, a.power().limit());
        Value idle = a.power().idle();
        if (idle.isAbsent()) {
            double watts = Defaults.IDLE * a.power().limit().si();
            assumptions.add(idle.origin(), watts, "W", Defaults.IDLE_LAW);
            f.input(IDLE_SHARE, Defaults.IDLE, Defaults.IDLE_LAW);
            Products.times(f, DEVICE_IDLE, IDLE_SHARE, DEVICE_LIMIT);
        } else {
            f.given(DEVICE_IDLE, idle);
        }
        most(a);
        f.set(
                DEVICE_DRAW,
                Power.device(x[DEVICE_IDLE], x[DEVICE_MOST], x[LOAD]),
                "power.device",
                DEVICE_IDLE,
                DEVICE_MOST,
                LOAD);
    }

    /** The limit of an accelerator, or what it draws at its clock, or its cap. */
    private void most(Accelerator a) {
        int most = DEVICE_LIMIT;
        if (!point.rated()) {
            atClock(a);
            most = DEVICE_MOST;
        }
        if (a.power().cap().isAbsent() || !capped) {
            if (most != DEVICE_MOST) f.same(DEVICE_MOST, most);
            return;
        }
        f.given(POWER_CAP, a.power().cap());
        f.set(
                DEVICE_MOST,
                Power.capped(f.x[most], f.x[POWER_CAP]),
                "power.capped",
                most,
                POWER_CAP);
    }

    private void atClock(Accelerator a) {
        double[] x = f.x;
        point.put(f, DRAW_CLOCK, Laws.COUNTED);
        f.given(CLOCK_EXPONENT, Defaults.clockExponent(a, assumptions));
        f.set(
                DEVICE_MOST,
                Power.atClock(x[DEVICE_IDLE], x[DEVICE_LIMIT], x[DRAW_CLOCK], x[CLOCK_EXPONENT]),
                "power.at_clock",
                DEVICE_IDLE,
                DEVICE_LIMIT,
                DRAW_CLOCK,
                CLOCK_EXPONENT);
    }

    private void box(Element e, double count, Value rated, @Nullable Node node) {
        double[] x = f.x;
        Accelerator a = tree.accelerator(e);
        f.given(BOXES, count, e.origin(), Laws.COUNTED);
        f.given(BOX_MAX, rated);
        if (a == null) {
            // processors, adapters and switches are taken at their nameplate
            Products.times(f, BOXES_DRAW, BOXES, BOX_MAX);
            keep(e, node);
            return;
        }
        f.given(DEVICES, tree.accelerators(e), e.origin(), Laws.COUNTED);
        drawOfDevice(a);
        f.set(
                BOX_REST,
                Power.rest(x[BOX_MAX], x[DEVICES], x[DEVICE_LIMIT]),
                "power.rest",
                BOX_MAX,
                DEVICES,
                DEVICE_LIMIT);
        f.set(
                BOX_DRAW,
                Power.box(x[DEVICES], x[DEVICE_DRAW], x[BOX_REST]),
                "power.box",
                DEVICES,
                DEVICE_DRAW,
                BOX_REST);
        Products.times(f, BOXES_DRAW, BOXES, BOX_DRAW);
        keep(e, node);
    }

    private void keep(Element e, @Nullable Node node) {
        Products.sum(f, FLEET_DRAW, FLEET_DRAW, BOXES_DRAW);
        if (e instanceof Rack r && !r.header().parts().isEmpty()) {
            shareOfParts(r);
        } else {
            share(HEAT_SHARE, e, node);
        }
        double[] x = f.x;
        f.set(
                HEAT_PART,
                Cooling.air(x[BOXES_DRAW], x[HEAT_SHARE]),
                "heat.air",
                BOXES_DRAW,
                HEAT_SHARE);
        Products.sum(f, HEAT_AIR, HEAT_AIR, HEAT_PART);
        f.set(
                HEAT_PART,
                Cooling.liquid(x[BOXES_DRAW], x[HEAT_SHARE]),
                "heat.liquid",
                BOXES_DRAW,
                HEAT_SHARE);
        Products.sum(f, HEAT_LIQUID, HEAT_LIQUID, HEAT_PART);
    }

    /** The share of its heat that an element gives to the liquid of the node that it is in. */
    private void share(int cell, Element e, @Nullable Node node) {
        if (node == null) {
            f.given(cell, 0, e.origin(), "outside of nodes all heat goes into the air");
        } else if (node.cooling().liquidShare().isAbsent()) {
            boolean liquid = node.cooling().medium().orElse(Medium.air) == Medium.liquid;
            f.given(cell, liquid ? 1 : 0, node.cooling().medium().origin(), "all, by its medium");
        } else {
            f.given(cell, node.cooling().liquidShare());
        }
    }

    /** Of a rack that is rated as a whole: the share by the nameplates of its parts. */
    private void shareOfParts(Rack rack) {
        double[] x = f.x;
        f.same(PARTS_DRAW, ZERO);
        f.same(PARTS_LIQUID, ZERO);
        for (Tree.Counted p : tree.parts(rack)) {
            Element e = p.type();
            if (!draws(e) && !(e instanceof Accelerator)) continue;
            double watts = p.count() * Structure.nameplate(e, design);
            f.given(PART_DRAW, watts, e.origin(), "nameplates of its parts, summed");
            share(HEAT_SHARE, e, e instanceof Node n ? n : null);
            f.set(
                    PART_LIQUID,
                    Cooling.liquid(x[PART_DRAW], x[HEAT_SHARE]),
                    "heat.liquid",
                    PART_DRAW,
                    HEAT_SHARE);
            Products.sum(f, PARTS_DRAW, PARTS_DRAW, PART_DRAW);
            Products.sum(f, PARTS_LIQUID, PARTS_LIQUID, PART_LIQUID);
        }
        f.set(
                HEAT_SHARE,
                Cooling.share(x[PARTS_LIQUID], x[PARTS_DRAW]),
                "heat.share",
                PARTS_LIQUID,
                PARTS_DRAW);
    }

    private static Value rated(Element e) {
        return switch (e) {
            case Accelerator a -> a.power().limit();
            case Cpu c -> c.power().limit();
            case Nic n -> n.power().max();
            case Switch s -> s.power().max();
            case Link l -> l.power();
            case Node n -> n.power().max();
            case Rack r -> r.power().max();
            default -> Value.absent(e.origin());
        };
    }

    private static boolean draws(Element e) {
        return switch (e) {
            case Cpu c -> true;
            case Nic n -> true;
            case Switch s -> true;
            case Link l -> l.power().isKnown();
            case Node n -> true;
            case Rack r -> true;
            default -> false;
        };
    }
}
