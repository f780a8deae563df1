// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.araverus.infra.engine.Evaluated;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Explained;
import org.araverus.infra.engine.json.ExplanationJson;
import org.araverus.infra.engine.units.Show;
import org.araverus.infra.report.render.ExplanationText;
import org.araverus.infra.report.render.Intervals;
import org.araverus.infra.report.render.Numbers;
import org.jspecify.annotations.Nullable;

/** Explains metrics of the evaluates of a path. */
final class Explanations {
    private static final int OFFERED = 3;

    private final Terminal terminal;
    private final String path;
    private final @Nullable ExplanationText text;

    /** With the form of the text; null for JSON. */
    Explanations(Terminal terminal, String path, @Nullable ExplanationText text) {
        this.terminal = terminal;
        this.path = path;
        this.text = text;
    }

    /**
     * Prints the trees of a metric, or the names of all where it is empty; the exit code comes
     * back.
     *
     * @param name of one evaluate; empty for all
     */
    int print(String metric, String name) throws UsageException {
        List<Candidate> all =
                CompiledFile.is(path) ? CompiledFile.read(path) : TextFiles.read(path, terminal);
        if (all.isEmpty()) return ExitCode.NOT_FINE;
        Refusals refusals = new Refusals(terminal);
        List<Explained> known = new ArrayList<>();
        List<Candidate> asked = Candidate.select(all, name, path);
        for (Candidate c : asked) {
            Evaluated done = c.errors().isEmpty() ? Evaluated.of(c.design()) : null;
            Evaluation e = done == null ? null : done.evaluation();
            if (e != null) known.add(Explained.of(c.design(), e));
            else refusals.say(c, done == null ? c.errors() : Answers.errors(done));
        }
        if (metric.isEmpty()) known.forEach(this::list);
        else if (!known.isEmpty()) explain(metric, known);
        return known.size() < asked.size() ? ExitCode.NOT_FINE : ExitCode.FINE;
    }

    private void explain(String metric, List<Explained> all) throws UsageException {
        boolean first = true;
        for (Explained e : all) {
            for (String m : e.meant(metric)) {
                if (text == null) {
                    terminal.out().print(ExplanationJson.write(e, m));
                } else {
                    if (!first) terminal.out().println();
                    if (all.size() > 1) terminal.out().println(e.design().name() + "\n");
                    terminal.out().print(text.write(e, m));
                }
                first = false;
            }
        }
        if (first) throw unknown(metric, all);
    }

    private UsageException unknown(String metric, List<Explained> all) {
        Set<String> names = new TreeSet<>();
        for (Explained e : all) names.addAll(e.metrics());
        List<String> near = below(metric, names);
        if (near.isEmpty()) near = Nearest.several(metric, names, OFFERED);
        String meant =
                near.isEmpty()
                        ? "; infra explain " + path + " lists those there are"
                        : "; did you mean " + String.join(" or ", near) + "?";
        return new UsageException("no metric " + metric + " in " + path + meant);
    }

    /** Metrics of a group, such as {@code ttft.mean} of {@code ttft}. */
    private static List<String> below(String group, Set<String> names) {
        return names.stream()
                .filter(n -> n.startsWith(group + ".") || n.contains("." + group + "."))
                .limit(OFFERED)
                .toList();
    }

    private void list(Explained e) {
        int wide = e.metrics().stream().mapToInt(m -> value(e.result(m)).length()).max().orElse(0);
        int width = e.metrics().stream().mapToInt(String::length).max().orElse(0);
        terminal.out().println(e.design().name());
        for (String m : e.metrics()) {
            Result r = e.result(m);
            String gap = " ".repeat(width - m.length() + 3);
            String value = value(r);
            String interval = Intervals.of(r, Numbers.READABLE);
            if (!interval.isEmpty()) interval = " ".repeat(wide - value.length() + 3) + interval;
            terminal.out().println("  " + m + gap + value + interval);
        }
    }

    private static String value(Result r) {
        return Show.value(r.value(), r.unit());
    }
}
