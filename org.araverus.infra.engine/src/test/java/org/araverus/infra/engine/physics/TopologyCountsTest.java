// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopologyCountsTest {

    /** Counts of the DGX SuperPOD B200 reference architecture, radix 64. */
    @ParameterizedTest
    @CsvSource({
        "512, 16, 8",
        "1024, 32, 16",
        "2048, 64, 32",
    })
    void superPodOfTwoTiers(double endpoints, double leaves, double spines) {
        assertThat(endpoints).isLessThanOrEqualTo(TopologyCounts.twoTierHosts(64));
        assertThat(TopologyCounts.leaves(endpoints, 64, 1)).isEqualTo(leaves);
        double uplinks = TopologyCounts.uplinks(endpoints, 1);
        assertThat(uplinks).isEqualTo(endpoints);
        assertThat(TopologyCounts.top(uplinks, 64)).isEqualTo(spines);
    }

    @ParameterizedTest
    @CsvSource({"4096, 128, 128, 64", "8192, 256, 256, 128", "16384, 512, 512, 256"})
    void superPodOfThreeTiers(double endpoints, double leaves, double spines, double cores) {
        assertThat(endpoints).isLessThanOrEqualTo(TopologyCounts.threeTierHosts(64));
        assertThat(TopologyCounts.leaves(endpoints, 64, 1)).isEqualTo(leaves);
        assertThat(TopologyCounts.leaves(TopologyCounts.uplinks(endpoints, 1), 64, 1))
                .isEqualTo(spines);
        assertThat(TopologyCounts.top(endpoints, 64)).isEqualTo(cores);
    }

    @Test
    void fatTreesOfRadix64() {
        assertThat(TopologyCounts.twoTierHosts(64)).isEqualTo(2048);
        assertThat(TopologyCounts.threeTierHosts(64)).isEqualTo(65536);
        assertThat(TopologyCounts.leaves(10368, 144, 1)).isEqualTo(144);
        assertThat(TopologyCounts.top(10368, 144)).isEqualTo(72);
        assertThat(TopologyCounts.leaves(3072, 64, 3)).isEqualTo(64);
    }

    @Test
    void dragonflies() {
        assertThat(TopologyCounts.dragonflyGroups(8)).isEqualTo(129);
        assertThat(TopologyCounts.dragonflyHosts(8)).isEqualTo(16512);
        assertThat(TopologyCounts.dragonflySwitches(8)).isEqualTo(2064);
        assertThat(TopologyCounts.dragonflyLocal(8)).isEqualTo(15480);
        assertThat(TopologyCounts.dragonflyGlobal(8)).isEqualTo(8256);
        assertThat(TopologyCounts.dragonflyHosts(16)).isEqualTo(262656);
        assertThat(TopologyCounts.dragonflySwitches(16)).isEqualTo(16416);
        assertThat(TopologyCounts.dragonflyPlusHosts(36)).isEqualTo(105300);
        assertThat(TopologyCounts.dragonflyPlusSwitches(36)).isEqualTo(11700);
    }

    @Test
    void toruses() {
        assertThat(TopologyCounts.bisectionTorus(256, 16, 50e9)).isEqualTo(1.6e12);
        assertThat(TopologyCounts.bisectionTorus(256, 16, 100e9)).isEqualTo(3.2e12);
        assertThat(TopologyCounts.bisectionTorus(4096, 16, 50e9)).isEqualTo(25.6e12);
        assertThat(TopologyCounts.allToAllTorus(16, 1e9, 50e9)).isCloseTo(0.040, within(1e-12));
    }

    @Test
    void oversubscriptionDividesRateAndBisection() {
        assertThat(TopologyCounts.rate(50e9, 7)).isEqualTo(50e9 / 7);
        assertThat(TopologyCounts.bisectionTree(3072, 50e9, 7)).isEqualTo(3072 * 50e9 / 14);
    }

    /** An all-to-all over the rate through the middle is the closed form of the bisection. */
    @ParameterizedTest
    @CsvSource({"16, 2, 8", "4, 3, 3", "16, 3, 12", "4, 2, 2", "2, 2, 1"})
    void anAllToAllCrossesTheMiddleOfATorus(double side, double dimensions, double slower) {
        double ranks = Math.pow(side, dimensions);
        double link = 50e9;
        double all = 2 * dimensions * link;
        double rate = TopologyCounts.torusRate(all, ranks, ranks, dimensions);
        assertThat(all / rate).isCloseTo(slower, within(1e-9));
        assertThat(1e9 / rate)
                .isCloseTo(TopologyCounts.allToAllTorus(side, 1e9, link), within(1e-12));
    }

    @Test
    void aBlockOfATorusHasHalfOfTheLinksThroughItsMiddle() {
        assertThat(TopologyCounts.torusRate(6, 64, 4096, 3)).isCloseTo(6 * 2 / 12.0, within(1e-12));
        assertThat(TopologyCounts.torusRate(6, 1, 64, 3)).isCloseTo(6 * 2 / 3.0, within(1e-12));
        assertThat(TopologyCounts.torusRate(6, 1, 64, 1)).isEqualTo(6);
    }
}
