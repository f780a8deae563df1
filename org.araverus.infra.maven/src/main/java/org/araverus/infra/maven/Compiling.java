// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.araverus.infra.dsl.generator.InfraGenerator;
import org.araverus.infra.dsl.workspace.Compiled;

/** {@code infra:compile}. */
final class Compiling implements Work<CompileMojo> {
    private static final String TYPE = "json";

    @Override
    public void run(CompileMojo goal) throws MojoExecutionException, MojoFailureException {
        Texts texts = Texts.of(goal);
        if (texts == null) return;
        Results results = new Results(goal);
        for (Compiled c : results.evaluates(texts, goal.evaluates())) {
            String name = InfraGenerator.fileName(c);
            File file = results.write(name, InfraGenerator.content(c));
            goal.getLog().info("compiled " + name);
            goal.attach(TYPE, name.substring(0, name.length() - TYPE.length() - 1), file);
        }
    }
}
