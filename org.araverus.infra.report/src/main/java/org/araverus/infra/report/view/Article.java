// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.Derivation;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.json.DesignJson;

/** One evaluate, question by question, in the order in which they are asked. */
public record Article(
        String id,
        String name,
        String packageName,
        String fidelity,
        String hash,
        Fit fit,
        List<Work> work,
        List<Holding> holding,
        List<Supply> supplies,
        List<Elevation> elevations,
        Costs costs,
        List<Timeline> timelines,
        List<Tree> trees,
        Inputs inputs) {

    /** Id of what opens a metric into the numbers it was made from; empty where nothing does. */
    public String tree(String metric) {
        return trees.stream()
                .filter(t -> t.name().equals(metric))
                .findFirst()
                .map(t -> t.seen().isEmpty() ? t.id() : t.seen())
                .orElse("");
    }

    /** What holds each workload back, in short. */
    public List<String> first() {
        Map<String, String> all = new LinkedHashMap<>();
        for (Holding h : holding) all.putIfAbsent(h.workload(), h.nutshell());
        return List.copyOf(all.values());
    }

    /** How much of each layer is in use, in one sentence; empty where no layer has a limit. */
    public String need() {
        String all =
                supplies.stream()
                        .map(Supply::inShort)
                        .filter(t -> !t.isEmpty())
                        .collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : "Used: " + all + ".";
    }

    /** Fit, bound and cost in a breath, where several evaluates stand beside each other. */
    public String inShort() {
        List<String> all = new ArrayList<>();
        all.add(fit.answer());
        all.addAll(first().stream().map(t -> t.endsWith(".") ? t : t + ".").toList());
        all.add(costs.answer());
        timelines.forEach(t -> all.add(t.inShort()));
        all.removeIf(String::isEmpty);
        return String.join(" ", all);
    }

    /**
     * Of an evaluation.
     *
     * @param id unique in the report, for links
     */
    public static Article of(
            String id, Design design, Evaluation e, SortedMap<String, Derivation> derivations) {
        Scope s = new Scope(design, e, derivations);
        Bom bom = Bom.of(s);
        int dot = e.name().lastIndexOf('.');
        return new Article(
                id,
                e.name().substring(dot + 1),
                dot < 0 ? "" : e.name().substring(0, dot),
                e.fidelity().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                DesignJson.hash(design),
                Fit.of(s),
                Work.of(s),
                Holding.of(s),
                Supply.of(s),
                Elevation.of(s),
                Costs.of(s, bom),
                Timeline.of(s),
                Tree.of(s, id + "-n"),
                Inputs.of(s));
    }
}
