// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import java.io.File;
import java.util.Collections;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Writes each evaluate as {@code PACKAGE.NAME.design.json}, the engine's input, and attaches it to
 * the module: type {@code json}, classifier {@code PACKAGE.NAME.design}. The same text gives the
 * same bytes. Nothing is written where an evaluate reaches an error.
 */
@Mojo(name = "compile", defaultPhase = LifecyclePhase.COMPILE, threadSafe = true)
public final class CompileMojo extends InfraMojo {
    /** Evaluates to compile, by name; all where none is named. */
    @Parameter(property = "infra.evaluates")
    private List<String> evaluates = Collections.emptyList();

    /** Whether the files are attached to the module, and so installed and deployed with it. */
    @Parameter(property = "infra.attach", defaultValue = "true")
    private boolean attach;

    private final MavenProjectHelper artifacts;

    /** Called by Maven. */
    @Inject
    public CompileMojo(MavenProjectHelper artifacts) {
        super("Compiling");
        this.artifacts = artifacts;
    }

    List<String> evaluates() {
        return evaluates;
    }

    void attach(String type, String classifier, File file) {
        if (attach) artifacts.attachArtifact(project(), type, classifier, file);
    }
}
