// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Topology;
import org.jspecify.annotations.Nullable;

/**
 * A fat-tree by its numbers.
 *
 * @param radix ports of a switch
 * @param oversubscription ports down over ports up, below the top
 * @param rails separate planes
 */
public record Fabric(double radix, double oversubscription, double rails) {
    /** The most tiers that a topology may have. */
    public static final int TIERS = 5;

    /** The fat-tree that a topology describes. */
    public static Fabric of(Topology topology, Switch type) {
        return new Fabric(
                type.ports().si(),
                topology.oversubscription().orElse(1),
                topology.rails().orElse(1));
    }

    /**
     * Most endpoints of one plane with so many tiers: r, r^2 / 2, r^3 / 4 and so on with half of
     * the ports up; more are down where it is oversubscribed.
     */
    public double most(double tiers) {
        double down = Math.floor(radix * oversubscription / (oversubscription + 1));
        return Math.pow(down, tiers - 1) * radix;
    }

    /** Endpoints of a network below an element: adapters, or accelerators where there are none. */
    public static double endpoints(Element holder, Design design) {
        double nics = count(holder, Nic.class, design);
        return nics > 0 ? nics : count(holder, Accelerator.class, design);
    }

    /** Links of all accelerators below an element. */
    public static double links(Element holder, Design design) {
        double links = 0;
        for (Parts.Item i : Parts.of(holder, design)) {
            boolean leaf = i.type() instanceof Accelerator;
            double each =
                    leaf
                            ? ((Accelerator) i.type()).scaleUp().links().si()
                            : links(i.type(), design);
            links += i.count() * each;
        }
        return links;
    }

    /** How many of a kind are below an element. */
    public static double count(Element holder, Class<? extends Element> kind, Design design) {
        double n = 0;
        for (Parts.Item i : Parts.of(holder, design)) {
            n += i.count() * (kind.isInstance(i.type()) ? 1 : count(i.type(), kind, design));
        }
        return n;
    }

    /** Types of a kind below an element, each once, in the order of the parts. */
    public static <E extends Element> List<E> types(Element holder, Class<E> kind, Design design) {
        Set<E> all = new LinkedHashSet<>();
        for (Parts.Item i : Parts.of(holder, design)) {
            if (kind.isInstance(i.type())) {
                all.add(kind.cast(i.type()));
            } else {
                all.addAll(types(i.type(), kind, design));
            }
        }
        return new ArrayList<>(all);
    }

    /** The switches that a topology holds by count; null where it names a kind alone. */
    public static @Nullable Part switches(Topology topology) {
        return topology.header().parts().stream()
                .filter(p -> p.role().equals("switch"))
                .findFirst()
                .orElse(null);
    }

    /** Topologies that no node or rack holds as its scale-up. */
    public static List<Topology> unused(Design design) {
        List<Topology> all = new ArrayList<>();
        for (Element e : design.elements().values()) {
            if (e instanceof Topology t && !inside(t, design)) {
                all.add(t);
            }
        }
        return all;
    }

    private static boolean inside(Topology topology, Design design) {
        return design.elements().values().stream()
                .map(
                        e ->
                                e instanceof Node n
                                        ? n.scaleUp()
                                        : e instanceof Rack r ? r.scaleUp() : null)
                .anyMatch(r -> r != null && topology.name().equals(r.name()));
    }
}
