// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Workload;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of all placements and of their fleet, with inputs as a change makes them. What
 * cannot be computed is left out.
 */
final class Pass {

    /** The load at which a peak is told. */
    static final String AT_LIMIT = "all accelerators at their limit";

    private static final double[] SHARES = {0.5, 0.95, 0.99};
    private static final String[] PERCENTILES = {"p50", "p95", "p99"};

    /** Sees each metric while its number is in a frame. */
    @FunctionalInterface
    interface Sink {

        /**
         * A metric.
         *
         * @param of a workload, a cluster, or the evaluate itself
         * @param residual what the closed form misses of it beyond its inputs, relative
         * @param floor whether it is only the least that it can be
         */
        void see(
                Element of,
                String metric,
                Frame f,
                int cell,
                String unit,
                double residual,
                boolean floor);
    }

    private final Design design;
    private final Assumptions assumptions;
    private final Clocks clocks;
    private Clocks.Points points = Clocks.Points.RATED;
    private Clocks.Points peaks = Clocks.Points.RATED;
    private final List<Placed> placed;
    private final boolean whole;
    private final Map<Placed, Fleet.Hosts> hosts = new LinkedHashMap<>();
    private final Frame frame = new Frame();
    private final Fleet fleet;

    /**
     * The evaluation of placements.
     *
     * @param whole whether these are all of them, so that there is a fleet to speak of
     */
    Pass(
            Design design,
            Assumptions assumptions,
            Clocks clocks,
            List<Placed> placed,
            boolean whole) {
        this.design = design;
        this.assumptions = assumptions;
        this.clocks = clocks;
        this.placed = placed;
        this.whole = whole;
        for (Placed p : placed) hosts.put(p, Fleet.Hosts.of(p));
        this.fleet = new Fleet(design, new Tree(design), assumptions, frame);
    }

    /** What a placement leaves for the fleet. */
    private record Left(Kept load, Kept throughput, Kept promptShare, Kept promptTokens) {}

    /** A number of an earlier evaluation and how it came to be. */
    private record Kept(double value, @Nullable Derivation made) {
        static Kept of(Frame f, int cell, @Nullable Recording recording) {
            return new Kept(f.get(cell), recording == null ? null : recording.node(f, cell));
        }

        void put(Frame f, int cell) {
            f.input(cell, value, Laws.COUNTED);
            place(f, cell);
        }

        void place(Frame f, int cell) {
            if (made != null && f.probe instanceof Recording r) r.place(cell, made);
        }
    }

    /**
     * Evaluates all.
     *
     * @param recording keeps how numbers came to be; null for a re-run
     */
    void run(Change change, @Nullable Recording recording, Sink sink) {
        frame.change = change;
        points = clocks.solve(change, recording != null);
        peaks = clocks.atLimit(change, recording != null);
        Map<Placed, Left> left = new LinkedHashMap<>();
        for (Placed p : placed) {
            Plan plan = change == Change.NONE ? p.plan : change.of(p.plan);
            Probe probe = recording == null ? Probe.SILENT : recording.of(p);
            p.evaluate(plan, points.of(p), probe, frame);
            if (p.serves && frame.get(BATCH_LIMIT) < 1) continue;
            for (Outcome.Metric m : Outcome.metrics(p.serves)) see(p, m, sink);
            if (clocks.any() || p.plan.traits().capped()) see(p, Outcome.CLOCK, sink);
            if (p.apart()) for (Outcome.Metric m : Outcome.APART) see(p, m, sink);
            Plan.Keeps keeps = p.plan.traits().keeps();
            if (keeps.saves()) for (Outcome.Metric m : Outcome.SAVED_WORK) see(p, m, sink);
            if (keeps.goodput()) for (Outcome.Metric m : Outcome.KEPT) see(p, m, sink);
            left.put(
                    p,
                    new Left(
                            Kept.of(frame, UTILIZATION, recording),
                            Kept.of(frame, p.tokens(), recording),
                            Kept.of(frame, SHARE_OF_PROMPTS, recording),
                            Kept.of(frame, PROMPT_TOKENS, recording)));
            if (p.serves) floors(p, plan, recording != null, sink);
        }
        if (whole && !left.isEmpty() && left.size() == placed.size()) fleet(left, recording, sink);
    }

