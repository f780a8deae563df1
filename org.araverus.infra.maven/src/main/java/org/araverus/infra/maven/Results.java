// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.engine.Evaluated;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;

/** Where what a goal finds out goes: log and files. */
final class Results {
    private final InfraMojo goal;

    Results(InfraMojo goal) {
        this.goal = goal;
    }

    /** Logs findings. */
    void log(List<Shown> findings) {
        Path module = goal.project().getBasedir().toPath();
        new FindingLog(goal.getLog(), module, goal.started().toPath()).write(findings);
    }

    /** The evaluates that are asked for; errors that stand in their way end the build. */
    List<Compiled> evaluates(Texts texts, List<String> names)
            throws MojoExecutionException, MojoFailureException {
        List<Compiled> all = texts.evaluates(names);
        boolean blocked = all.stream().anyMatch(Compiled::blocked);
        List<Shown> errors = blocked || all.isEmpty() ? texts.errors() : List.of();
        if (!errors.isEmpty()) {
            log(errors);
            throw new MojoFailureException(
                    "nothing is made of a design with "
                            + (errors.size() == 1 ? "an error" : errors.size() + " errors"));
        }
        if (all.isEmpty()) goal.getLog().info("no evaluate in these texts");
        return all;
    }

    /** What an evaluate comes to; an error that stands in its way ends the build. */
    Evaluated evaluated(Compiled c) throws MojoFailureException {
        Evaluated done = Evaluated.of(c.design());
        if (done.evaluation() != null) return done;
        log(counted(done).stream().filter(f -> f.severity() == Severity.ERROR).toList());
        throw new MojoFailureException(c.name() + " is not evaluated: an error stands in the way");
    }

    /** What the engine finds and nobody has accepted. */
    static List<Shown> counted(Evaluated done) {
        return done.findings().stream()
                .filter(f -> Evaluated.accepted(f, done.design()) == null)
                .map(f -> Shown.of(f, done.design()))
                .toList();
    }

    /** Writes a file; one that is there already with the same bytes keeps its time. */
    File write(String name, String text) throws MojoExecutionException {
        Path file = goal.outputDirectory().toPath().resolve(name);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file) || !Files.readString(file).equals(text))
                Files.writeString(file, text);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + file + ": " + e.getMessage(), e);
        }
        return file.toFile();
    }
}
