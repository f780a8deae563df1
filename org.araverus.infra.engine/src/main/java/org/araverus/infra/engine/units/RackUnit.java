// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.units;

/** The unit of height in racks: 1.75 inches by EIA-310-D, as the library's unit {@code U}. */
public final class RackUnit {
    /** Metres. */
    public static final double METRES = 44.45e-3;

    private RackUnit() {}
}
