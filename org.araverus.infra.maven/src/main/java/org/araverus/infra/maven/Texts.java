// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.araverus.infra.dsl.linking.Distance;
import org.araverus.infra.dsl.registry.Level;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.UnreadableInput;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.finding.InfraRule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;
import org.jspecify.annotations.Nullable;

/** The texts of a module, opened. */
final class Texts {
    private final Workspace workspace;

    private Texts(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Those that a goal is about; null where there are none, which is logged. */
    static @Nullable Texts of(InfraMojo goal) throws MojoExecutionException {
        List<Path> there = goal.sources().stream().filter(File::exists).map(File::toPath).toList();
        if (there.isEmpty()) {
            goal.getLog().info("no texts: there is no " + goal.sources().getFirst());
            return null;
        }
        return open(there, goal.project().getBasedir().toPath(), goal.severities());
    }

    /**
     * Reads them; they are named as they are seen from the module's folder, so that what is
     * compiled is the same on every machine.
     */
    static Texts open(List<Path> sources, Path module, Map<String, String> severities)
            throws MojoExecutionException {
        try {
            Workspace w = Workspace.open(sources, module);
            return new Texts(w.with(levels(w, severities)));
        } catch (UnreadableInput e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Level> levels(Workspace w, Map<String, String> severities)
            throws MojoExecutionException {
        List<String> rules = w.rules().stream().map(InfraRule::id).toList();
        List<String> words = List.of(Level.values()).stream().map(Level::name).toList();
        Map<String, Level> levels = new HashMap<>();
        for (Map.Entry<String, String> e : severities.entrySet()) {
            String word = e.getValue() == null ? "" : e.getValue().strip();
            if (!rules.contains(e.getKey()))
                throw new MojoExecutionException(
                        "severities: no rule " + e.getKey() + meant(e.getKey(), rules));
            if (!words.contains(word))
                throw new MojoExecutionException(
                        "severities: %s is one of %s; not %s"
                                .formatted(e.getKey(), String.join(", ", words), word));
            levels.put(e.getKey(), Level.valueOf(word));
        }
        return levels;
    }

    /** At most a third of the letters differ. */
    private static String meant(String typed, List<String> rules) {
        int limit = typed.length() / 3 + 1;
        return rules.stream()
                .filter(r -> Distance.between(typed, r, limit) < limit)
                .min(
                        Comparator.<String>comparingInt(r -> Distance.between(typed, r, limit))
                                .thenComparing(Comparator.naturalOrder()))
                .map(r -> "; did you mean " + r + "?")
                .orElse("");
    }

    /** All findings, the accepted ones too. */
    List<Shown> findings() {
        return workspace.check().stream().map(Diagnostic::shown).toList();
    }

    /** The errors that count. */
    List<Shown> errors() {
        return findings().stream()
                .filter(f -> f.accepted() == null && f.severity() == Severity.ERROR)
                .toList();
    }

    /** A rule's one sentence; null if no rule has this id. */
    @Nullable String summary(String id) {
        return workspace.rules().stream()
                .filter(r -> r.id().equals(id))
                .map(InfraRule::summary)
                .findFirst()
                .orElse(null);
    }

    /** The evaluates that are asked for, all where none is named. */
    List<Compiled> evaluates(List<String> names) throws MojoExecutionException {
        List<Compiled> all = workspace.evaluates();
        if (names.isEmpty()) return all;
        List<Compiled> chosen = new ArrayList<>();
        for (String n : names) {
            List<Compiled> those =
                    all.stream()
                            .filter(c -> c.name().equals(n) || c.name().endsWith("." + n))
                            .toList();
            if (those.isEmpty())
                throw new MojoExecutionException(
                        "no evaluate %s; there is %s"
                                .formatted(
                                        n,
                                        all.isEmpty()
                                                ? "none"
                                                : String.join(
                                                        ", ",
                                                        all.stream()
                                                                .map(Compiled::name)
                                                                .toList())));
            chosen.addAll(those);
        }
        return chosen;
    }
}
