// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.evaluate.Evaluation.Fidelity;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Evaluation.Run;
import org.araverus.infra.engine.evaluate.Evaluation.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the evaluate of a design in closed form: every placement, the fleet as a whole, the
 * requirements. The same design gives the same bits. What cannot be computed is absent, with a
 * reason; nothing is thrown for a design that is broken or incomplete.
 */
public final class ClosedForm {

    private static final double[] SHARES = {0.5, 0.95, 0.99};
    private static final String[] PERCENTILES = {"p50", "p95", "p99"};

    private final Design design;
    private final Evaluate evaluate;
    private final OperatingPoint point = OperatingPoint.RATED;
    private final Assumptions assumptions = new Assumptions();
    private final SortedMap<String, Result> metrics = new TreeMap<>();
    private final List<Run> runs = new ArrayList<>();
    private final Map<Placed, Double> loads = new LinkedHashMap<>();
    private final Headrooms headrooms;
    private final Frame frame = new Frame();
    private final SortedMap<String, Derivation> derivations = new TreeMap<>();
    private final @Nullable Recording recording;

    private ClosedForm(Design design, @Nullable Recording recording) {
        this.design = design;
        this.evaluate = design.evaluate();
        this.headrooms = new Headrooms(design);
        this.recording = recording;
    }

    /** The evaluation of a design that has an evaluate; throws {@link NotKnown} for one without. */
    public static Evaluation evaluate(Design design) {
        return new ClosedForm(design, null).evaluation();
    }

    /**
     * How each metric came to be, by name: the same computation, watched. Throws {@link NotKnown}
     * for a design without an evaluate.
     */
    public static SortedMap<String, Derivation> explain(Design design) {
        ClosedForm watched = new ClosedForm(design, new Recording());
        watched.evaluation();
        return watched.derivations;
    }

    private Evaluation evaluation() {
        for (Placement p : evaluate.placements()) place(p);
        fleet();
        Verdicts verdicts = new Verdicts(metrics);
        List<Verdict> answers = new ArrayList<>();
        for (Requirement r : requirements()) {
            Verdict v = verdicts.answer(r);
            answers.add(v);
            headrooms.money(r, v);
        }
        return new Evaluation(
                evaluate.name(),
                Fidelity.CLOSED_FORM,
                List.copyOf(runs),
                metrics,
                headrooms.all(),
                List.copyOf(answers),
                assumptions.all());
    }

    /** The evaluate's requirements, then those of its workloads. */
    private List<Requirement> requirements() {
        List<Requirement> all = new ArrayList<>(evaluate.requirements());
        for (Placement p : evaluate.placements()) {
            if (design.elements().get(p.workload().name()) instanceof Workload w)
                all.addAll(w.requirements());
        }
        return all;
    }

    private void place(Placement placement) {
        try {
            Placed placed = Placed.of(design, placement, assumptions);
            placed.evaluate(placed.plan, point, probe(placed), frame);
            if (placed.serves && frame.get(BATCH_LIMIT) < 1) {
                runs.add(full(placed));
                double held = 0;
                for (Evaluation.Share s : Outcome.oneRequest(frame)) held += s.value();
                headrooms.memory(placed, held);
                return;
            }
            workload(placed);
            loads.put(placed, frame.get(UTILIZATION));
            runs.add(run(placed));
            headrooms.placed(placed, frame, point);
            if (placed.serves) floors(placed);
        } catch (Placed.NoResult e) {
            runs.add(without(placement, e.reason()));
        }
    }

    /** The probe of an evaluation whose metrics are kept. */
    private Probe probe(Placed p) {
        return recording == null ? Probe.SILENT : recording.of(p.plan);
    }

    /** Keeps how the number in a cell came to be. */
    private void derive(String name, Frame f, int cell) {
        if (recording != null) derive(name, f, cell, recording);
    }

    private void workload(Placed p) {
        List<Outcome.Metric> all = Outcome.metrics(p.serves);
        double[] half = Outcome.halfWidths(p, point, all, frame);
        for (int i = 0; i < half.length; i++) {
            Outcome.Metric m = all.get(i);
            double value = frame.get(m.cell());
            metric(p.workload, m.name(), value, half[i], m.unit());
            derive(name(p.workload, m.name()), frame, m.cell());
        }
    }

    private void metric(Element of, String name, double value, double half, String unit) {
        double low = Double.isInfinite(value) ? value : Math.max(0, value - half);
        double high = Double.isInfinite(value) ? value : value + half;
        put(of, name, value, low, high, unit);
    }

    private static String name(Element of, String metric) {
        return of.header().simpleName() + "." + metric;
    }

    private void put(Element of, String name, double value, double low, double high, String unit) {
        metrics.put(
                name(of, name),
                new Result(value, low, high, unit, Fidelity.CLOSED_FORM, of.origin()));
    }

