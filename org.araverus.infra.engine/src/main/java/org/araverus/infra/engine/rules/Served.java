// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Mode;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Term;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Findings;
import org.jspecify.annotations.Nullable;

/** A serving run that has a result, with its numbers by name. */
public final class Served {
    private final Evaluation.Run run;
    private final Evaluation evaluation;
    private final Design design;
    private final Workload workload;

    private Served(Evaluation.Run run, Evaluation evaluation, Design design, Workload workload) {
        this.run = run;
        this.evaluation = evaluation;
        this.design = design;
        this.workload = workload;
    }

    /** Null for a run that trains or has no result. */
    public static @Nullable Served of(Evaluation.Run run, Evaluation evaluation, Design design) {
        boolean serves =
                run.undefined() == null
                        && design.elements().get(run.workload()) instanceof Workload w
                        && w.mode().is(Mode.serves);
        return serves
                ? new Served(
                        run, evaluation, design, (Workload) design.elements().get(run.workload()))
                : null;
    }

    /** What is served. */
    public Workload workload() {
        return workload;
    }

    /** A metric of it; NaN where it has none. */
    public double metric(String name) {
        Evaluation.Result r = evaluation.metrics().get(Say.name(run.workload()) + "." + name);
        return r == null ? Double.NaN : r.value();
    }

    /** Whether prompts are read by engines of their own. */
    public boolean apart() {
        return run.layout().containsKey("prefill replicas");
    }

    /** Engines that answer. */
    public double replicas() {
        return run.layout().getOrDefault("replicas", 1L);
    }

    /** Accelerators of all engines that answer. */
    public double accelerators() {
        long ranks = 1;
        for (String cut : List.of("tp", "pp", "dp")) ranks *= run.layout().getOrDefault(cut, 1L);
        return ranks * replicas();
    }

    /**
     * An upper bound that is out of reach.
     *
     * @param most what is required
     * @param least what it can be at best
     */
    public record OutOfReach(Requirement requirement, double most, double least) {
        /** By how much. */
        public double off() {
            return least - most;
        }
    }

    /** Requirements on metrics whose names begin so, below the least that they can be. */
    public List<OutOfReach> outOfReach(String metric, ToDoubleFunction<Requirement> least) {
        List<OutOfReach> all = new ArrayList<>();
        for (Requirement r : requirements(metric)) {
            double most = ((Term.Number) r.right()).si();
            double floor = least.applyAsDouble(r);
            if (floor > most) all.add(new OutOfReach(r, most, floor));
        }
        return all;
    }

    /** Upper bounds on its metrics whose names begin so, each a plain number. */
    private List<Requirement> requirements(String metric) {
        List<Requirement> all = new ArrayList<>();
        Stream.concat(design.evaluate().requirements().stream(), workload.requirements().stream())
                .filter(r -> r.comparison().startsWith("<") && r.right() instanceof Term.Number)
                .filter(r -> r.left() instanceof Term.MetricOf m && mine(m, metric))
                .forEach(all::add);
        return all;
    }

    private boolean mine(Term.MetricOf m, String metric) {
        return Say.name(m.element()).equals(Say.name(run.workload()))
                && m.metric().startsWith(metric);
    }

    /** The least that a required percentile can be; of a mean, that of the median. */
    public double floor(Requirement r, String metric) {
        String name = ((Term.MetricOf) r.left()).metric();
        return metric(name.endsWith(".mean") ? metric + ".p50" : name);
    }

    /** Says how many ranks read a prompt. */
    public void reading(Findings.Draft finding) {
        Value own = workload.prefill().tp();
        ranks(apart() && own.isKnown() ? own : workload.decode().tp(), finding);
    }

    /** Says how many ranks write a token. */
    public void answering(Findings.Draft finding) {
        ranks(workload.decode().tp(), finding);
    }

    private static void ranks(Value tp, Findings.Draft finding) {
        finding.detail(Say.many(tp.orElse(1), "rank") + " share each matrix", tp.origin());
    }
}
