// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.evaluate.Evaluation.Layer;
import org.araverus.infra.engine.evaluate.Evaluation.Run;
import org.araverus.infra.report.render.Layout;

/**
 * What it needs of one layer, and what there is.
 *
 * @param title the layer, in the reader's words
 * @param answer one sentence
 * @param wholes things that are made of parts: a memory, a draw
 * @param facts words that are no demand and no limit: a stack, a layout
 * @param ideals what software makes of the hardware, and what it could
 */
public record Supply(
        String title,
        String answer,
        List<Limit> limits,
        List<Whole> wholes,
        List<Metrics.Row> metrics,
        List<Work.Fact> facts,
        List<Ideal> ideals) {

    /** A whole with its parts. */
    public record Whole(String title, List<Part> parts) {}

    static List<Supply> of(Scope s) {
        List<Limit> all = Limit.of(s);
        List<Supply> layers = new ArrayList<>();
        layers.add(of("Memory", all, memory(s), List.of(), List.of(), Layer.MEMORY));
        layers.add(of("Network", all, List.of(), List.of(), List.of(), Layer.NETWORK));
        layers.add(of("Serving", all, List.of(), List.of(), List.of(), Layer.SERVING));
        layers.add(software(s));
        layers.add(of("Power draw", all, power(s), hosts(s, "power."), List.of(), Layer.POWER));
        layers.add(of("Cooling", all, List.of(), hosts(s, "heat."), List.of(), Layer.COOLING));
        layers.add(of("Space", all, List.of(), List.of(), List.of(), Layer.SPACE));
        layers.removeIf(l -> l.isEmpty());
        return List.copyOf(layers);
    }

    /** The layer in a few words: how much of it is in use where it is tightest. */
    String inShort() {
        String name = title.toLowerCase(Locale.ROOT);
        if (!ideals.isEmpty()) return name + " at " + ideals.getFirst().percent() + " of its ideal";
        return limits.stream()
                .max(Comparator.comparingDouble(Limit::used))
                .map(l -> name + (l.layer() == Layer.NETWORK ? " busy " : " at ") + l.percent())
                .orElse("");
    }

    private boolean isEmpty() {
        return limits.isEmpty() && wholes.isEmpty() && metrics.isEmpty() && facts.isEmpty();
    }

    private static Supply of(
            String title,
            List<Limit> all,
            List<Whole> wholes,
            List<Metrics.Row> metrics,
            List<Work.Fact> facts,
            Layer layer) {
        List<Limit> own = all.stream().filter(l -> l.layer() == layer).toList();
        return new Supply(title, answer(own), own, wholes, metrics, facts, List.of());
    }

    private static String answer(List<Limit> limits) {
        if (limits.isEmpty()) return "No limit is given.";
        Limit most = limits.stream().max(Comparator.comparingDouble(Limit::used)).orElseThrow();
        String of = "%s of %s".formatted(most.what(), most.subject());
        if (most.layer() == Layer.NETWORK)
            return "Busiest: %s, %s of the time.".formatted(most.what(), most.percent());
        if (most.isOver())
            return "Over its limit: %s, %s of %s."
                    .formatted(of, most.demand().text(), most.limit().text());
        return "Tightest: %s, %s of %s, %s left."
                .formatted(of, most.demand().text(), most.limit().text(), most.left().text());
    }

    private static List<Whole> memory(Scope s) {
        List<Whole> all = new ArrayList<>();
        for (Run r : s.evaluation().runs()) {
            if (r.memory().isEmpty()) continue;
            String stage = s.trains(r) ? ", stage " + r.stage() : "";
            all.add(
                    new Whole(
                            "Fullest accelerator of " + s.name(r.workload()) + stage,
                            Parts.of(r.memory(), "B")));
        }
        return all;
    }

    private static List<Whole> power(Scope s) {
        List<Part> parts = Parts.of(Made.draw(s), "W");
        return parts.isEmpty() ? List.of() : List.of(new Whole("Draw at the limit", parts));
    }

    private static List<Metrics.Row> hosts(Scope s, String prefix) {
        List<Metrics.Row> all = new ArrayList<>();
        for (Element e : s.hosts())
            if (e instanceof Cluster)
                for (Metrics.Row r : Metrics.of(e.name(), s))
                    if (r.key().startsWith(s.name(e.name()) + "." + prefix)) all.add(r);
        if (all.isEmpty() && prefix.equals("power."))
            for (Metrics.Row r : Metrics.of("", s)) if (r.key().startsWith(prefix)) all.add(r);
        return all;
    }

    /** What the machine is told to do, and how far that is from what the hardware would do. */
    private static Supply software(Scope s) {
        List<Work.Fact> facts = new ArrayList<>();
        List<Ideal> ideals = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        for (Run r : s.evaluation().runs()) {
            String name = s.name(r.workload());
            if (!r.stack().isEmpty()) facts.add(new Work.Fact(name + ": stack", s.name(r.stack())));
            if (!r.precision().isEmpty())
                facts.add(new Work.Fact(name + ": number format", r.precision()));
            String layout = Layout.words(r);
            if (!layout.isEmpty()) facts.add(new Work.Fact(name + ": layout", layout));
            List<Ideal> own = Ideal.of(r, s);
            if (!own.isEmpty()) answers.add(own.getFirst().answer());
            ideals.addAll(own);
        }
        return new Supply(
                "Software",
                String.join(" ", answers),
                List.of(),
                List.of(),
                List.of(),
                facts,
                ideals);
    }
}
