// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.structure;

import java.util.function.ToDoubleFunction;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Cpu;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Value;

/**
 * Sums over the parts of an element, types times counts. Where a number is not known, {@link
 * org.araverus.infra.engine.design.NotKnown}.
 */
public final class Structure {
    private Structure() {}

    /** Accelerators inside. */
    public static double accelerators(Element e, Design design) {
        return e instanceof Accelerator ? 1 : sum(e, design, type -> accelerators(type, design));
    }

    /** The most that it draws, W: its nameplate, or the sum of its parts'. */
    public static double nameplate(Element e, Design design) {
        Value own = rated(e);
        return own.isAbsent() ? sum(e, design, type -> nameplate(type, design)) : own.si();
    }

    /** What all of it costs, USD: its price, or the sum of its parts'. */
    public static double capex(Element e, Design design) {
        Value own = price(e);
        if (!own.isAbsent() || e.header().parts().isEmpty()) return own.si();
        return sum(e, design, type -> capex(type, design));
    }

    /** How many instances of one type are inside, at any depth. */
    public static double count(Element e, String type, Design design) {
        return e.name().equals(type) ? 1 : sum(e, design, inner -> count(inner, type, design));
    }

    private static double sum(Element e, Design design, ToDoubleFunction<Element> of) {
        double all = 0;
        for (Part p : e.header().parts())
            for (Part.Run r : p.runs())
                all += r.count().si() * of.applyAsDouble(design.get(r.type()));
        return all;
    }

    private static Value rated(Element e) {
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

    private static Value price(Element e) {
        return switch (e) {
            case Accelerator a -> a.price();
            case Cpu c -> c.price();
            case Nic n -> n.price();
            case Switch s -> s.price();
            case Node n -> n.price();
            case Rack r -> r.price();
            default -> Value.absent(e.origin());
        };
    }
}