    /** Percentiles in closed form are floors: no wait, nobody else in the engine. */
    private void floors(Placed p) {
        boolean overload = frame.get(PROMPT_LOAD) >= 1;
        Frame f = new Frame();
        for (int i = 0; i < SHARES.length; i++) {
            String name = "ttft." + PERCENTILES[i];
            if (overload) {
                floor(p.workload, name, Double.POSITIVE_INFINITY);
                derive(name(p.workload, name), frame, TTFT);
                continue;
            }
            double tokens = Lengths.quantile(p.workload.prompt(), SHARES[i]);
            Probe probe = again(p);
            ServingState.promptFloor(f, p.plan, p.cut.prompts(), point, tokens, probe);
            floor(p.workload, name, f.get(PROMPT_TIME));
            derive(name(p.workload, name), f, PROMPT_TIME, probe);
        }
        Probe probe = again(p);
        ServingState.tokenFloor(f, p.plan, p.cut.answers(), point, probe);
        for (String percentile : PERCENTILES) {
            floor(p.workload, "tpot." + percentile, f.get(DECODE_STEP));
            derive(name(p.workload, "tpot." + percentile), f, DECODE_STEP, probe);
        }
    }

    /** The probe of another evaluation of a placement. */
    private Probe again(Placed p) {
        return recording == null ? Probe.SILENT : new Recording().of(p.plan);
    }

    private void derive(String name, Frame f, int cell, Probe probe) {
        if (probe instanceof Recording r) derivations.put(name, r.node(f, cell).named(name));
    }

    private void floor(Element of, String name, double value) {
        put(of, name, value, value, Double.POSITIVE_INFINITY, "s");
    }

    private Run run(Placed p) {
        SortedMap<String, Long> layout = shown(p);
        return new Run(
                p.workload.name(),
                p.placement.host().toString(),
                p.accelerator.name(),
                Math.round(p.host.accelerators()),
                layout,
                p.precision().name(),
                name(p),
                Outcome.breakdown(frame, p.serves),
                Outcome.memory(frame, p.serves),
                p.serves ? 0 : (int) frame.get(M_STAGE),
                p.memoryLimit(),
                Bottlenecks.of(p, point),
                null,
                p.placement.origin());
    }

    /** A serving run without memory for one request: no result, but what it would hold. */
    private Run full(Placed p) {
        return new Run(
                p.workload.name(),
                p.placement.host().toString(),
                p.accelerator.name(),
                Math.round(p.host.accelerators()),
                shown(p),
                p.precision().name(),
                name(p),
                List.of(),
                Outcome.oneRequest(frame),
                0,
                p.memoryLimit(),
                List.of(),
                "the weights leave no memory for one request",
                p.placement.origin());
    }

    private static SortedMap<String, Long> shown(Placed p) {
        if (!p.serves) return p.cut.training().shown();
        SortedMap<String, Long> all = new TreeMap<>(p.cut.answers().layout().shown());
        all.put("replicas", Math.round(p.cut.answers().replicas()));
        if (p.cut.prompts() != p.cut.answers()) {
            all.put("prefill tp", (long) p.cut.prompts().layout().tp());
            all.put("prefill replicas", Math.round(p.cut.prompts().replicas()));
        }
        return all;
    }

    private static String name(Placed p) {
        String stack = p.workload.stack().name();
        return stack == null ? "" : stack;
    }

    private static Run without(Placement p, String reason) {
        String workload = p.workload().name();
        return new Run(
                workload == null ? "" : workload,
                p.host().toString(),
                "",
                0,
                new TreeMap<>(),
                "",
                "",
                List.of(),
                List.of(),
                0,
                Double.NaN,
                List.of(),
                reason,
                p.origin());
    }

    /** Power, heat and cost of the whole, of each cluster, and of each workload's tokens. */
    private void fleet() {
        if (loads.isEmpty() || loads.size() < evaluate.placements().size()) return;
        frame.watch(recording == null ? Probe.SILENT : recording);
        Fleet fleet = new Fleet(design, assumptions, frame);
        Map<Element, List<Fleet.Hosts>> hosts = new LinkedHashMap<>();
        Map<Element, List<Double>> busy = new LinkedHashMap<>();
        for (Map.Entry<Placed, Double> e : loads.entrySet()) {
            Fleet.Hosts h = hosts(e.getKey());
            hosts.computeIfAbsent(h.element(), k -> new ArrayList<>()).add(h);
            busy.computeIfAbsent(h.element(), k -> new ArrayList<>()).add(e.getValue());
            attempt(() -> tokens(fleet, e.getKey(), h, e.getValue()));
        }
        attempt(() -> whole(fleet, hosts, busy));
        hosts.forEach(
                (element, all) -> attempt(() -> cluster(fleet, element, all, busy.get(element))));
        headrooms.hosts(hosts.keySet(), metrics);
    }

