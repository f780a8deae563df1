// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Findings that a project accepts as they are, one a line: rule, file as seen from the baseline's
 * folder, what it says. A finding whose numbers have changed is another one and is reported again.
 */
final class Baseline {
    /** The code of a note about findings that are gone. */
    static final String OUTDATED = "baseline-outdated";

    private static final String HEAD =
            "# Findings that are accepted as they are. Written by infra check --write-baseline.\n";

    private final Path file;
    private final Path base;
    private final Map<String, Boolean> used = new LinkedHashMap<>();

    private Baseline(Path file, Path base) {
        this.file = file;
        this.base = base;
    }

    /**
     * Reads what {@link #text} has written; what stands in other lines accepts nothing.
     *
     * @param base from where places name files
     */
    static Baseline read(Path file, String text, Path base) {
        Baseline b = new Baseline(file, base);
        text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .forEach(l -> b.used.put(l, false));
        return b;
    }

    /** The text that accepts these findings, those that are accepted otherwise left out. */
    static String text(Path file, Collection<Diagnostic> findings, Path base) {
        Baseline b = new Baseline(file, base);
        Set<String> lines = new TreeSet<>();
        for (Diagnostic d : findings)
            if (d.place() != null && (d.accepted() == null || isBaseline(d.accepted())))
                lines.add(b.line(d.code(), d.place().file(), d.message()));
        StringBuilder all = new StringBuilder(HEAD);
        lines.forEach(l -> all.append(l).append('\n'));
        return all.toString();
    }

    private static boolean isBaseline(String reason) {
        return reason.startsWith("baseline ");
    }

    /** The reason for which a finding is accepted; null if it is not. */
    @Nullable String reason(String code, String of, String message) {
        String line = line(code, of, message);
        if (!used.containsKey(line)) return null;
        used.put(line, true);
        return "baseline " + file.getFileName();
    }

    /** How many of its findings about files that were looked at did not come. */
    long gone(Collection<String> files) {
        Set<String> looked = new TreeSet<>();
        for (String f : files) looked.add(relative(f));
        return used.entrySet().stream()
                .filter(e -> !e.getValue())
                .map(e -> e.getKey().split("\t", 3))
                .filter(parts -> parts.length == 3 && looked.contains(parts[1]))
                .count();
    }

    private String line(String code, String of, String message) {
        return code + "\t" + relative(of) + "\t" + message.replaceAll("\\s+", " ");
    }

    private String relative(String of) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path path = base.resolve(of).toAbsolutePath().normalize();
        return SourceFiles.name(folder == null ? path : folder.relativize(path));
    }
}
