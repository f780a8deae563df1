// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * The clock of each class of devices over its rated one; 1 until power and heat say otherwise.
 *
 * @param made how the clock of accelerators came to be; null for the rated one, and in re-runs
 */
public record OperatingPoint(double accelerators, @Nullable Derivation made) {

    /** Everything at its rated clock. */
    public static final OperatingPoint RATED = new OperatingPoint(1, null);

    /** A clock of accelerators. */
    public static OperatingPoint at(double clock) {
        return new OperatingPoint(clock, null);
    }

    /** Whether accelerators run at their rated clock. */
    boolean rated() {
        return accelerators == 1;
    }

    /** Puts the clock of accelerators into a cell. */
    void put(Frame f, int cell, String law) {
        f.input(cell, accelerators, law);
        if (made != null && f.probe instanceof Recording r) r.place(cell, made);
    }
}
