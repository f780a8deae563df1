// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Address;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What an address means, counted: elements of each kind below it, never expanded. A part that an
 * address cuts counts by the share of its accelerators that is meant.
 */
final class Selection {

    private final Design design;
    private final Map<String, Double> counts = new LinkedHashMap<>();
    private double perNode = Double.MAX_VALUE;
    private double perRack = Double.MAX_VALUE;
    private @Nullable Node node;
    private @Nullable Rack rack;
    private final Set<Rack> racks = new LinkedHashSet<>();

    private Selection(Design design) {
        this.design = design;
    }

    /** Everything under an address. */
    static Selection of(Design design, Address address) {
        Selection s = new Selection(design);
        Element root = design.get(Ref.to(address.element(), new Origin(address.element(), "")));
        s.visit(root, address.steps(), 1);
        return s;
    }

    /** How many of a type are meant; a part that is cut counts by its share. */
    double count(Element type) {
        return counts.getOrDefault(type.name(), 0.0);
    }

    /** How many accelerators. */
    double accelerators() {
        double n = 0;
        for (Map.Entry<String, Double> e : counts.entrySet()) {
            if (design.elements().get(e.getKey()) instanceof Accelerator) n += e.getValue();
        }
        return n;
    }

    /** The one type of accelerator; null where there is none, or more than one. */
    @Nullable Accelerator accelerator() {
        Accelerator one = null;
        for (String name : counts.keySet()) {
            if (!(design.elements().get(name) instanceof Accelerator a)) continue;
            if (one != null) return null;
            one = a;
        }
        return one;
    }

    /** A node that holds accelerators; null where there is none. */
    @Nullable Node node() {
        return node;
    }

    /** A rack that holds accelerators; null where there is none. */
    @Nullable Rack rack() {
        return rack;
    }

    /** The racks that hold accelerators, each type once. */
    Set<Rack> racks() {
        return racks;
    }

    /** Fewest accelerators that are meant of one node. */
    double perNode() {
        return perNode;
    }

    /** Fewest accelerators that are meant of one rack. */
    double perRack() {
        return perRack;
    }

    /** Visits so many equal elements; returns the accelerators meant of one of them. */
    private double visit(Element e, List<Address.Step> steps, double times) {
        if (e instanceof Accelerator) {
            counts.merge(e.name(), times, Double::sum);
            return 1;
        }
        double meant = 0;
        double all = 0;
        for (Part p : e.header().parts()) {
            boolean named = !steps.isEmpty() && steps.getFirst().role().equals(p.role());
            double start = 0;
            for (Part.Run r : p.runs()) {
                double n = r.count().si();
                Element type = design.get(r.type());
                all += n * accelerators(type);
                double taken = named ? overlap(steps.getFirst(), start, n) : n;
                start += n;
                if (!steps.isEmpty() && !named) continue;
                List<Address.Step> rest = named ? steps.subList(1, steps.size()) : steps;
                if (taken > 0) meant += taken * visit(type, rest, times * taken);
            }
        }
        if (meant > 0) keep(e, meant);
        double share = all > 0 ? meant / all : 1;
        counts.merge(e.name(), times * share, Double::sum);
        return meant;
    }

    private void keep(Element e, double meant) {
        if (e instanceof Node n) {
            node = n;
            perNode = Math.min(perNode, meant);
        } else if (e instanceof Rack r) {
            rack = r;
            racks.add(r);
            perRack = Math.min(perRack, meant);
        }
    }

    private double accelerators(Element e) {
        if (e instanceof Accelerator) return 1;
        double n = 0;
        for (Part p : e.header().parts()) {
            for (Part.Run r : p.runs()) {
                n += r.count().si() * accelerators(design.get(r.type()));
            }
        }
        return n;
    }

    private static double overlap(Address.Step step, double start, double count) {
        if (step.all()) return count;
        double last = Math.min(step.to() + 1, start + count);
        return Math.max(0, last - Math.max(step.from(), start));
    }
}
