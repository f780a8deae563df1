// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.report.Chapter;
import org.araverus.infra.report.Report;

/** {@code infra:report}. */
final class Reporting implements Work<ReportMojo> {
    @Override
    public void run(ReportMojo goal) throws MojoExecutionException, MojoFailureException {
        Texts texts = Texts.of(goal);
        if (texts == null) return;
        Results results = new Results(goal);
        List<Chapter> chapters = new ArrayList<>();
        for (Compiled c : results.evaluates(texts, goal.evaluates()))
            chapters.add(Chapter.of(results.evaluated(c)));
        if (chapters.isEmpty()) return;
        Map<String, String> files =
                new Report(goal.title(), goal.version(), chapters, texts.findings()).files();
        for (ReportMojo.Format f : goal.formats()) {
            String name = "report." + f;
            results.write(name, files.get(name));
            goal.getLog().info("wrote " + name);
        }
    }
}
