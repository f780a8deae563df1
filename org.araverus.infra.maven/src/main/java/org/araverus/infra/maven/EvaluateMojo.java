// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import java.util.Collections;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Predicts what each evaluate of a design comes to: metrics with their 90 % intervals, where the
 * time goes, what holds it back and what comes next, and whether the requirements are met.
 */
@Mojo(name = "evaluate", defaultPhase = LifecyclePhase.TEST, threadSafe = true)
public final class EvaluateMojo extends InfraMojo {
    /** The form of a file with what an evaluate comes to. */
    public enum Format {
        /** {@code PACKAGE.NAME.evaluation.json}, in the shape of evaluation.schema.json. */
        json,
        /** {@code PACKAGE.NAME.evaluation.txt}, one screen. */
        text
    }

    /** Evaluates to predict, by name; all where none is named. */
    @Parameter(property = "infra.evaluates")
    private List<String> evaluates = Collections.emptyList();

    /** The requirements that fail the build: undecided (and missed ones), missed, never. */
    @Parameter(property = "infra.failOnRequirement", defaultValue = "undecided")
    private Unmet failOnRequirement = Unmet.undecided;

    /** Files that are written: json, text. */
    @Parameter(property = "infra.evaluate.formats", defaultValue = "json,text")
    private List<Format> formats = Collections.emptyList();

    /** Called by Maven. */
    public EvaluateMojo() {
        super("Evaluating");
    }

    List<String> evaluates() {
        return evaluates;
    }

    Unmet failOnRequirement() {
        return failOnRequirement;
    }

    List<Format> formats() {
        return formats;
    }
}
