// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Address;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.State;
import org.araverus.infra.engine.design.Topology;

/** The accelerators that an address means. */
public final class Fleet {
    private final Design design;
    private final Map<String, Double> types = new TreeMap<>();
    private final Map<Topology, Double> domains = new LinkedHashMap<>();
    private double lone;

    private Fleet(Design design) {
        this.design = design;
    }

    /** The accelerators under an address. */
    public static Fleet of(Address host, Design design) {
        Element e = design.get(Ref.to(host.element(), new Origin(host.element(), "")));
        Fleet fleet = new Fleet(design);
        fleet.visit(e, host.steps(), 1, false);
        return fleet;
    }

    /** How many. */
    public double count() {
        return types.values().stream().mapToDouble(d -> d).sum();
    }

    /** Their types by name, with how many of each. */
    public Map<String, Double> types() {
        return types;
    }

    /** The one type; the first by name where there are several. */
    public Accelerator accelerator() {
        return (Accelerator) design.elements().get(types.keySet().iterator().next());
    }

    /** Accelerators of the smallest scale-up domain; 1 where some are in none. */
    public double domain() {
        return lone > 0 ? 1 : domains.values().stream().mapToDouble(d -> d).min().orElse(1);
    }

    /** The topology of the smallest scale-up domain. */
    public Optional<Topology> scaleUp() {
        return domains.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** Accelerators below an element that go by this number; returns how many one of it has. */
    private double visit(Element e, List<Address.Step> steps, double times, boolean inside) {
        if (e instanceof Accelerator) {
            types.merge(e.name(), times, Double::sum);
            if (!inside) {
                lone += times;
            }
            return 1;
        }
        Ref<Topology> scaleUp = inside ? none(e.name()) : scaleUp(e);
        double mine = 0;
        for (Part p : e.header().parts()) {
            boolean named = !steps.isEmpty() && steps.get(0).role().equals(p.role());
            if (!steps.isEmpty() && !named) {
                continue;
            }
            double start = 0;
            for (Part.Run r : p.runs()) {
                double n = named ? overlap(steps.get(0), start, r.count().si()) : r.count().si();
                start += r.count().si();
                if (n > 0) {
                    List<Address.Step> rest = named ? steps.subList(1, steps.size()) : steps;
                    mine +=
                            n
                                    * visit(
                                            design.get(r.type()),
                                            rest,
                                            times * n,
                                            inside || !scaleUp.isAbsent());
                }
            }
        }
        if (!scaleUp.isAbsent() && mine > 0) {
            domains.merge(design.get(scaleUp), mine, Math::min);
        }
        return mine;
    }

    private static double overlap(Address.Step step, double start, double count) {
        if (step.all()) {
            return count;
        }
        return Math.max(0, Math.min(step.to() + 1, start + count) - Math.max(step.from(), start));
    }

    private static Ref<Topology> scaleUp(Element e) {
        return switch (e) {
            case Node n -> n.scaleUp();
            case Rack r -> r.scaleUp();
            default -> none(e.name());
        };
    }

    /** The network between the domains of a host; absent where it has none. */
    public static Ref<Topology> network(Address host, Design design) {
        Element e = design.elements().get(host.element());
        return e instanceof Cluster c ? c.network() : none(host.element());
    }

    private static Ref<Topology> none(String element) {
        return Ref.none(State.ABSENT, new Origin(element, ""));
    }
}
