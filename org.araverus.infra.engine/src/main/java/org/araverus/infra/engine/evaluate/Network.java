// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Address;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Link;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Value;
import org.jspecify.annotations.Nullable;

/**
 * The levels of the network between the accelerators of a host, from below: scale-up domains of
 * node and rack, then the tiers of the cluster's network.
 */
final class Network {

    /**
     * A value with how it was made.
     *
     * @param made null if the text gives it as it is
     */
    record Sized(Value value, @Nullable Derivation made) {}

    /**
     * One level.
     *
     * @param topology that it belongs to
     * @param name for people
     * @param domain accelerators that reach each other on this level or below
     * @param rate of one accelerator in one direction, before oversubscription
     * @param oversubscription of all tiers on the way up
     * @param scaleUp whether it is a scale-up domain
     */
    record Level(
            Topology topology,
            String name,
            double domain,
            Sized rate,
            Sized oversubscription,
            Value latency,
            Value efficiency,
            Value halfSize,
            boolean scaleUp) {}

    private static final String SHARE = "oversubscription";
    private static final String LINKS = "network links";
    private static final Sized NO_OVERSUBSCRIPTION =
            new Sized(
                    Value.of(1, Origin.NOWHERE),
                    Derivation.lawful("oversubscription", 1, "", "nothing below is thinned"));

    private final Design design;
    private final Selection host;
    private final Assumptions assumptions;
    private final List<Level> levels = new ArrayList<>();

    private Network(Design design, Selection host, Assumptions assumptions) {
        this.design = design;
        this.host = host;
        this.assumptions = assumptions;
    }

    /**
     * The levels between the accelerators of a host; empty where accelerators are not connected.
     *
     * @param address of the host, whose element holds the network
     */
    static List<Level> levels(
            Design design, Address address, Selection host, Assumptions assumptions) {
        Network n = new Network(design, host, assumptions);
        Accelerator a = host.accelerator();
        if (a == null) return List.of();
        Node node = host.node();
        Rack rack = host.rack();
        if (node != null && node.scaleUp().isElement()) {
            n.scaleUp(a, design.get(node.scaleUp()), host.perNode());
        }
        if (rack != null && rack.scaleUp().isElement()) {
            n.scaleUp(a, design.get(rack.scaleUp()), host.perRack());
        }
        if (design.elements().get(address.element()) instanceof Cluster c
                && c.network().isElement()) {
            n.scaleOut(design.get(c.network()));
        }
        return n.levels;
    }

    private void scaleUp(Accelerator a, Topology topology, double domain) {
        Ref<Link> link = topology.link();
        add(
                topology,
                "scale-up links",
                domain,
                new Sized(a.scaleUp().bandwidth(), null),
                NO_OVERSUBSCRIPTION,
                link,
                true);
    }

    private void scaleOut(Topology topology) {
        double all = host.accelerators();
        if (!topology.tier().isEmpty()) {
            tiers(topology, all);
            return;
        }
        Sized rate = rate(topology.link());
        double tiers = topology.tiers().orElse(0);
        if (!topology.switch_().isElement() || tiers == 1) {
            add(topology, LINKS, all, rate, NO_OVERSUBSCRIPTION, topology.link(), false);
            return;
        }
        double over = topology.oversubscription().orElse(1);
        double radix = design.get(topology.switch_()).ports().si();
        double down = Math.floor(radix * over / (over + 1));
        if (down < 2) {
            add(topology, LINKS, all, rate, NO_OVERSUBSCRIPTION, topology.link(), false);
            return;
        }
        double domain = down * topology.rails().orElse(1) * perEndpoint();
        Sized share = NO_OVERSUBSCRIPTION;
        for (int tier = 1; tier == 1 || (tiers == 0 ? reached() < all : tier <= tiers); tier++) {
            boolean top = tiers == tier || domain >= all;
            String name = "links of tier " + tier;
            add(topology, name, top ? all : domain, rate, share, topology.link(), false);
            domain *= down;
            share = thinned(topology.oversubscription(), share, tier);
        }
    }

    private void tiers(Topology topology, double all) {
        Sized share = NO_OVERSUBSCRIPTION;
        for (int i = 0; i < topology.tier().size(); i++) {
            Named<Topology.Tier> named = topology.tier().get(i);
            Topology.Tier tier = named.value();
            Ref<Link> link = tier.link().isAbsent() ? topology.link() : tier.link();
            share = thinned(tier.oversubscription(), share, 1);
            double domain = tier.endpoints().si() * perEndpoint();
            boolean top = i == topology.tier().size() - 1;
            String name = "links of tier " + named.name();
            double here = top ? Math.max(all, domain) : domain;
            add(topology, name, here, rate(link), share, link, false);
        }
    }

