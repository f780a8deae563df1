// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.report.render.FindingsJson;
import org.araverus.infra.report.render.FindingsText;
import org.araverus.infra.report.render.JunitXml;
import org.araverus.infra.report.render.Sarif;

/** {@code infra:check}. */
final class Checking implements Work<CheckMojo> {
    @Override
    public void run(CheckMojo goal) throws MojoExecutionException, MojoFailureException {
        Texts texts = Texts.of(goal);
        if (texts == null) return;
        Results results = new Results(goal);
        List<Shown> all = texts.findings();
        for (CheckMojo.Format f : goal.formats())
            switch (f) {
                case json -> results.write("findings.json", FindingsJson.write(all));
                case sarif ->
                        results.write(
                                "findings.sarif",
                                new Sarif(goal.version(), texts::summary).write(all));
                case junit ->
                        results.write(
                                "findings.xml", JunitXml.write(all, x -> fails(goal.failOn(), x)));
            }
        List<Shown> counted = all.stream().filter(f -> f.accepted() == null).toList();
        results.log(counted);
        if (counted.isEmpty()) goal.getLog().info("no findings");
        if (counted.stream().anyMatch(f -> fails(goal.failOn(), f)))
            throw new MojoFailureException(FindingsText.counts(counted));
    }

    /** Whether a finding that counts fails a build. */
    static boolean fails(FailOn on, Shown f) {
        return switch (on) {
            case never -> false;
            case error -> isAtLeast(Severity.ERROR, f);
            case danger -> isAtLeast(Severity.DANGER, f);
            case warning -> isAtLeast(Severity.WARNING, f);
            case note -> isAtLeast(Severity.NOTE, f);
        };
    }

    private static boolean isAtLeast(Severity least, Shown f) {
        return f.rule().equals(Diagnostic.MISSED) || f.severity().compareTo(least) >= 0;
    }
}
