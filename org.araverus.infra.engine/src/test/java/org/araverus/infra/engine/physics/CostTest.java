// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CostTest {

    private static final double YEAR = 365 * 86400.0;

    @Test
    void annuityOfFiveYearsAtEightPercent() {
        assertThat(Cost.annuity(0.08, 5 * YEAR)).isCloseTo(0.2505, within(5e-5));
        assertThat(Cost.annuity(0, 5 * YEAR)).isCloseTo(0.2, within(1e-12));
        assertThat(Cost.annuity(1e-9, 5 * YEAR)).isCloseTo(0.2, within(1e-8));
    }

    @Test
    void energyOfOneAcceleratorForAYear() {
        double price = 0.10 / 3.6e6;
        double facility = Power.facility(700 * 1.3, 1.2);
        // 8,760 hours
        assertThat(Cost.energy(facility, price) * 8760 * 3600).isCloseTo(957, within(0.5));
    }

    @Test
    void capitalEnergyAndTokens() {
        double capital = Cost.capital(50_000, 0.25, 0.05);
        assertThat(capital * YEAR).isCloseTo(15_000, within(1e-6));
        double rate = Cost.perHour(capital, 1e-5);
        assertThat(rate).isEqualTo(capital + 1e-5);
        assertThat(Cost.perToken(rate, 1000)).isEqualTo(rate / 1000);
    }
}
