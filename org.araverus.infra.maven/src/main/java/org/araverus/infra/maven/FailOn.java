// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

/** The findings that fail a build, as a pom writes it. */
public enum FailOn {
    /** Errors, and requirements that are missed. */
    error,
    /** These, and what puts a run in danger. */
    danger,
    /** These, and warnings. */
    warning,
    /** Any finding. */
    note,
    /** Findings are logged and no more. */
    never
}
