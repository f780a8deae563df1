// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DimensionTest {
    @Test
    void derivedUnitsAreProductsOfBaseUnits() {
        assertEquals("kg m^2 s^-3", Dimension.parse("W").toString());
        assertEquals(Dimension.parse("W"), Dimension.parse("J/s"));
        assertEquals(Dimension.parse("USD*s^2/kg/m^2"), Dimension.parse("USD/J"));
        assertEquals("B s^-1", Dimension.parse("B/s").toString());
        assertTrue(Dimension.parse("%").isNone());
        assertTrue(Dimension.parse("B/s").per(Dimension.parse("B/s")).isNone());
    }
}