    private void see(Placed p, Outcome.Metric m, Sink sink) {
        sink.see(p.workload, m.name(), frame, m.cell(), m.unit(), m.residual(), false);
    }

    /** Percentiles in closed form are floors: no wait, nobody else in the engine. */
    private void floors(Placed p, Plan plan, boolean recorded, Sink sink) {
        boolean arriving = p.cut.load() == ServingState.Load.ARRIVALS;
        boolean overload = arriving && frame.get(OCCUPANCY) >= 1;
        Frame f = new Frame();
        for (int i = 0; i < SHARES.length; i++) {
            String name = "ttft." + PERCENTILES[i];
            double tokens = p.workload.prompt().quantile(SHARES[i]);
            if (!overload) {
                Probe probe = again(p, recorded);
                ServingState.promptFloor(
                        f, plan, p.cut.prompts(), p.apart(), points.of(p), tokens, probe);
            }
            floor(sink, p, name, overload ? frame : f, overload ? TTFT : PROMPT_TIME);
        }
        ServingState.tokenFloor(f, plan, p.cut.answers(), points.of(p), again(p, recorded));
        for (String percentile : PERCENTILES) floor(sink, p, "tpot." + percentile, f, TOKEN_STEP);
    }

    private static void floor(Sink sink, Placed p, String name, Frame f, int cell) {
        sink.see(p.workload, name, f, cell, "s", 0, true);
    }

    private Probe again(Placed p, boolean recorded) {
        return recorded ? new Recording(assumptions).of(p) : Probe.SILENT;
    }

    /** Power, heat and cost of the whole, of each cluster, and of each workload's tokens. */
    private void fleet(Map<Placed, Left> left, @Nullable Recording recording, Sink sink) {
        frame.watch(recording == null ? Probe.SILENT : recording);
        List<Element> elements = new ArrayList<>();
        left.forEach(
                (p, l) -> {
                    Element e = element(p);
                    if (elements.stream().noneMatch(k -> k == e)) elements.add(e);
                    attempt(() -> tokens(p, l, sink));
                });
        attempt(() -> whole(elements, left, sink));
        for (Element e : elements) {
            attempt(() -> cluster(e, left, sink));
            attempt(() -> deploy(e, sink));
        }
    }

    private Element element(Placed p) {
        return at(p).element();
    }

    private Fleet.Hosts at(Placed p) {
        Fleet.Hosts h = hosts.get(p);
        if (h == null) throw new IllegalStateException("a placement of another pass");
        return h;
    }

    /** What is missing for a metric leaves it out. */
    private static void attempt(Runnable metric) {
        try {
            metric.run();
        } catch (NotKnown e) {
            // the requirement that asks for it says so
        }
    }

    private void tokens(Placed p, Left left, Sink sink) {
        Fleet.Hosts h = at(p);
        fleet.start();
        load(p, left);
        left.throughput.put(frame, FLEET_THROUGHPUT);
        fleet.energyPerToken(h);
        sink.see(p.workload, "energy.per_token", frame, FLEET_TOKEN_ENERGY, "J/tok", 0, false);
        fleet.costPerToken(h);
        sink.see(p.workload, "cost.per_token", frame, FLEET_TOKEN_COST, "USD/tok", 0, false);
        if (p.serves) parts(p, left, sink);
    }

