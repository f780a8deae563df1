// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Coolant;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Redundancy;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Site;
import org.araverus.infra.engine.design.Term;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.evaluate.Evaluation.Headroom;
import org.araverus.infra.engine.evaluate.Evaluation.Layer;
import org.araverus.infra.engine.evaluate.Evaluation.Verdict;
import org.araverus.infra.engine.physics.Cooling;
import org.araverus.infra.engine.structure.Feeds;
import org.araverus.infra.engine.structure.Room;
import org.araverus.infra.engine.structure.Structure;

/**
 * Demands against limits: what placements take of memory and links, and what their racks and sites
 * have to give. A limit that no text gives, or a demand that is not known, has no row.
 */
final class Headrooms {

    static final String ACCELERATOR_MEMORY = "accelerator memory";

    private final Design design;
    private final Draws draws;
    private final Clocks clocks;
    private final Change change;
    private final Frame frame = new Frame();
    private final List<Headroom> all = new ArrayList<>();

    Headrooms(Design design, Clocks clocks) {
        this(design, clocks, Change.NONE);
    }

    /** With limits and inputs as a change makes them. */
    Headrooms(Design design, Clocks clocks, Change change) {
        this.change = change;
        this.clocks = clocks;
        this.design = design;
        this.draws = new Draws(design, new Tree(design), new Assumptions(), frame);
        frame.change = change;
    }

    /** Layer by layer, in the order found. */
    List<Headroom> all() {
        all.sort(Comparator.comparing(Headroom::layer));
        return List.copyOf(all);
    }

    /** What a placement takes: one that has no room for a request, the memory of that. */
    void placed(Placed p, OperatingPoint point) {
        Frame f = new Frame();
        f.change = change;
        p.evaluate(change.of(p.plan), point, Probe.SILENT, f);
        if (p.serves && f.get(BATCH_LIMIT) < 1) {
            double held = 0;
            for (Evaluation.Share s : Outcome.oneRequest(f)) held += s.value();
            memory(p, held);
            return;
        }
        placed(p, f, point);
    }

    private void placed(Placed p, Frame f, OperatingPoint point) {
        memory(p, f.get(M_PEAK));
        if (p.serves) {
            add(
                    Layer.MEMORY,
                    "requests of an engine",
                    p.workload,
                    f.get(REQUESTS),
                    f.get(BATCH_LIMIT),
                    "req",
                    p.plan.origins()[CAPACITY]);
            serving(p, f);
        }
        links(p, f, point);
    }

    /** Bytes on the fullest accelerator against what fits, or what engines take of it. */
    private void memory(Placed p, double held) {
        double limit = p.memoryLimit();
        Origin fits = p.plan.origins()[CAPACITY];
        add(Layer.MEMORY, ACCELERATOR_MEMORY, p.workload, held, limit, "B", fits);
    }

    /** Requests that are asked for against those of full engines; prompts against their time. */
    private void serving(Placed p, Frame f) {
        if (p.cut.load() != ServingState.Load.ARRIVALS) return;
        Origin engines = p.workload.origin().child("decode");
        add(
                Layer.SERVING,
                "requests answered",
                p.workload,
                f.get(ASKED),
                f.get(CAPACITY_REQUESTS),
                "req/s",
                engines);
        double load = f.get(ARRIVALS) / f.get(READING_RANKS) * f.get(PROMPT_EACH);
        add(Layer.SERVING, "time for prompts", p.workload, load, 1, "%", engines);
    }

    /**
     * The share of a step or of a token's time that a level of the network is busy: what exchanges
     * take with nothing hidden, less what they would take on links without limit.
     */
    private void links(Placed p, Frame f, OperatingPoint point) {
        List<Network.Level> levels =
                Network.levels(design, p.placement.host(), p.host, new Assumptions());
        double[] shown = change.of(p.plan).values().clone();
        for (int cell : new int[] {SHOWN_TP, SHOWN_CP, SHOWN_EP, SHOWN_PP, SHOWN_DP}) {
            shown[cell] = 1;
        }
        double exchanges = exchanges(p, shown, point);
        double time = f.get(p.serves ? TOKEN_STEP : STEP);
        for (int i = 0; i < levels.size(); i++) {
            double[] v = shown.clone();
            v[RATE + i] = Double.POSITIVE_INFINITY;
            double busy = (exchanges - exchanges(p, v, point)) / time;
            Network.Level level = levels.get(i);
            String what =
                    "%s of %s".formatted(level.name(), level.topology().header().simpleName());
            Origin rate = level.rate().value().origin();
            if (busy > 0) add(Layer.NETWORK, what, p.workload, busy, 1, "%", rate);
        }
    }

