// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

/** The clock of each class of devices over its rated one; 1 until power and heat say otherwise. */
public record OperatingPoint(double accelerators) {

    /** Everything at its rated clock. */
    public static final OperatingPoint RATED = new OperatingPoint(1);
}
