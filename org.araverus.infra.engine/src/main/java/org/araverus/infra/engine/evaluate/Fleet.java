// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Cpu;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Link;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Site;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.physics.Cost;
import org.araverus.infra.engine.physics.Power;
import org.araverus.infra.engine.physics.Serving;
import org.araverus.infra.engine.physics.Sums;
import org.jspecify.annotations.Nullable;

/** Power, heat and cost of hosts. Each method leaves its result in the cells of the fleet. */
final class Fleet {

    /**
     * Hosts of one element at one load: the whole of it, or what an address means of it.
     *
     * @param element a cluster, a rack or a node
     * @param selection what is meant; the whole element counts all of its parts
     * @param share of the element's accelerators that is meant
     */
    record Hosts(Element element, Selection selection, double share) {

        /** Those of a placement. */
        static Hosts of(Placed p) {
            Element element = p.element();
            double all = Selection.of(p.design, Addresses.whole(element)).accelerators();
            return new Hosts(element, p.host, p.host.accelerators() / all);
        }
    }

    private final Design design;
    private final Assumptions assumptions;
    private final Frame f;
    private final Tree tree;
    private final Draws draws;
    private final Map<Element, Hosts> wholes = new IdentityHashMap<>();
    private final Map<Hosts, List<Tree.Counted>> parts = new IdentityHashMap<>();

    Fleet(Design design, Tree tree, Assumptions assumptions, Frame f) {
        this(design, tree, assumptions, f, new Draws(design, tree, assumptions, f));
    }

    /** Hosts that draw as given. */
    Fleet(Design design, Tree tree, Assumptions assumptions, Frame f, Draws draws) {
        this.design = design;
        this.tree = tree;
        this.assumptions = assumptions;
        this.f = f;
        this.draws = draws;
    }

    /** Begins a sum of draws. */
    void start() {
        draws.start();
    }

    /** Adds the draw of hosts, their share of switches and other parts included. */
    void add(Hosts hosts) {
        each(hosts, draws::add);
    }

    /** The load of accelerators that are added from now on: 0 (idle) to 1 (at the limit). */
    void load(double load, String law) {
        draws.load(load, law);
    }

    /** The clock of accelerators that are added from now on. */
    void clock(OperatingPoint point) {
        draws.clock(point);
    }

    /** Adds the draw of what is left of an element when others take some of it; it idles. */
    void addRest(Element element, List<Hosts> taken) {
        draws.load(0, "idle: no workload is placed there");
        Hosts all = whole(element);
        each(
                all,
                (e, n) -> {
                    double left = n;
                    for (Hosts h : taken) left -= part(h, e, n, all.selection());
                    if (left > 1e-9) draws.add(e, left);
                });
    }

    private double part(Hosts h, Element e, double n, Selection all) {
        return tree.accelerators(e) > 0 ? h.selection().count(e) * n / all.count(e) : h.share() * n;
    }

    /** Facility power from the IT power in its cell. */
    void facility(Element element) {
        Site site = site(element);
        Value pue = site == null ? Value.absent(element.origin().child("pue")) : site.pue();
        Value known = assumptions.or(pue, Defaults.PUE, "", Defaults.PUE_LAW);
        f.given(FLEET_PUE, known);
        f.set(
                FLEET_FACILITY,
                Power.facility(f.x[FLEET_DRAW], f.x[FLEET_PUE]),
                "power.facility",
                FLEET_DRAW,
                FLEET_PUE);
    }

    /** Price of hosts, USD. */
    void capex(Hosts hosts) {
        f.same(FLEET_CAPEX, ZERO);
        each(hosts, this::price);
    }

    /** Adds the price of so many elements: their own, or that of their parts. */
    private void price(Element e, double count) {
        if (count == 0) return;
        Value own = ownPrice(e);
        if (own.isAbsent() && e instanceof Link) return; // cables without a price come along
        if (own.isAbsent() && !e.header().parts().isEmpty()) {
            for (Tree.Counted p : tree.parts(e)) price(p.type(), count * p.count());
            return;
        }
        f.given(PRICE_EACH, own);
        f.given(BOXES, count, e.origin(), Laws.COUNTED);
        Products.times(f, PRICE_PART, BOXES, PRICE_EACH);
        Products.sum(f, FLEET_CAPEX, FLEET_CAPEX, PRICE_PART);
    }

    /** Cost of a second from the price and the facility power in their cells. */
    void cost(Element element) {
        double[] x = f.x;
        finance(element);
        f.set(
                FLEET_ANNUITY,
                Cost.annuity(x[FLEET_INTEREST], x[FLEET_LIFETIME]),
                "cost.annuity",
                FLEET_INTEREST,
                FLEET_LIFETIME);
        f.set(
                FLEET_CAPITAL,
                Cost.capital(x[FLEET_CAPEX], x[FLEET_ANNUITY], x[FLEET_UPKEEP]),
                "cost.capital",
                FLEET_CAPEX,
                FLEET_ANNUITY,
                FLEET_UPKEEP);
        Site site = site(element);
        Value price =
                site == null
                        ? Value.absent(element.origin().child("electricity"))
                        : site.electricity();
        Value known =
                assumptions.or(price, Defaults.ELECTRICITY, "USD/J", Defaults.ELECTRICITY_LAW);
        f.given(FLEET_PRICE, known);
        f.set(
                FLEET_ENERGY,
                Cost.energy(x[FLEET_FACILITY], x[FLEET_PRICE]),
                "cost.energy",
                FLEET_FACILITY,
                FLEET_PRICE);
        f.set(
                FLEET_COST,
                Cost.perHour(x[FLEET_CAPITAL], x[FLEET_ENERGY]),
                "cost.per_hour",
                FLEET_CAPITAL,
                FLEET_ENERGY);
    }

