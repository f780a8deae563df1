// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

/** The requirements that fail a build, as a pom writes it. */
public enum Unmet {
    /** Those that are missed, and those that the closed form cannot decide. */
    undecided,
    /** Those that are missed. */
    missed,
    /** None: they are logged and no more. */
    never
}
