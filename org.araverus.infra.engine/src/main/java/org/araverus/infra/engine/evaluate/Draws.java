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
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.physics.Cooling;
import org.araverus.infra.engine.physics.Power;
import org.araverus.infra.engine.physics.Sums;
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

    Draws(Design design, Assumptions assumptions, Frame f) {
        this.design = design;
        this.assumptions = assumptions;
        this.f = f;
    }

    /** Begins a sum. */
    void start() {
        f.same(FLEET_DRAW, ZERO);
        f.same(HEAT_AIR, ZERO);
        f.same(HEAT_LIQUID, ZERO);
    }

    /** Adds so many elements with their accelerators at a load of 0 (idle) to 1 (at the limit). */
    void add(Element e, double count, double load) {
        add(e, count, load, 0);
    }

    private void add(Element e, double count, double load, double liquid) {
        if (count == 0) return;
        double share = e instanceof Node n ? share(n) : liquid;
        Value rated = rated(e);
        if (e instanceof Accelerator a) {
            device(a, count, load, share);
        } else if (rated.isAbsent() && !e.header().parts().isEmpty()) {
            for (Part p : e.header().parts()) {
                for (Part.Run r : p.runs()) {
                    add(design.get(r.type()), count * r.count().si(), load, share);
                }
            }
        } else if (draws(e)) {
            box(e, count, load, rated, share);
        }
    }

    private void device(Accelerator a, double count, double load, double share) {
        drawOfDevice(a, load);
        f.given(BOXES, count, a.origin());
        Products.times(f, BOXES_DRAW, BOXES, DEVICE_DRAW);
        keep(share, a);
    }

    private void drawOfDevice(Accelerator a, double load) {
        Value limit = a.power().limit();
        double rest = Defaults.IDLE * limit.si();
        Value idle = assumptions.or(a.power().idle(), rest, "W", Defaults.IDLE_LAW);
        f.given(DEVICE_LIMIT, limit);
        f.given(DEVICE_IDLE, idle);
        f.input(LOAD, load);
        double[] x = f.x;
        f.set(
                DEVICE_DRAW,
                Power.device(x[DEVICE_IDLE], x[DEVICE_LIMIT], x[LOAD]),
                "power.device",
                DEVICE_IDLE,
                DEVICE_LIMIT,
                LOAD);
    }

    private void box(Element e, double count, double load, Value rated, double share) {
        double[] x = f.x;
        Accelerator a = accelerator(e);
        f.given(BOXES, count, e.origin());
        f.given(BOX_MAX, rated);
        if (a == null) {
            // processors, adapters and switches are taken at their nameplate
            Products.times(f, BOXES_DRAW, BOXES, BOX_MAX);
            keep(share, e);
            return;
        }
        f.given(DEVICES, devices(e), e.origin());
        drawOfDevice(a, load);
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
        keep(share, e);
    }

    private void keep(double share, Element e) {
        double[] x = f.x;
        f.set(
                FLEET_DRAW,
                Sums.two(x[FLEET_DRAW], x[BOXES_DRAW]),
                "sum.two",
                FLEET_DRAW,
                BOXES_DRAW);
        f.given(HEAT_SHARE, share, e.origin());
        f.set(
                HEAT_PART,
                Cooling.air(x[BOXES_DRAW], x[HEAT_SHARE]),
                "heat.air",
                BOXES_DRAW,
                HEAT_SHARE);
        f.set(HEAT_AIR, Sums.two(x[HEAT_AIR], x[HEAT_PART]), "sum.two", HEAT_AIR, HEAT_PART);
        f.set(
                HEAT_PART,
                Cooling.liquid(x[BOXES_DRAW], x[HEAT_SHARE]),
                "heat.liquid",
                BOXES_DRAW,
                HEAT_SHARE);
        f.set(
                HEAT_LIQUID,
                Sums.two(x[HEAT_LIQUID], x[HEAT_PART]),
                "sum.two",
                HEAT_LIQUID,
                HEAT_PART);
    }

    private static double share(Node n) {
        boolean liquid = n.cooling().medium().orElse(Medium.air) == Medium.liquid;
        return n.cooling().liquidShare().orElse(liquid ? 1 : 0);
    }

    private double devices(Element e) {
        if (e instanceof Accelerator) return 1;
        double n = 0;
        for (Part p : e.header().parts()) {
            for (Part.Run r : p.runs()) n += r.count().si() * devices(design.get(r.type()));
        }
        return n;
    }

    /** The first type of accelerator inside; null where there is none. */
    private @Nullable Accelerator accelerator(Element e) {
        if (e instanceof Accelerator a) return a;
        for (Part p : e.header().parts()) {
            for (Part.Run r : p.runs()) {
                Accelerator a = accelerator(design.get(r.type()));
                if (a != null) return a;
            }
        }
        return null;
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
