// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.araverus.infra.dsl.validation.MoreRules;
import org.araverus.infra.engine.finding.InfraRule;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.jspecify.annotations.Nullable;

/**
 * What project files name beside texts: jars with rules, and baselines. Each is read once, and
 * again when its file has changed. Kept with the texts of a resource set. Safe for all threads.
 */
public final class Beside extends AdapterImpl {
    private final boolean loadsRules;
    private final Map<Path, Kept<List<InfraRule>>> jars = new HashMap<>();
    private final Map<Path, Kept<String>> baselines = new HashMap<>();

    /** What tells a file from the one that was there before. */
    private record Stamp(String modified, long size) {
        static Stamp of(Path file) {
            try {
                BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(a.lastModifiedTime().toString(), a.size());
            } catch (IOException e) {
                return new Stamp("", -1);
            }
        }
    }

    private record Kept<T>(Stamp of, @Nullable T value, @Nullable Exception failure) {}

    /**
     * For texts that somebody opens or checks.
     *
     * @param loadsRules whether code of the project's jars may run
     */
    Beside(boolean loadsRules) {
        this.loadsRules = loadsRules;
    }

    /** Lets the texts of a set be checked with what their projects name. */
    public static void install(ResourceSet texts, boolean loadsRules) {
        Beside beside = new Beside(loadsRules);
        texts.eAdapters().add(beside);
        MoreRules.ask(texts, () -> beside.ids(texts));
    }

    /** Of the texts of a set; null if nobody has installed it. */
    static @Nullable Beside of(ResourceSet texts) {
        for (Object a : texts.eAdapters()) if (a instanceof Beside b) return b;
        return null;
    }

    /** The files that were asked for, whether they are there or not; sorted. */
    public static Set<Path> named(ResourceSet texts) {
        Beside b = of(texts);
        return b == null ? Set.of() : b.named();
    }

    private synchronized Set<Path> named() {
        Set<Path> all = new TreeSet<>(jars.keySet());
        all.addAll(baselines.keySet());
        return all;
    }

    boolean loadsRules() {
        return loadsRules;
    }

    /** The rules of a jar; the same ones as long as it stays as it is. */
    synchronized List<InfraRule> rules(Path jar) throws RuleJars.Unreadable {
        Stamp now = Stamp.of(jar);
        Kept<List<InfraRule>> kept = jars.get(jar);
        if (kept == null || !kept.of.equals(now)) {
            kept = load(jar, now);
            jars.put(jar, kept);
        }
        if (kept.failure instanceof RuleJars.Unreadable e) throw e;
        return kept.value == null ? List.of() : kept.value;
    }

    private static Kept<List<InfraRule>> load(Path jar, Stamp now) {
        try {
            return new Kept<>(now, RuleJars.rules(jar), null);
        } catch (RuleJars.Unreadable e) {
            return new Kept<>(now, null, e);
        }
    }

    /** The text of a baseline; throws {@link UnreadableInput}. */
    synchronized String baseline(Path file) {
        Stamp now = Stamp.of(file);
        Kept<String> kept = baselines.get(file);
        if (kept == null || !kept.of.equals(now)) {
            kept = text(file, now);
            baselines.put(file, kept);
        }
        if (kept.failure instanceof UnreadableInput e) throw e;
        return kept.value == null ? "" : kept.value;
    }

    private static Kept<String> text(Path file, Stamp now) {
        try {
            return new Kept<>(now, SourceFiles.text(file), null);
        } catch (UnreadableInput e) {
            return new Kept<>(now, null, e);
        }
    }

    /** The ids that jars bring to the texts of a set; empty if there are some that nobody loads. */
    private Optional<Set<String>> ids(ResourceSet texts) {
        Set<String> ids = new TreeSet<>();
        for (Settings s : Settings.all(texts.getResources()))
            for (String jar : s.ruleJars()) {
                Path file = s.file();
                if (!loadsRules || file == null) return Optional.empty();
                try {
                    rules(file.resolveSibling(jar)).forEach(r -> ids.add(r.id()));
                } catch (RuleJars.Unreadable e) {
                    // said where the jar is named
                }
            }
        return Optional.of(ids);
    }
}
