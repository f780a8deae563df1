// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.finding.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Findings as lines of Maven's log: {@code file:line:column: severity[rule] message}, then where
 * each number comes from and what to type instead. Files are named from the folder where the build
 * was started.
 */
final class FindingLog {
    private final Log log;
    private final Path base;
    private final Path started;

    /**
     * With the log to write to.
     *
     * @param base from where places name files
     * @param started the folder where the build was started
     */
    FindingLog(Log log, Path base, Path started) {
        this.log = log;
        this.base = base;
        this.started = started;
    }

    /** Writes all of them, each at the level of its severity. */
    void write(List<Shown> findings) {
        findings.forEach(this::write);
    }

    private void write(Shown f) {
        String text = text(f);
        switch (f.severity()) {
            case ERROR -> log.error(text);
            case DANGER, WARNING -> log.warn(text);
            case NOTE -> log.info(text);
        }
    }

    private String text(Shown f) {
        StringBuilder out = new StringBuilder();
        if (f.place() != null) out.append(at(f.place(), true)).append(": ");
        out.append(f.severity().name().toLowerCase(Locale.ROOT));
        out.append('[').append(f.rule()).append("] ").append(oneLine(f.message()));
        for (Shown.Line d : f.details())
            out.append("\n  = ").append(oneLine(d.text())).append(source(d.place()));
        if (!f.fixes().isEmpty())
            out.append(
                    f.fixes().stream()
                            .map(x -> oneLine(x.title()))
                            .collect(Collectors.joining(" or ", "\n  fix: ", "")));
        return out.toString();
    }

    private String source(@Nullable Place p) {
        return p == null ? "" : "    " + at(p, false);
    }

    private String at(Place p, boolean column) {
        String line = file(p.file()) + ":" + p.line();
        return column ? line + ":" + p.column() : line;
    }

    /** Files of the library stay as they are: nobody has them on disk. */
    private String file(String name) {
        if (name.startsWith("araverus/")) return name;
        Path file = base.resolve(name).normalize();
        return started.relativize(file).toString().replace('\\', '/');
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
