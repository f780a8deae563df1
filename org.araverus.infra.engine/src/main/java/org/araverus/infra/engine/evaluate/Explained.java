// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.evaluate.Evaluation.Assumption;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation with how each of its metrics came to be.
 *
 * @param derivations by the name of the metric, as in the evaluation
 */
public record Explained(
        Design design, Evaluation evaluation, SortedMap<String, Derivation> derivations) {

    /** Explains an evaluation of a design. */
    public static Explained of(Design design, Evaluation evaluation) {
        return new Explained(design, evaluation, ClosedForm.explain(design));
    }

    /** The names of all metrics, sorted. */
    public List<String> metrics() {
        return List.copyOf(derivations.keySet());
    }

    /**
     * The metrics that a person means: the one of that name, or those that are called so of any
     * element ({@code step_time}).
     */
    public List<String> meant(String name) {
        if (derivations.containsKey(name)) return List.of(name);
        return derivations.keySet().stream().filter(m -> m.endsWith("." + name)).toList();
    }

    /** What a metric comes to; throws {@link IllegalArgumentException} where there is none. */
    public Result result(String metric) {
        return known(evaluation.metrics().get(metric), metric);
    }

    /** How a metric came to be; throws {@link IllegalArgumentException} where there is none. */
    public Derivation derivation(String metric) {
        return known(derivations.get(metric), metric);
    }

    private static <T> T known(@Nullable T value, String metric) {
        if (value == null) throw new IllegalArgumentException("no metric " + metric);
        return value;
    }

    /** What was filled in on the way to a metric. */
    public List<Assumption> assumptions(String metric) {
        Set<Origin> used = new HashSet<>();
        walk(
                derivation(metric),
                d -> {
                    if (d.origin() != null) used.add(d.origin());
                });
        List<Assumption> all = new ArrayList<>();
        for (Assumption a : evaluation.assumptions()) if (used.contains(a.origin())) all.add(a);
        return all;
    }

    /** Sees every number that a derivation stands on, each once. */
    public static void walk(Derivation root, Consumer<Derivation> sees) {
        walk(root, sees, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void walk(Derivation d, Consumer<Derivation> sees, Set<Derivation> seen) {
        if (!seen.add(d)) return;
        sees.accept(d);
        for (Derivation input : d.inputs()) walk(input, sees, seen);
    }

    /** The source of a value: its own, else that of its element; null where there is none. */
    public @Nullable String source(Origin origin) {
        Trace own = design.trace().get(origin);
        if (own != null && own.source() != null) return own.source();
        Trace element = design.trace().get(new Origin(origin.element(), ""));
        return own == null || element == null ? null : element.source();
    }
}