    /** Cost and energy of the tokens of prompts and of answers. */
    private void parts(Placed p, Left left, Sink sink) {
        left.promptShare.put(frame, FLEET_PROMPT_SHARE);
        left.promptTokens.put(frame, FLEET_PROMPT_TOKENS);
        fleet.parts();
        Workload w = p.workload;
        sink.see(w, "cost.per_input_token", frame, FLEET_INPUT_COST, "USD/tok", 0, false);
        sink.see(w, "cost.per_output_token", frame, FLEET_OUTPUT_COST, "USD/tok", 0, false);
        sink.see(w, "energy.per_input_token", frame, FLEET_INPUT_ENERGY, "J/tok", 0, false);
        sink.see(w, "energy.per_output_token", frame, FLEET_OUTPUT_ENERGY, "J/tok", 0, false);
    }

    /** Accelerators work as much as a workload makes them. */
    private void load(Placed p, Left left) {
        fleet.clock(points.of(p));
        fleet.load(left.load.value, Laws.COUNTED);
        left.load.place(frame, LOAD);
    }

    private void whole(List<Element> elements, Map<Placed, Left> left, Sink sink) {
        frame.same(ALL_PEAK, ZERO);
        frame.same(ALL_FACILITY, ZERO);
        for (Element element : elements) {
            fleet.start();
            fleet.load(1, AT_LIMIT);
            for (Placed p : on(element, left)) full(p);
            fleet.facility(element);
            Products.sum(frame, ALL_PEAK, ALL_PEAK, FLEET_DRAW);
            Products.sum(frame, ALL_FACILITY, ALL_FACILITY, FLEET_FACILITY);
        }
        Element e = design.evaluate();
        sink.see(e, "power.peak", frame, ALL_PEAK, "W", 0, false);
        sink.see(e, "power.facility", frame, ALL_FACILITY, "W", 0, false);
        frame.same(ALL_COST, ZERO);
        left.forEach(
                (p, l) -> {
                    fleet.start();
                    load(p, l);
                    fleet.add(at(p));
                    fleet.facility(element(p));
                    fleet.capex(at(p));
                    fleet.cost(element(p));
                    Products.sum(frame, ALL_COST, ALL_COST, FLEET_COST);
                });
        sink.see(e, "cost.per_hour", frame, ALL_COST, "USD/s", 0, false);
    }

    /** Adds the hosts of a placement with all accelerators at work. */
    private void full(Placed p) {
        fleet.clock(peaks.of(p));
        fleet.add(at(p));
    }

    private List<Placed> on(Element element, Map<Placed, Left> left) {
        return left.keySet().stream().filter(p -> element(p) == element).toList();
    }

    private void cluster(Element element, Map<Placed, Left> left, Sink sink) {
        if (!(element instanceof Cluster)) return;
        List<Placed> all = on(element, left);
        List<Fleet.Hosts> taken = all.stream().map(this::at).toList();
        fleet.start();
        fleet.load(1, AT_LIMIT);
        for (Placed p : all) full(p);
        fleet.addRest(element, taken);
        sink.see(element, "power.peak", frame, FLEET_DRAW, "W", 0, false);
        sink.see(element, "heat.air", frame, HEAT_AIR, "W", 0, false);
        sink.see(element, "heat.liquid", frame, HEAT_LIQUID, "W", 0, false);
        fleet.facility(element);
        sink.see(element, "power.facility", frame, FLEET_FACILITY, "W", 0, false);
        fleet.start();
        left.forEach(
                (p, l) -> {
                    if (element(p) != element) return;
                    load(p, l);
                    fleet.add(at(p));
                });
        fleet.addRest(element, taken);
        fleet.facility(element);
        fleet.capex(fleet.whole(element));
        fleet.cost(element);
        sink.see(element, "cost.per_hour", frame, FLEET_COST, "USD/s", 0, false);
    }

    private void deploy(Element element, Sink sink) {
        if (!(element instanceof Cluster c)) return;
        if (Deployment.of(design, c, assumptions, frame) == null) return;
        sink.see(c, "deploy.time", frame, DEPLOY_TIME, "s", 0, false);
    }
}
