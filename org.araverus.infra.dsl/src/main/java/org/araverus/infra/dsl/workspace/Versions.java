// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

/** Versions that designs and results state. */
public final class Versions {
    /** Of the language: grammar, attributes and rules. */
    public static final String LANGUAGE = "0.1";

    /** Of the catalog: its parts and their figures. */
    public static final String CATALOG = "0.1";

    private Versions() {}
}