    private static double exchanges(Placed p, double[] inputs, OperatingPoint point) {
        Frame f = new Frame();
        p.evaluate(p.plan.with(inputs), point, Probe.SILENT, f);
        double sum = f.get(B_TENSOR) + f.get(B_EXPERT) + f.get(B_PIPELINE);
        return p.serves ? sum : sum + f.get(B_CONTEXT) + f.get(DP_SHOWN);
    }

    private void add(
            Layer layer,
            String what,
            Element subject,
            double demand,
            double limit,
            String unit,
            Origin limitFrom) {
        Origin from = subject.origin();
        all.add(
                new Headroom(
                        layer,
                        what,
                        subject.name(),
                        demand,
                        Double.NaN,
                        Double.NaN,
                        limit,
                        unit,
                        Double.NaN,
                        from,
                        limitFrom));
    }

    /** What hosts ask of their racks and sites. */
    void hosts(Set<Element> hosts, ToDoubleFunction<String> metrics) {
        Set<Rack> racks = new LinkedHashSet<>();
        Set<Site> sites = new LinkedHashSet<>();
        for (Element host : hosts) {
            racks(host, racks);
            if (host instanceof Cluster c && c.site().isElement()) sites.add(design.get(c.site()));
        }
        for (Rack r : racks) rack(r);
        for (Site s : sites) site(s, hosts, metrics);
    }

    private void racks(Element e, Set<Rack> found) {
        if (e instanceof Rack r) {
            found.add(r);
            return;
        }
        for (Part p : e.header().parts()) {
            for (Part.Run r : p.runs()) {
                if (r.type().isElement()) racks(design.get(r.type()), found);
            }
        }
    }

    /** What some of an element asks for. */
    private interface Measure {
        double of(Element e, double count);
    }

    private double power(Element e, double count) {
        draws.start();
        draws.load(1, Pass.AT_LIMIT);
        draws.add(e, count);
        return frame.get(FLEET_DRAW);
    }

    private double air(Element e, double count) {
        power(e, count);
        return frame.get(HEAT_AIR);
    }

    private double liquid(Element e, double count) {
        power(e, count);
        return frame.get(HEAT_LIQUID);
    }

    private void rack(Rack r) {
        draws.clock(clocks.atLimit(r, change));
        part(Layer.POWER, "rack power", r, this::power, r.power().budget(), "W", LIMIT_RACK);
        attempt(() -> feeds(r));
        part(Layer.COOLING, "heat into the air", r, this::air, r.cooling().air(), "W", LIMIT_AIR);
        part(
                Layer.COOLING,
                "heat into the liquid",
                r,
                this::liquid,
                r.cooling().liquid(),
                "W",
                LIMIT_LIQUID);
        attempt(() -> flow(r));
        part(Layer.SPACE, "height", r, (e, n) -> room(e, n, true), r.size(), "m", LIMIT_HEIGHT);
        part(
                Layer.SPACE,
                "weight",
                r,
                (e, n) -> room(e, n, false),
                r.weightLimit(),
                "kg",
                LIMIT_WEIGHT);
    }

    private void feeds(Rack r) {
        Redundancy redundancy = r.power().redundancy().orElse(Redundancy.N);
        Feeds feeds = Feeds.of(r);
        if (!Feeds.can(feeds.count(), redundancy)) return;
        Value carry = Value.of(feeds.carry(), r.power().feed().limit().origin());
        part(Layer.POWER, "feeds that remain", r, this::power, carry, "W", LIMIT_FEED);
    }

    private void flow(Rack r) {
        Rack.Cooling c = r.cooling();
        double rise = c.rise().si();
        Coolant coolant = c.coolant().orElse(Coolant.pg25);
        Measure flow =
                (e, n) ->
                        Cooling.flow(liquid(e, n), coolant.density(), coolant.heatCapacity(), rise);
        part(Layer.COOLING, "flow of the liquid", r, flow, c.flow(), "m^3/s", LIMIT_FLOW);
    }

    /** Height or weight of the direct parts that say it; of a part its own. */
    private double room(Element e, double count, boolean height) {
        if (!(e instanceof Rack)) {
            Value own = height ? Room.height(e) : Room.weight(e);
            return count * own.orElse(0);
        }
        double sum = 0;
        for (Part p : e.header().parts()) {
            for (Part.Run r : p.runs()) {
                sum += room(design.get(r.type()), r.count().si(), height);
            }
        }
        return count * sum;
    }

