// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import java.util.Collections;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes all answers as files that open anywhere: does it fit, what does it do, what holds it back,
 * what does it need, what does it cost, how long until it stands; findings with their places, and
 * how each number came to be. The page loads nothing.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class ReportMojo extends InfraMojo {
    /** The form of a report. */
    public enum Format {
        /** {@code report.html}, one page that holds all that it shows. */
        html,
        /** {@code report.md}, Markdown. */
        md,
        /** {@code report.json}, in the shape of report.schema.json. */
        json
    }

    /** Evaluates to report on, by name; all where none is named. */
    @Parameter(property = "infra.evaluates")
    private List<String> evaluates = Collections.emptyList();

    /** What the report is called. */
    @Parameter(property = "infra.report.title", defaultValue = "${project.name}")
    private String title = "";

    /** Files that are written: html, md, json. */
    @Parameter(property = "infra.report.formats", defaultValue = "html,md,json")
    private List<Format> formats = Collections.emptyList();

    /** Called by Maven. */
    public ReportMojo() {
        super("Reporting");
    }

    List<String> evaluates() {
        return evaluates;
    }

    String title() {
        return title;
    }

    List<Format> formats() {
        return formats;
    }
}
