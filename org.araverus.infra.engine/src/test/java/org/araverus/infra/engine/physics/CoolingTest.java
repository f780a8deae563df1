// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CoolingTest {

    private static final double CFM = 0.3048 * 0.3048 * 0.3048 / 60;
    private static final double LITRE_PER_MINUTE = 1e-3 / 60;

    @Test
    void airOfOneKilowatt() {
        assertThat(Cooling.flow(1000, 1.2, 1005, 20 / 1.8) / CFM).isCloseTo(158.1, within(0.05));
        assertThat(Cooling.flow(1000, 1.2, 1005, 1) / CFM).isCloseTo(1757, within(1.0));
    }

    @Test
    void liquidOfOneKilowattAtTenKelvin() {
        // water at 30 degC; propylene glycol, 25 % by mass, at 30 degC
        assertThat(Cooling.flow(1000, 995.7, 4180, 10) / LITRE_PER_MINUTE)
                .isCloseTo(1.44, within(0.005));
        assertThat(Cooling.flow(1000, 1015, 3945, 10) / LITRE_PER_MINUTE)
                .isCloseTo(1.50, within(0.005));
    }

    @Test
    void eightyLitresAMinuteWarmUpTwentyOneKelvin() {
        double rise = Cooling.rise(115e3, 1015, 3945, 80 * LITRE_PER_MINUTE);
        assertThat(rise).isCloseTo(21.5, within(0.05));
        assertThat(Cooling.returnTemperature(298.15, rise)).isCloseTo(319.65, within(0.05));
    }

    @Test
    void airThinsWithAltitude() {
        double sea = Cooling.airDensity(101325, 293.15);
        assertThat(sea).isCloseTo(1.204, within(5e-4));
        assertThat(1 - Cooling.airDensity(97773, 293.15) / sea).isCloseTo(0.035, within(5e-4));
    }

    @Test
    void pumpOfOneKilowatt() {
        double pressure = 40 * 6894.757;
        assertThat(Cooling.pump(pressure, 1.5 * LITRE_PER_MINUTE, 0.5))
                .isCloseTo(13.8, within(0.05));
    }

    @Test
    void towersAndChillers() {
        assertThat(Cooling.effectiveness(5.56, 3.89)).isCloseTo(0.588, within(5e-4));
        assertThat(Cooling.supply(298.7, 3.89, 0.5)).isCloseTo(300.645, within(1e-9));
        assertThat(Cooling.performance(0.5, 288.15, 308.15)).isCloseTo(7.20, within(0.005));
        assertThat(Cooling.chiller(7.2e6, 7.2)).isCloseTo(1e6, within(1e-6));
        assertThat(Cooling.water(3.6e6, 1e18)).isCloseTo(1.48, within(0.005));
        assertThat(Cooling.water(3.6e6, 4)).isCloseTo(1.97, within(0.006));
    }

    @Property(seed = "1")
    void heatIsConserved(
            @ForAll @DoubleRange(min = 0, max = 1e9) double power,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        double sum = Cooling.liquid(power, share) + Cooling.air(power, share);
        assertThat(sum).isCloseTo(power, within(1e-9 * power));
    }

    @Property(seed = "1")
    void flowAndRiseAreInverse(
            @ForAll @DoubleRange(min = 1, max = 1e9) double heat,
            @ForAll @DoubleRange(min = 1, max = 40) double rise) {
        double flow = Cooling.flow(heat, 1015, 3945, rise);
        assertThat(Cooling.rise(heat, 1015, 3945, flow)).isCloseTo(rise, within(1e-9 * rise));
    }
}
