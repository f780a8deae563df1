// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import java.util.Collections;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Names what does not fit, where, why, and what to type instead. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class CheckMojo extends InfraMojo {
    /** The form of a file with all findings. */
    public enum Format {
        /** {@code findings.json}, in the shape of check.schema.json. */
        json,
        /** {@code findings.sarif}, SARIF 2.1.0. */
        sarif,
        /** {@code findings.xml}, JUnit XML. */
        junit
    }

    /** The gravity from which on a finding fails the build: error, danger, warning, note, never. */
    @Parameter(property = "infra.failOn", defaultValue = "error")
    private FailOn failOn = FailOn.error;

    /** Files that are written: json, sarif, junit. */
    @Parameter(property = "infra.check.formats", defaultValue = "json,sarif")
    private List<Format> formats = Collections.emptyList();

    /** Called by Maven. */
    public CheckMojo() {
        super("Checking");
    }

    FailOn failOn() {
        return failOn;
    }

    List<Format> formats() {
        return formats;
    }
}
