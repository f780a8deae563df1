// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** How many feeds may fail without harm. */
public enum Redundancy implements Spelled {
    N("N"),
    N_PLUS_1("N+1"),
    TWO_N("2N");

    private final String text;

    Redundancy(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