    private void part(
            Layer layer,
            String what,
            Element of,
            Measure measure,
            Value limit,
            String unit,
            int cell) {
        attempt(
                () -> {
                    double most = changed(cell, limit);
                    double demand = kept(measure.of(of, 1), most);
                    if (demand == 0) return;
                    double more = more(of, measure, most - demand);
                    Origin from = of.origin();
                    all.add(
                            new Headroom(
                                    layer,
                                    what,
                                    of.name(),
                                    demand,
                                    Double.NaN,
                                    Double.NaN,
                                    most,
                                    unit,
                                    more,
                                    from,
                                    limit.origin()));
                });
    }

    /** A demand that clocks hold at its limit is that limit. */
    private static double kept(double demand, double limit) {
        return Math.abs(demand - limit) <= 1e-12 * demand ? limit : demand;
    }

    /** Accelerators in the whole boxes of an element that go into what is left. */
    private double more(Element of, Measure measure, double left) {
        for (Part p : of.header().parts()) {
            for (Part.Run r : p.runs()) {
                Element box = design.get(r.type());
                double inside = Structure.accelerators(box, design);
                double each = measure.of(box, 1);
                if (inside > 0 && each > 0) return Math.floor(left / each) * inside;
            }
        }
        return Double.NaN;
    }

    private void site(Site s, Set<Element> hosts, ToDoubleFunction<String> metrics) {
        double facility = 0;
        double heat = 0;
        double accelerators = 0;
        double box = 1;
        for (Element e : hosts) {
            if (!(e instanceof Cluster c) || !s.name().equals(c.site().name())) continue;
            facility += value(metrics, c, "power.facility");
            heat += value(metrics, c, "power.peak");
            accelerators += Structure.accelerators(c, design);
            box = Math.max(box, boxes(c));
        }
        double demand = facility;
        double rejected = heat;
        double boxes = accelerators / box;
        double inside = box;
        attempt(
                () ->
                        atSite(
                                s,
                                Layer.POWER,
                                "site power",
                                demand,
                                s.power().budget(),
                                LIMIT_SITE,
                                boxes,
                                inside));
        attempt(
                () ->
                        atSite(
                                s,
                                Layer.COOLING,
                                "site heat",
                                rejected,
                                s.cooling().capacity(),
                                LIMIT_PLANT,
                                boxes,
                                inside));
    }

    /** Accelerators of the first part that has some. */
    private double boxes(Cluster c) {
        for (Part p : c.header().parts()) {
            for (Part.Run r : p.runs()) {
                double inside = Structure.accelerators(design.get(r.type()), design);
                if (inside > 0) return inside;
            }
        }
        return 1;
    }

    /** Costs that a requirement limits. */
    void money(Requirement r, Verdict v) {
        boolean most = r.comparison().startsWith("<");
        if (!most || Double.isNaN(v.left()) || Double.isNaN(v.right())) return;
        if (!(r.left() instanceof Term.MetricOf m) || !m.metric().startsWith("cost.")) return;
        String of = m.element().isEmpty() ? r.origin().element() : m.element();
        all.add(
                new Headroom(
                        Layer.MONEY,
                        m.metric(),
                        of,
                        v.left(),
                        v.low(),
                        v.high(),
                        change.of(LIMIT_MONEY, v.right(), 0, r.origin()),
                        v.unit(),
                        Double.NaN,
                        new Origin(of, ""),
                        r.origin()));
    }

    private void atSite(
            Site s,
            Layer layer,
            String what,
            double asked,
            Value limit,
            int cell,
            double boxes,
            double inside) {
        double most = changed(cell, limit);
        double demand = kept(asked, most);
        double left = most - demand;
        if (!Double.isFinite(demand)) return;
        all.add(
                new Headroom(
                        layer,
                        what,
                        s.name(),
                        demand,
                        Double.NaN,
                        Double.NaN,
                        most,
                        "W",
                        Math.floor(left / (demand / boxes)) * inside,
                        s.origin(),
                        limit.origin()));
    }

    private static double value(ToDoubleFunction<String> metrics, Element of, String name) {
        return metrics.applyAsDouble(of.header().simpleName() + "." + name);
    }

    /** A limit as the change makes it. */
    private double changed(int cell, Value limit) {
        return change.of(cell, limit.si(), limit.spread(), limit.origin());
    }

    private static void attempt(Runnable row) {
        try {
            row.run();
        } catch (NotKnown e) {
            // a limit that nothing gives, a demand that is not known: no row
        }
    }
}
