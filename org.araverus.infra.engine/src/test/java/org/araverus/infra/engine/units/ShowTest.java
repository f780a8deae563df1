// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTest {
    @Test
    void whatIsNoNumberHasWords() {
        assertEquals("unknown", Show.digits(Double.NaN));
        assertEquals("without limit", Show.digits(Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @CsvSource({
        "41900, W, 41.9 kW",
        "999.6, W, 1 kW",
        "0, W, 0 W",
        "12e6, W, 12 MW",
        "85899345920, B, 80 GiB",
        "3.35e12, B/s, 3.35 TB/s",
        "989e12, FLOP/s, 989 TFLOP/s",
        "0.0456, s, 45.6 ms",
        "45.25, s, 45.3 s",
        "130, s, 2.17 min",
        "0.4e-6, USD/tok, 0.4 USD/Mtok",
        "0.41, %, 41 %",
        "313.15, degC, 40 degC",
        "16384, '', 16_384",
        "2.9e-3, m^3/s, 2.9 L/s",
        "-7900, W, -7.9 kW"
    })
    void readsWell(double si, String unit, String text) {
        assertEquals(text, Show.value(si, unit));
    }
}