    private void finance(Element element) {
        if (element instanceof Cluster c) {
            Cluster.Finance fin = c.finance();
            given(FLEET_LIFETIME, fin.lifetime(), Defaults.LIFETIME, "s");
            given(FLEET_INTEREST, fin.interest(), Defaults.INTEREST, "%");
            given(FLEET_UPKEEP, fin.upkeep(), Defaults.UPKEEP, "%");
            return;
        }
        given(FLEET_LIFETIME, absent(element, "lifetime"), Defaults.LIFETIME, "s");
        given(FLEET_INTEREST, absent(element, "interest"), Defaults.INTEREST, "%");
        given(FLEET_UPKEEP, absent(element, "upkeep"), Defaults.UPKEEP, "%");
    }

    private static Value absent(Element e, String name) {
        return Value.absent(e.origin().child("finance." + name));
    }

    private void given(int cell, Value v, double otherwise, String unit) {
        Value known = assumptions.or(v, otherwise, unit, Defaults.FINANCE_LAW);
        f.given(cell, known);
    }

    /** Energy of a token of hosts, at the load and the throughput in their cells. */
    void energyPerToken(Hosts h) {
        add(h);
        facility(h.element());
        f.set(
                FLEET_TOKEN_ENERGY,
                Power.energyPerToken(f.x[FLEET_FACILITY], f.x[FLEET_THROUGHPUT]),
                "energy.per_token",
                FLEET_FACILITY,
                FLEET_THROUGHPUT);
    }

    /** Cost of a token of hosts, after its energy. */
    void costPerToken(Hosts h) {
        capex(h);
        cost(h.element());
        f.set(
                FLEET_TOKEN_COST,
                Cost.perToken(f.x[FLEET_COST], f.x[FLEET_THROUGHPUT]),
                "cost.per_token",
                FLEET_COST,
                FLEET_THROUGHPUT);
    }

    /**
     * Cost and energy of a token of a prompt and of an answer, by the share of the work in them.
     */
    void parts() {
        f.set(
                FLEET_ANSWER_SHARE,
                Sums.minus(f.x[ONE], f.x[FLEET_PROMPT_SHARE]),
                "sum.minus",
                ONE,
                FLEET_PROMPT_SHARE);
        part(FLEET_INPUT_COST, FLEET_PROMPT_SHARE, FLEET_COST, FLEET_PROMPT_TOKENS);
        part(FLEET_OUTPUT_COST, FLEET_ANSWER_SHARE, FLEET_COST, FLEET_THROUGHPUT);
        part(FLEET_INPUT_ENERGY, FLEET_PROMPT_SHARE, FLEET_FACILITY, FLEET_PROMPT_TOKENS);
        part(FLEET_OUTPUT_ENERGY, FLEET_ANSWER_SHARE, FLEET_FACILITY, FLEET_THROUGHPUT);
    }

    private void part(int out, int share, int whole, int tokens) {
        f.set(
                out,
                Serving.partPerToken(f.x[share], f.x[whole], f.x[tokens]),
                "serving.part_per_token",
                share,
                whole,
                tokens);
    }

    private interface Visit {
        void see(Element e, double count);
    }

    /**
     * The direct parts of the hosts' element with how many of each are meant: those that hold
     * accelerators as selected, others by the share; a rack or node counts itself.
     */
    private void each(Hosts hosts, Visit visit) {
        List<Tree.Counted> all = parts.get(hosts);
        if (all == null) {
            all = meant(hosts);
            parts.put(hosts, all);
        }
        for (Tree.Counted p : all) visit.see(p.type(), p.count());
    }

    private List<Tree.Counted> meant(Hosts hosts) {
        Element root = hosts.element();
        double share = hosts.share();
        if (!(root instanceof Cluster c)) return List.of(new Tree.Counted(root, share));
        List<Tree.Counted> all = new ArrayList<>();
        for (Tree.Counted p : tree.parts(root)) {
            double n =
                    tree.accelerators(p.type()) > 0
                            ? hosts.selection().count(p.type()) * ofRun(root, p)
                            : p.count() * share;
            all.add(new Tree.Counted(p.type(), n));
        }
        Switches.of(design, c).forEach((s, n) -> all.add(new Tree.Counted(s, n * share)));
        Switches.links(design, c).forEach((l, n) -> all.add(new Tree.Counted(l, n * share)));
        return all;
    }

    /** The share of one run among all runs of its type. */
    private double ofRun(Element root, Tree.Counted run) {
        double all = 0;
        for (Tree.Counted p : tree.parts(root)) {
            if (p.type().name().equals(run.type().name())) all += p.count();
        }
        return all == 0 ? 0 : run.count() / all;
    }

    /** The type of accelerator inside an element; null where there is none. */
    @Nullable Accelerator accelerator(Element e) {
        return tree.accelerator(e);
    }

    /** All hosts of an element. */
    Hosts whole(Element element) {
        return wholes.computeIfAbsent(
                element, e -> new Hosts(e, Selection.of(design, Addresses.whole(e)), 1));
    }

    @Nullable Site site(Element element) {
        return element instanceof Cluster c && c.site().isElement() ? design.get(c.site()) : null;
    }

    private static Value ownPrice(Element e) {
        return switch (e) {
            case Accelerator a -> a.price();
            case Cpu c -> c.price();
            case Nic n -> n.price();
            case Switch s -> s.price();
            case Link l -> l.price();
            case Node n -> n.price();
            case Rack r -> r.price();
            default -> Value.absent(e.origin().child("price"));
        };
    }
}
