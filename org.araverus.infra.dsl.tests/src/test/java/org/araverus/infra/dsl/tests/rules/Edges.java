// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.rules;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Coolant;
import org.araverus.infra.engine.design.Cpu;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Medium;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Redundancy;
import org.araverus.infra.engine.design.Site;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.rules.Parts;
import org.araverus.infra.engine.structure.ModelParameters;
import org.araverus.infra.engine.structure.Structure;

/**
 * Where rules begin to speak, computed from a design by other means than the rules' own: sums over
 * its structure, and the relation that the rule's page states.
 */
final class Edges {
    private Edges() {}

    /** On which side of its edge a rule speaks. */
    enum Side {
        BELOW,
        ABOVE
    }

    /**
     * An attribute that carries an element over the edge of a rule.
     *
     * @param at the last value at which the rule is silent; NaN where the element has no such edge
     */
    record Edge<E extends Element>(
            String rule,
            Class<E> kind,
            String attribute,
            Side side,
            ToDoubleBiFunction<E, Design> at) {
        /** The edge in an element; NaN where it has none. */
        double of(Element e, Design design) {
            return kind.isInstance(e) ? at.applyAsDouble(kind.cast(e), design) : Double.NaN;
        }
    }

    static List<Edge<?>> all() {
        return List.of(
                new Edge<>(
                        "rack-power-over-budget",
                        Rack.class,
                        "power.budget",
                        Side.BELOW,
                        (r, d) -> capped(r) ? Double.NaN : Parts.nameplate(r, d)),
                new Edge<>(
                        "feeds-cannot-carry-budget",
                        Rack.class,
                        "power.feed.limit",
                        Side.BELOW,
                        Edges::feed),
                new Edge<>(
                        "rack-heat-over-air",
                        Rack.class,
                        "cooling.air",
                        Side.BELOW,
                        (r, d) -> heat(r, d, false)),
                new Edge<>(
                        "rack-heat-over-liquid",
                        Rack.class,
                        "cooling.liquid",
                        Side.BELOW,
                        (r, d) -> some(heat(r, d, true))),
                new Edge<>(
                        "liquid-flow-too-small",
                        Rack.class,
                        "cooling.flow",
                        Side.BELOW,
                        Edges::flow),
                new Edge<>(
                        "inlet-outside-node-range",
                        Rack.class,
                        "cooling.inlet",
                        Side.ABOVE,
                        Edges::inlet),
                new Edge<>(
                        "rack-units-exceeded",
                        Rack.class,
                        "size",
                        Side.BELOW,
                        (r, d) -> some(sum(r, d, Edges::height))),
                new Edge<>(
                        "rack-weight-exceeded",
                        Rack.class,
                        "weight_limit",
                        Side.BELOW,
                        (r, d) -> some(sum(r, d, Edges::weight))),
                new Edge<>(
                        "supply-below-wet-bulb",
                        Site.class,
                        "wet_bulb",
                        Side.ABOVE,
                        Edges::wetBulb),
                new Edge<>(
                        "node-nameplate-below-parts",
                        Node.class,
                        "power.max",
                        Side.BELOW,
                        (n, d) -> some(sum(n, d, Edges::limit))),
                new Edge<>(
                        "price-below-parts",
                        Node.class,
                        "price",
                        Side.BELOW,
                        (n, d) -> some(sum(n, d, Edges::price))),
                new Edge<>(
                        "usable-above-capacity",
                        Accelerator.class,
                        "memory.usable",
                        Side.ABOVE,
                        (a, d) -> a.memory().capacity().si()),
                new Edge<>(
                        "idle-above-limit",
                        Accelerator.class,
                        "power.idle",
                        Side.ABOVE,
                        (a, d) -> a.power().limit().si()),
                new Edge<>(
                        "idle-above-limit",
                        Switch.class,
                        "power.idle",
                        Side.ABOVE,
                        (s, d) -> s.power().max().si()),
                new Edge<>(
                        "peak-of-smaller-format-lower",
                        Accelerator.class,
                        "peak.fp4",
                        Side.BELOW,
                        (a, d) -> a.peak().fp8().si()),
                new Edge<>(
                        "nic-faster-than-host-link",
                        Accelerator.class,
                        "host.bandwidth",
                        Side.BELOW,
                        Edges::nics),
                new Edge<>(
                        "link-faster-than-switch-port",
                        Topology.class,
                        "link",
                        Side.ABOVE,
                        Edges::port),
                new Edge<>("link-beyond-reach", Topology.class, "length", Side.ABOVE, Edges::reach),
                new Edge<>(
                        "published-parameters-differ",
                        Model.class,
                        "published.parameters",
                        Side.BELOW,
                        (m, d) -> ModelParameters.total(m) / 1.01 * (1 + 1e-12)),
                new Edge<>(
                        "sequence-over-context",
                        Workload.class,
                        "sequence",
                        Side.ABOVE,
                        Edges::context));
    }

    private static double some(double sum) {
        return sum > 0 ? sum : Double.NaN;
    }

    /** Clocks keep the limits of such a rack: nothing is over. */
    private static boolean capped(Rack r) {
        return r.power().capping().orElse(false);
    }