    /**
     * The oversubscription of a tier over that of those below.
     *
     * @param times how often the value is a factor of it
     */
    private static Sized thinned(Value own, Sized below, int times) {
        double over = own.orElse(1);
        double factor = below.value.si();
        Value all = Value.of(over * factor, own.spread() * times * factor, own.origin());
        Derivation here =
                own.isAbsent()
                        ? Derivation.lawful(SHARE, 1, "", Laws.DEFAULT)
                        : Derivation.given(SHARE, own, "");
        if (below.made == NO_OVERSUBSCRIPTION.made) return new Sized(all, here);
        Derivation under =
                below.made == null ? Derivation.given(SHARE, below.value, "") : below.made;
        String name = "oversubscription of all tiers below";
        return new Sized(
                all, Derivation.made(name, over * factor, "sum.times", List.of(here, under)));
    }

    private double reached() {
        return levels.isEmpty() ? 0 : levels.getLast().domain;
    }

    private void add(
            Topology topology,
            String name,
            double domain,
            Sized rate,
            Sized over,
            Ref<Link> link,
            boolean scaleUp) {
        double here = Math.min(domain, host.accelerators());
        if (here <= reached() || levels.size() == Cells.LEVELS) return;
        Link kind = link.isElement() ? design.get(link) : null;
        Origin at = kind == null ? link.origin() : kind.origin();
        Defaults.Of d = scaleUp ? Defaults.SCALE_UP : Defaults.SCALE_OUT;
        levels.add(
                new Level(
                        topology,
                        name,
                        here,
                        rate,
                        over,
                        or(kind == null ? null : kind.latency(), d.latency(), "s", at, "latency"),
                        or(
                                kind == null ? null : kind.efficiency(),
                                d.efficiency(),
                                "%",
                                at,
                                "efficiency"),
                        or(
                                kind == null ? null : kind.halfSize(),
                                d.halfSize(),
                                "B",
                                at,
                                "half_size"),
                        scaleUp));
    }

    private Value or(
            @Nullable Value written, double otherwise, String unit, Origin at, String name) {
        Value v = written == null ? Value.absent(at.child(name)) : written;
        return assumptions.or(v, otherwise, unit, Defaults.LINK_LAW);
    }

    /** What one accelerator gets of the adapters of its node, at most the link's rate each. */
    private Sized rate(Ref<Link> link) {
        Value wire = link.isElement() ? design.get(link).bandwidth() : link.quantity();
        Value adapters = adapters();
        Value v = adapters != null && adapters.si() < wire.si() ? adapters : wire;
        double each = 1 / perEndpoint();
        Value mine = Value.of(v.si() * each, v.spread() * each, v.origin());
        if (each == 1) return new Sized(mine, null);
        Derivation endpoints =
                Derivation.lawful("adapters of an accelerator", each, "", Laws.COUNTED);
        Derivation one = Derivation.given("rate of an adapter", v, "B/s");
        return new Sized(
                mine, Derivation.made("rate", mine.si(), "sum.times", List.of(endpoints, one)));
    }

    /** Accelerators that share one endpoint of the network: an adapter, else themselves. */
    private double perEndpoint() {
        double nics = count(host.node());
        return nics == 0 ? 1 : accelerators(host.node()) / nics;
    }

    private @Nullable Value adapters() {
        Node node = host.node();
        if (node == null) return null;
        for (Part p : node.header().parts()) {
            for (Part.Run r : p.runs()) {
                if (design.get(r.type()) instanceof Nic nic) return nic.bandwidth();
            }
        }
        return null;
    }

    private double count(@Nullable Node node) {
        return of(node, Nic.class);
    }

    private double accelerators(@Nullable Node node) {
        return of(node, Accelerator.class);
    }

    private double of(@Nullable Node node, Class<?> kind) {
        if (node == null) return 0;
        double n = 0;
        for (Part p : node.header().parts()) {
            for (Part.Run r : p.runs()) {
                if (kind.isInstance(design.get(r.type()))) n += r.count().si();
            }
        }
        return n;
    }
}