    private Fleet.Hosts hosts(Placed p) {
        Element element = design.elements().get(p.placement.host().element());
        if (element == null) throw new IllegalStateException("a host that was selected");
        double all = Selection.of(design, Addresses.whole(element)).accelerators();
        return new Fleet.Hosts(element, p.host, p.host.accelerators() / all);
    }

    /** What is missing for a metric leaves it out. */
    private static void attempt(Runnable metric) {
        try {
            metric.run();
        } catch (NotKnown e) {
            // the requirement that asks for it says so
        }
    }

    private void tokens(Fleet fleet, Placed p, Fleet.Hosts h, double load) {
        String written = name(p.workload, "throughput");
        Result throughput = metrics.get(written);
        if (throughput == null) return;
        fleet.start();
        fleet.add(h, load);
        fleet.facility(h.element());
        frame.input(FLEET_THROUGHPUT, throughput.value());
        Derivation made = derivations.get(written);
        if (recording != null && made != null) recording.place(FLEET_THROUGHPUT, made);
        fleet.energyPerToken();
        double relative = (throughput.high() - throughput.value()) / throughput.value();
        double energy = Math.hypot(relative, Defaults.RESIDUAL_POWER);
        keep(p.workload, "energy.per_token", FLEET_TOKEN_ENERGY, energy, "J/tok");
        fleet.capex(h);
        fleet.cost(h.element());
        fleet.costPerToken();
        keep(p.workload, "cost.per_token", FLEET_TOKEN_COST, relative, "USD/tok");
    }

    /** Keeps a metric from a cell, with its relative half width. */
    private void keep(Element of, String metric, int cell, double relative, String unit) {
        double value = frame.get(cell);
        metric(of, metric, value, relative * value, unit);
        derive(name(of, metric), frame, cell);
    }

    private void whole(
            Fleet fleet, Map<Element, List<Fleet.Hosts>> hosts, Map<Element, List<Double>> busy) {
        frame.same(ALL_PEAK, ZERO);
        frame.same(ALL_FACILITY, ZERO);
        for (Map.Entry<Element, List<Fleet.Hosts>> e : hosts.entrySet()) {
            fleet.start();
            for (Fleet.Hosts h : e.getValue()) fleet.add(h, 1);
            fleet.facility(e.getKey());
            Products.sum(frame, ALL_PEAK, ALL_PEAK, FLEET_DRAW);
            Products.sum(frame, ALL_FACILITY, ALL_FACILITY, FLEET_FACILITY);
        }
        own("power.peak", ALL_PEAK, Defaults.RESIDUAL_POWER, "W");
        own("power.facility", ALL_FACILITY, Defaults.RESIDUAL_POWER, "W");
        frame.same(ALL_COST, ZERO);
        for (Map.Entry<Element, List<Fleet.Hosts>> e : hosts.entrySet()) {
            List<Double> loadsOf = busy.getOrDefault(e.getKey(), List.of());
            for (int i = 0; i < loadsOf.size(); i++) {
                fleet.start();
                fleet.add(e.getValue().get(i), loadsOf.get(i));
                fleet.facility(e.getKey());
                fleet.capex(e.getValue().get(i));
                fleet.cost(e.getKey());
                Products.sum(frame, ALL_COST, ALL_COST, FLEET_COST);
            }
        }
        own("cost.per_hour", ALL_COST, 0, "USD/s");
    }

    private void own(String name, int cell, double relative, String unit) {
        double value = frame.get(cell);
        double half = relative * value;
        metrics.put(
                name,
                new Result(
                        value,
                        value - half,
                        value + half,
                        unit,
                        Fidelity.CLOSED_FORM,
                        evaluate.origin()));
        derive(name, frame, cell);
    }

    private void cluster(Fleet fleet, Element element, List<Fleet.Hosts> hosts, List<Double> busy) {
        if (!(element instanceof Cluster)) return;
        double r = Defaults.RESIDUAL_POWER;
        fleet.start();
        for (Fleet.Hosts h : hosts) fleet.add(h, 1);
        fleet.addRest(element, hosts);
        keep(element, "power.peak", FLEET_DRAW, r, "W");
        keep(element, "heat.air", HEAT_AIR, r, "W");
        keep(element, "heat.liquid", HEAT_LIQUID, r, "W");
        fleet.facility(element);
        keep(element, "power.facility", FLEET_FACILITY, r, "W");
        fleet.start();
        for (int i = 0; i < hosts.size(); i++) fleet.add(hosts.get(i), busy.get(i));
        fleet.addRest(element, hosts);
        fleet.facility(element);
        fleet.capex(new Fleet.Hosts(element, Selection.of(design, Addresses.whole(element)), 1));
        fleet.cost(element);
        keep(element, "cost.per_hour", FLEET_COST, 0, "USD/s");
    }
}