    private static double feed(Rack r, Design d) {
        if (capped(r)) return Double.NaN;
        double feeds = r.power().feeds().si();
        double left =
                switch (r.power().redundancy().orElse(Redundancy.N)) {
                    case N -> feeds;
                    case N_PLUS_1 -> feeds - 1;
                    case TWO_N -> feeds / 2;
                };
        double budget = r.power().budget().si();
        double derating = r.power().feed().derating().orElse(0.8);
        double limit = budget / (left * derating);
        // the least number whose rounded product carries it
        return left * (limit * derating) < budget ? Math.nextUp(limit) : limit;
    }

    /** Sum over the direct parts of what one of a type gives; a type that gives nothing is 0. */
    private static double sum(Element e, Design d, BiFunction<Element, Design, Double> each) {
        double all = 0;
        for (Part p : e.header().parts()) {
            for (Part.Run r : p.runs()) {
                all += r.count().si() * each.apply(d.get(r.type()), d);
            }
        }
        return all;
    }

    private static double heat(Rack rack, Design design, boolean liquid) {
        if (rack.cooling().throttling().orElse(false)) return Double.NaN;
        return sum(
                rack,
                design,
                (e, d) -> {
                    double share = e instanceof Node n ? share(n) : 0;
                    return Parts.nameplate(e, d) * (liquid ? share : 1 - share);
                });
    }

    private static double share(Node n) {
        boolean liquid = n.cooling().medium().orElse(Medium.air) == Medium.liquid;
        return n.cooling().liquidShare().orElse(liquid ? 1 : 0);
    }

    private static double flow(Rack r, Design d) {
        Coolant c = r.cooling().coolant().orElse(Coolant.pg25);
        double carried = c.density() * c.heatCapacity() * r.cooling().rise().si();
        return some(heat(r, d, true) / carried);
    }

    private static double inlet(Rack rack, Design design) {
        double least = Double.POSITIVE_INFINITY;
        for (Part p : rack.header().parts()) {
            for (Part.Run r : p.runs()) {
                if (design.get(r.type()) instanceof Node n
                        && !n.cooling().medium().is(Medium.liquid)
                        && n.cooling().inlet().isKnown()) {
                    least = Math.min(least, n.cooling().inlet().high());
                }
            }
        }
        return Double.isInfinite(least) ? Double.NaN : least;
    }

    private static double wetBulb(Site site, Design design) {
        double least = Double.POSITIVE_INFINITY;
        for (Element e : design.elements().values()) {
            if (e instanceof Cluster c && site.name().equals(c.site().name())) {
                for (Part p : c.header().parts()) {
                    for (Part.Run r : p.runs()) {
                        if (design.get(r.type()) instanceof Rack rack
                                && rack.cooling().supply().isKnown()) {
                            least = Math.min(least, rack.cooling().supply().si());
                        }
                    }
                }
            }
        }
        return Double.isInfinite(least) ? Double.NaN : least - site.cooling().approach().orElse(0);
    }

    private static double height(Element e, Design d) {
        return e instanceof Node n
                ? n.size().orElse(0)
                : e instanceof Switch s ? s.size().orElse(0) : 0;
    }

    private static double weight(Element e, Design d) {
        return e instanceof Node n
                ? n.weight().orElse(0)
                : e instanceof Switch s ? s.weight().orElse(0) : 0;
    }

    private static double limit(Element e, Design d) {
        return switch (e) {
            case Accelerator a -> a.power().limit().orElse(0);
            case Cpu c -> c.power().limit().orElse(0);
            case Nic n -> n.power().max().orElse(0);
            case Switch s -> s.power().max().orElse(0);
            default -> 0.0;
        };
    }

    private static double price(Element e, Design d) {
        return switch (e) {
            case Accelerator a -> a.price().orElse(0);
            case Cpu c -> c.price().orElse(0);
            case Nic n -> n.price().orElse(0);
            case Switch s -> s.price().orElse(0);
            default -> 0.0;
        };
    }

    /** The most that the adapters of a node bring each of its accelerators. */
    private static double nics(Accelerator accelerator, Design design) {
        double most = 0;
        for (Element e : design.elements().values()) {
            if (e instanceof Node n && Structure.count(n, accelerator.name(), design) > 0) {
                double rate =
                        sum(n, design, (p, d) -> p instanceof Nic i ? i.bandwidth().si() : 0.0);
                most = Math.max(most, rate / Structure.accelerators(n, design));
            }
        }
        return some(most);
    }

    private static double port(Topology t, Design d) {
        boolean plain = t.tier().isEmpty() && t.switch_().isElement();
        return plain ? d.get(t.switch_()).bandwidth().si() : Double.NaN;
    }

    private static double context(Workload w, Design d) {
        Value context = d.get(w.model()).context();
        return w.sequence().isKnown() ? context.si() : Double.NaN;
    }

    /** How often each edge was met; for the claim that every one is. */
    static void count(Map<String, Integer> met, Edge<?> edge) {
        met.merge(
                edge.rule() + " by " + edge.kind().getSimpleName() + " " + edge.attribute(),
                1,
                Integer::sum);
    }

    /** Reach of the link of a topology that says how long its cables are. */
    private static double reach(Topology t, Design d) {
        return t.length().isKnown() && t.tier().isEmpty()
                ? d.get(t.link()).reach().si()
                : Double.NaN;
    }
}
