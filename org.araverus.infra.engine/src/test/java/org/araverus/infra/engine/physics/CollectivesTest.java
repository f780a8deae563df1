// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class CollectivesTest {

    private static final double ALPHA = 1e-6;
    private static final double BYTES = 100e6;
    private static final double RATE = 450e9;

    @Test
    void eightRanksAndHundredMegabytes() {
        assertMicros(Collectives.allReduceRing(8, BYTES, ALPHA, RATE), 402.9);
        assertMicros(Collectives.allReduceTree(8, BYTES, ALPHA, RATE), 450.4);
        assertMicros(Collectives.allReduceHalving(8, BYTES, ALPHA, RATE), 394.9);
        assertMicros(Collectives.allReduceNvls(8, BYTES, ALPHA, RATE), 251.0);
        assertMicros(Collectives.allReduceSharp(BYTES, ALPHA, RATE), 223.2);
        assertMicros(Collectives.allGatherRing(8, BYTES, ALPHA, RATE), 201.4);
        assertMicros(Collectives.allGatherPat(8, BYTES, ALPHA, RATE), 197.4);
        assertMicros(Collectives.broadcast(8, BYTES, ALPHA, RATE), 229.2);
        assertMicros(Collectives.send(BYTES, ALPHA, RATE), 223.2);
    }

    @Test
    void twoLevelsOfSixteenNodes() {
        double inside = 2 * Collectives.allGatherRing(8, 1e9, 0, RATE);
        double outside = Collectives.allReduceRing(16, 1e9 / 8, 0, 50e9);
        assertThat(inside * 1e3).isCloseTo(3.889, within(5e-4));
        assertThat(outside * 1e3).isCloseTo(4.688, within(5e-4));
        assertThat(Collectives.allReduceHierarchical(8, 16, 1e9, 0, RATE, 0, 50e9))
                .isCloseTo(inside + outside, within(1e-12));
    }

    @Test
    void busBandwidthOfInSwitchReduction() {
        double time = Collectives.allReduceNvls(8, 1e9, 0, RATE);
        assertThat(Collectives.busAllReduce(8, 1e9, time) / 1e9).isCloseTo(700, within(0.5));
        double rack = Collectives.allReduceNvls(72, 1e9, 0, 1);
        assertThat(Collectives.busAllReduce(72, 1e9, rack)).isCloseTo(1.945, within(5e-4));
        double ring = Collectives.allReduceRing(8, 1e9, 0, RATE);
        assertThat(Collectives.busAllReduce(8, 1e9, ring)).isCloseTo(RATE, within(1.0));
        double gather = Collectives.allGatherRing(8, 1e9, 0, RATE);
        assertThat(Collectives.busAllGather(8, 1e9, gather)).isCloseTo(RATE, within(1.0));
    }

    @Test
    void latencyOfSixteenNodesOfEight() {
        double us = 1e-6;
        assertMicros(CollectiveLatency.ring(6.6 * us, 254, 30, 0.6 * us, us, 2.7 * us), 311.6);
        assertMicros(CollectiveLatency.ring(8.4 * us, 254, 30, 3.4 * us, 3 * us, 14 * us), 1190.0);
        assertMicros(CollectiveLatency.tree(6.8 * us, 8, 16, 0.6 * us, 5 * us), 55.2);
        assertMicros(CollectiveLatency.tree(8.4 * us, 8, 16, 4 * us, 14 * us), 176.4);
        assertMicros(CollectiveLatency.nvlsTree(16, 25 * us, 20.9 * us), 192.2);
        assertMicros(CollectiveLatency.pat(8 * us, 16, 14 * us, 2.8 * us), 68.8);
    }

    @Test
    void halfOfTheBandwidthAtTheHalfSize() {
        assertThat(Collectives.rate(100, 0.8, 8e6, 8e6)).isCloseTo(40, within(1e-9));
        assertThat(Collectives.rate(100, 0.8, 1e18, 8e6)).isCloseTo(80, within(1e-6));
    }

    @Test
    void groupsReachOverDomains() {
        // 128 copies, 8 apart, on nodes of 8 and pods of 3,072
        assertThat(Collectives.reach(128, 8, 8)).isEqualTo(1);
        assertThat(Collectives.reach(128, 8, 3072)).isEqualTo(128);
        assertThat(Collectives.reach(512, 8, 3072)).isEqualTo(384);
        assertThat(Collectives.groups(512, 384)).isEqualTo(2);
        assertThat(Collectives.levelBytes(800, 8)).isEqualTo(100);
        assertThat(Collectives.ringPass(5, 100, 1, 50)).isEqualTo(12);
    }

    @Test
    void allReduceTakesTheTreeWhereLatencyRules() {
        assertThat(Collectives.allReduce(64, 8, 1e-5, 1e11))
                .isEqualTo(Collectives.allReduceTree(64, 8, 1e-5, 1e11));
        assertThat(Collectives.allReduce(64, 1e10, 1e-5, 1e11))
                .isEqualTo(Collectives.allReduceRing(64, 1e10, 1e-5, 1e11));
    }

    @Property(seed = "1")
    void allReduceIsReduceScatterAndAllGather(
            @ForAll @IntRange(min = 1, max = 4096) int ranks,
            @ForAll @DoubleRange(min = 1, max = 1e11) double bytes,
            @ForAll @Scale(9) @DoubleRange(min = 0, max = 1e-3) double alpha,
            @ForAll @DoubleRange(min = 1e6, max = 1e13) double rate) {
        double parts =
                Collectives.reduceScatterRing(ranks, bytes, alpha, rate)
                        + Collectives.allGatherRing(ranks, bytes, alpha, rate);
        assertThat(Collectives.allReduceRing(ranks, bytes, alpha, rate))
                .isCloseTo(parts, within(1e-12 * parts));
    }

    @Property(seed = "1")
    void moreBandwidthIsNeverSlowerAndNoTimeIsNegative(
            @ForAll @IntRange(min = 1, max = 1024) int inner,
            @ForAll @IntRange(min = 1, max = 1024) int outer,
            @ForAll @DoubleRange(min = 0, max = 1e11) double bytes,
            @ForAll @Scale(9) @DoubleRange(min = 0, max = 1e-3) double alpha,
            @ForAll @DoubleRange(min = 1e6, max = 1e13) double rate,
            @ForAll @DoubleRange(min = 1, max = 10) double factor) {
        double fast = rate * factor;
        double[] slowTimes = all(inner, outer, bytes, alpha, rate);
        double[] fastTimes = all(inner, outer, bytes, alpha, fast);
        for (int i = 0; i < slowTimes.length; i++) {
            assertThat(fastTimes[i]).isBetween(0.0, slowTimes[i]);
        }
    }

    @Property(seed = "1")
    void oneGroupOrOneRankInsideIsTheFlatRing(
            @ForAll @IntRange(min = 1, max = 1024) int ranks,
            @ForAll @DoubleRange(min = 1, max = 1e11) double bytes) {
        double flat = Collectives.allReduceRing(ranks, bytes, ALPHA, RATE);
        assertThat(Collectives.allReduceHierarchical(ranks, 1, bytes, ALPHA, RATE, 1, 1))
                .isCloseTo(flat, within(1e-12 * flat));
        assertThat(Collectives.allReduceHierarchical(1, ranks, bytes, 1, 1, ALPHA, RATE))
                .isCloseTo(flat, within(1e-12 * flat));
    }

    private static double[] all(int inner, int outer, double bytes, double alpha, double rate) {
        return new double[] {
            Collectives.allReduceRing(inner, bytes, alpha, rate),
            Collectives.allReduce(inner, bytes, alpha, rate),
            Collectives.allReduceTree(inner, bytes, alpha, rate),
            Collectives.allReduceHalving(inner, bytes, alpha, rate),
            Collectives.allReduceNvls(inner, bytes, alpha, rate),
            Collectives.allReduceSharp(bytes, alpha, rate),
            Collectives.allGatherPat(inner, bytes, alpha, rate),
            Collectives.allToAll(inner, bytes, alpha, rate),
            Collectives.broadcast(inner, bytes, alpha, rate),
            Collectives.send(bytes, alpha, rate),
            Collectives.allReduceHierarchical(inner, outer, bytes, alpha, rate, alpha, rate / 9),
            Collectives.allGatherHierarchical(inner, outer, bytes, alpha, rate, alpha, rate / 9),
            Collectives.allToAllHierarchical(inner, outer, bytes, alpha, rate, alpha, rate / 9),
        };
    }

    private static void assertMicros(double seconds, double micros) {
        assertThat(seconds * 1e6).isCloseTo(micros, within(0.051));
    }

    @Test
    void serversReduceSmallMessagesInOneShotAndLargeOnesInTwo() {
        double small = Collectives.allReduceDirect(8, 1e4, 5e-6, 450e9);
        assertThat(small).isCloseTo(15e-6 + 7 * 1e4 / 450e9, within(1e-12));
        double large = Collectives.allReduceDirect(8, 1e9, 5e-6, 450e9);
        assertThat(large).isCloseTo(30e-6 + 1.75 * 1e9 / 450e9, within(1e-12));
    }

    @Test
    void postedMessagesPayTheirLatencyOnce() {
        double inside = Collectives.allToAllPosted(8, 8, 8e6, 30e-6, 400e9, 50e9);
        assertThat(inside).isCloseTo(30e-6 + 7e6 / 400e9, within(1e-12));
        double across = Collectives.allToAllPosted(8, 16, 8e6, 30e-6, 400e9, 50e9);
        assertThat(across).isCloseTo(30e-6 + 4e6 / 50e9, within(1e-12));
        assertThat(Collectives.bestRate(450e9, 0.8)).isCloseTo(360e9, within(1e-3));
    }
}
