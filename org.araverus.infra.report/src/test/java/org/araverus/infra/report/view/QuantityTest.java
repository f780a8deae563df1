// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void bothEndsStandInTheUnitOfTheValue() {
        Quantity q = Quantity.of(42_500, 38_300, 46_800, "W");
        assertThat(q.text()).isEqualTo("42.5\u00a0kW");
        assertThat(q.interval()).isEqualTo("38.3 to 46.8");
    }

    @Test
    void anExactNumberHasNoInterval() {
        assertThat(Quantity.of(3, "").interval()).isEmpty();
        assertThat(Quantity.of(3, "").text()).isEqualTo("3");
    }

    @Test
    void ofAFloorTheLowerEndIsSaid() {
        Quantity q = Quantity.of(0.728, 0.6, Double.POSITIVE_INFINITY, "s");
        assertThat(q.isFloor()).isTrue();
        assertThat(q.interval()).isEqualTo("at least 600");
    }

    @Test
    void unitsAndThousandsAreWrittenAsInPrint() {
        assertThat(Quantity.of(293.15, "degC").text()).isEqualTo("20\u00a0\u00b0C");
        assertThat(Quantity.of(2e-6, "s").text()).isEqualTo("2\u00a0\u00b5s");
        assertThat(Quantity.of(16_384, "").text()).isEqualTo("16\u202f384");
    }

    @Test
    void whatIsNotKnownOrHasNoEndIsSaidInWords() {
        assertThat(Quantity.of(Double.NaN, "W").text()).isEqualTo("unknown");
        assertThat(Quantity.of(Double.POSITIVE_INFINITY, "s").text()).isEqualTo("without limit");
    }

    @Test
    void longTimesAreWeeks() {
        double week = 7 * 86400;
        Quantity q = Quantity.weeks(27 * week, 14 * week, 40 * week);
        assertThat(q.text()).isEqualTo("27\u00a0weeks");
        assertThat(q.interval()).isEqualTo("14 to 40");
    }
}
