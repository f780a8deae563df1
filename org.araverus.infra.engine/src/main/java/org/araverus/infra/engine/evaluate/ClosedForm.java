// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.evaluate.Evaluation.Fidelity;
import org.araverus.infra.engine.evaluate.Evaluation.Growth;
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

    private final Design design;
    private final Evaluate evaluate;
    private final Assumptions assumptions = new Assumptions();
    private final List<Placed> placed = new ArrayList<>();
    private final Map<Placement, String> refused = new LinkedHashMap<>();
    private final boolean whole;

    /** Inputs with a spread, as far as metrics have asked for them. */
    private final Set<Origin> uncertain = new TreeSet<>();

    private final Clocks clocks;

    private ClosedForm(Design design, boolean whole) {
        this.design = design;
        this.whole = whole;
        this.evaluate = design.evaluate();
        for (Placement p : evaluate.placements()) {
            try {
                placed.add(Placed.of(design, p, assumptions));
            } catch (Placed.NoResult e) {
                refused.put(p, e.reason());
            }
        }
        this.clocks = new Clocks(design, placed, assumptions);
    }

    /** The evaluation of a design that has an evaluate; throws {@link NotKnown} for one without. */
    public static Evaluation evaluate(Design design) {
        return new ClosedForm(design, true).evaluation();
    }

    /**
     * The same evaluation without what holds its metrics back, which takes most of the time: all
     * that rules and requirements ask for. Throws {@link NotKnown} for a design without an
     * evaluate.
     */
    public static Evaluation answers(Design design) {
        return new ClosedForm(design, false).evaluation();
    }

    /**
     * How each metric came to be, by name: the same computation, watched. Throws {@link NotKnown}
     * for a design without an evaluate.
     */
    public static SortedMap<String, Derivation> explain(Design design) {
        SortedMap<String, Derivation> all = new TreeMap<>();
        ClosedForm watched = new ClosedForm(design, false);
        watched.pass()
                .run(
                        Change.NONE,
                        new Recording(watched.assumptions),
                        (of, metric, f, cell, unit, residual, floor) -> {
                            String key = Intervals.key(of, metric);
                            if (f.probe instanceof Recording r) {
                                all.put(key, r.node(f, cell).named(key));
                            }
                        });
        return all;
    }

    private Pass pass() {
        return new Pass(design, assumptions, clocks, placed, refused.isEmpty());
    }

    /** A metric as it was seen. */
    private record Seen(Element of, double value, String unit, double residual, boolean floor) {}

    private Evaluation evaluation() {
        SortedMap<String, Result> metrics = metrics();
        List<Run> runs = runs();
        Demands demands = new Demands(design, clocks, pass(), placed);
        Headrooms headrooms = demands.under(Change.NONE, name -> value(metrics, name));
        Verdicts verdicts = new Verdicts(design, metrics);
        List<Verdict> answers = new ArrayList<>();
        List<Requirement> requirements = requirements();
        for (Requirement r : requirements) {
            Verdict v = verdicts.answer(r);
            answers.add(v);
            headrooms.money(r, v);
        }
        Growth growth = whole ? growth(metrics, requirements, answers) : null;
        return new Evaluation(
                evaluate.name(),
                Fidelity.CLOSED_FORM,
                runs,
                metrics,
                whole ? demands.within(headrooms.all(), uncertain) : headrooms.all(),
                growth,
                List.copyOf(answers),
                assumptions.all());
    }

    private @Nullable Growth growth(
            SortedMap<String, Result> metrics,
            List<Requirement> requirements,
            List<Verdict> answers) {
        return new Growths(design, clocks, pass(), placed, metrics, requirements, answers).growth();
    }

    private static double value(SortedMap<String, Result> metrics, String name) {
        Result r = metrics.get(name);
        return r == null ? Double.NaN : r.value();
    }

    /** All metrics with their intervals; of a floor only the lower end is known. */
    private SortedMap<String, Result> metrics() {
        Pass pass = pass();
        Map<String, Seen> seen = new LinkedHashMap<>();
        Map<String, Double> values = new LinkedHashMap<>();
        Map<String, Double> residuals = new LinkedHashMap<>();
        pass.run(
                (cell, value, spread, origin) -> {
                    if (spread > 0) uncertain.add(origin);
                    return value;
                },
                null,
                (of, metric, f, cell, unit, residual, floor) -> {
                    String key = Intervals.key(of, metric);
                    seen.put(key, new Seen(of, f.get(cell), unit, residual, floor));
                    values.put(key, f.get(cell));
                    residuals.put(key, residual);
                });
        Map<String, Intervals.Reach> reaches = Intervals.of(pass, values, residuals, uncertain);
        SortedMap<String, Result> metrics = new TreeMap<>();
        seen.forEach(
                (key, s) ->
                        metrics.put(
                                key, result(s, reaches.getOrDefault(key, Intervals.Reach.NONE))));
        return metrics;
    }

    private static Result result(Seen s, Intervals.Reach reach) {
        boolean finite = Double.isFinite(s.value);
        double low = finite ? Math.max(0, s.value - reach.down()) : s.value;
        double high = s.floor || !finite ? Double.POSITIVE_INFINITY : s.value + reach.up();
        return new Result(s.value, low, high, s.unit, Fidelity.CLOSED_FORM, s.of.origin());
    }

    /** The evaluate's requirements, then those of its workloads. */
    private List<Requirement> requirements() {
        List<Requirement> all = new ArrayList<>(evaluate.requirements());
        for (Placement p : evaluate.placements()) {
            if (p.workload().isElement()
                    && design.elements().get(p.workload().name()) instanceof Workload w)
                all.addAll(w.requirements());
        }
        return all;
    }

    /** One for each placement, in the order written. */
    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        Clocks.Points points = clocks.solve(Change.NONE, false);
        Iterator<Placed> next = placed.iterator();
        for (Placement p : evaluate.placements()) {
            String reason = refused.get(p);
            runs.add(reason == null ? run(next.next(), points) : without(p, reason));
        }
        return List.copyOf(runs);
    }

    private Run run(Placed p, Clocks.Points points) {
        OperatingPoint point = points.of(p);
        Frame f = new Frame();
        p.evaluate(p.plan, point, Probe.SILENT, f);
        return p.serves && f.get(BATCH_LIMIT) < 1 ? full(p, f) : run(p, f, points.held(p));
    }

    private Run run(Placed p, Frame frame, Evaluation.@Nullable Held held) {
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
                whole ? Bottlenecks.of(p, clocks) : List.of(),
                held,
                null,
                p.placement.origin());
    }

    /** A serving run without memory for one request: no result, but what it would hold. */
    private Run full(Placed p, Frame frame) {
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
                null,
                "the weights leave no memory for one request",
                p.placement.origin());
    }

    private static SortedMap<String, Long> shown(Placed p) {
        if (!p.serves) return p.cut.training().shown();
        SortedMap<String, Long> all = new TreeMap<>(p.cut.answers().layout().shown());
        all.put("replicas", Math.round(p.cut.answers().replicas()));
        if (p.apart()) {
            p.cut.prompts().layout().shown().forEach((name, n) -> all.put("prefill " + name, n));
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
                null,
                reason,
                p.origin());
    }
}
