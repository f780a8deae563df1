// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Cpu;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.structure.Structure;
import org.araverus.infra.engine.units.Show;

/** The parts of an element with what each draws. */
public final class Parts {
    private Parts() {}

    /**
     * Some equal parts.
     *
     * @param count how many
     * @param countAt where the count stands
     * @param type what each is
     */
    public record Item(double count, Origin countAt, Element type) {}

    /**
     * What some equal parts draw, W.
     *
     * @param from where the draw of one comes from
     */
    public record Draw(Item item, double each, Origin from) {
        public double all() {
            return item.count * each;
        }

        /** {@code 4 x DGX_H100 at 10.2 kW = 40.8 kW}. */
        public String text() {
            String one = Say.parts(item.count, item.type) + " at " + Show.value(each, "W");
            return item.count == 1 ? one : one + " = " + Show.value(all(), "W");
        }
    }

    /** The direct parts. */
    public static List<Item> of(Element owner, Design design) {
        List<Item> all = new ArrayList<>();
        for (Part p : owner.header().parts()) {
            for (Part.Run r : p.runs()) {
                all.add(new Item(r.count().si(), r.count().origin(), design.get(r.type())));
            }
        }
        return all;
    }

    /** The draw of each direct part that draws power. */
    public static List<Draw> draws(Element owner, Design design) {
        List<Draw> all = new ArrayList<>();
        for (Item i : of(owner, design)) {
            if (draws(i.type)) {
                all.add(new Draw(i, nameplate(i.type, design), rated(i.type).origin()));
            }
        }
        return all;
    }

    /**
     * The most an element draws, W: its nameplate, or the sum of its parts, less what caps of its
     * accelerators take off.
     */
    public static double nameplate(Element e, Design design) {
        if (e.header().parts().isEmpty()) {
            return rated(e).si() - capped(e, design);
        }
        return Structure.nameplate(e, design) - capped(e, design);
    }

    /** What caps of its accelerators take off a nameplate, W. */
    private static double capped(Element e, Design design) {
        if (e instanceof Accelerator a) {
            Value cap = a.power().cap();
            return cap.isAbsent() ? 0 : Math.max(0, a.power().limit().si() - cap.si());
        }
        double sum = 0;
        for (Item i : of(e, design)) sum += i.count * capped(i.type, design);
        return sum;
    }

    /** Sum of draws, W. */
    public static double sum(List<Draw> draws) {
        return draws.stream().mapToDouble(Draw::all).sum();
    }

    /** What an element says of its own draw. */
    public static Value rated(Element e) {
        return switch (e) {
            case Accelerator a -> a.power().limit();
            case Cpu c -> c.power().limit();
            case Nic n -> n.power().max();
            case Switch s -> s.power().max();
            case Node n -> n.power().max();
            case Rack r -> r.power().max();
            default -> Value.absent(e.origin());
        };
    }

    private static boolean draws(Element e) {
        return switch (e) {
            case Accelerator a -> true;
            case Cpu c -> true;
            case Nic n -> true;
            case Switch s -> true;
            case Node n -> true;
            case Rack r -> true;
            case Cluster c -> true;
            default -> false;
        };
    }
}
