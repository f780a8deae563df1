// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTest {

    /** A Frontier node at its peak and idle, and four of them behind one rectifier. */
    @ParameterizedTest
    @CsvSource({"1, 2704.26, 2772.71, 11570.7", "0, 626.26, 652.31, 2735.65"})
    void frontierNode(double utilization, double node, double input, double four) {
        double devices =
                Power.box(
                        4, Power.device(88, 560, utilization), Power.device(90, 280, utilization));
        double sum = devices + 74.26 + 4 * 20 + 30;
        assertThat(sum).isCloseTo(node, within(0.005));
        double converted = Power.conversion(sum, 13, 0.98);
        assertThat(converted).isCloseTo(input, within(0.005));
        assertThat(Power.conversion(4 * converted, 17, 0.96)).isCloseTo(four, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({
        "500, 2, 0.809",
        "500, 2.5, 0.844",
        "500, 3, 0.869",
        "600, 2, 0.910",
        "600, 2.5, 0.927",
        "600, 3, 0.939",
        "900, 2, 1",
    })
    void clockUnderACap(double cap, double exponent, double clock) {
        assertThat(Power.cappedClock(cap, 120, 580, exponent)).isCloseTo(clock, within(5e-4));
    }

    @Test
    void energyOfEvents() {
        // decode of one sequence at 0.85 of 3.35 TB/s; a large product at 0.72 of the peak
        assertThat(Power.deviceEvents(120, 0.77e-12, 0, 63e-12, 0.85 * 3.35e12, 10.4e-12, 0))
                .isCloseTo(300, within(1.0));
        assertThat(Power.deviceEvents(120, 0.77e-12, 0.72 * 989e12, 63e-12, 0.5e12, 10.4e-12, 0))
                .isCloseTo(700, within(2.0));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.877", "0.25, 0.941", "0.5, 0.963", "0.75, 0.969", "1, 0.970"})
    void uninterruptibleSupplyAtPartLoad(double load, double efficiency) {
        assertThat(Power.partLoad(load, 0.01333, 0.0064, 0.01081))
                .isCloseTo(efficiency, within(5e-4));
    }

    @Test
    void transformerIsBestAtHalfLoad() {
        double fixed = 0.00126;
        double square = 0.00503;
        assertThat(Power.partLoad(0.5, fixed, 0, square)).isCloseTo(0.995, within(5e-5));
        assertThat(Power.partLoad(1, fixed, 0, square)).isCloseTo(0.9938, within(6e-5));
        assertThat(Power.partLoad(0.4, fixed, 0, square))
                .isLessThan(Power.partLoad(0.5, fixed, 0, square));
    }

    @Test
    void voltsAndAmperes() {
        double breaker = Power.threePhase(415, 60, 0.95);
        assertThat(breaker / 1e3).isCloseTo(40.97, within(0.005));
        assertThat(Power.feed(breaker, 0.8) / 1e3).isCloseTo(32.78, within(0.005));
        assertThat(Power.threePhase(208, 24, 1) / 1e3).isCloseTo(8.65, within(0.005));
        assertThat(Power.feed(Power.singlePhase(208, 30, 1), 0.8) / 1e3)
                .isCloseTo(4.99, within(0.005));
        double current = Power.threePhaseCurrent(120e3, 415, 0.98);
        assertThat(current).isCloseTo(170.4, within(0.05));
        assertThat(current / 0.8).isCloseTo(213, within(0.07));
    }

    @Test
    void memoryTrafficDrawsLessThanComputing() {
        assertThat(Power.utilization(4, 0, 4)).isEqualTo(1);
        assertThat(Power.utilization(0, 4, 4)).isEqualTo(0.3);
        assertThat(Power.utilization(4, 4, 4)).isEqualTo(1);
        // the decode of one sequence: 300 W of 700 W, 120 W awake
        assertThat(Power.device(120, 700, Power.utilization(0, 1, 1))).isCloseTo(300, within(10.0));
    }

    @Test
    void boxesAndFeeds() {
        assertThat(Power.rest(10200, 8, 700)).isEqualTo(4600);
        assertThat(Power.rest(1000, 8, 700)).isZero();
        assertThat(Power.box(8, 700, 4600)).isEqualTo(10200);
        assertThat(Power.fan(100, 0.8)).isCloseTo(51.2, within(1e-9));
        assertThat(Power.redundant(2, 1, 50e3, 0.8)).isEqualTo(40e3);
        assertThat(Power.peak(40.8e3, 1.1e3, 100)).isEqualTo(42e3);
        assertThat(Power.facility(1e6, 1.2)).isEqualTo(1.2e6);
        assertThat(Power.energyPerToken(1e6, 1e5)).isEqualTo(10);
    }
}
