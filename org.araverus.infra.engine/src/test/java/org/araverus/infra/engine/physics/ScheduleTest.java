// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static double closed(int ranks, int microBatches, int chunks, double stage) {
        return Schedule.work(microBatches, stage) + Schedule.bubble(ranks * stage, stage, chunks);
    }

    private static double graph(int ranks, int microBatches, int chunks, double f, double b) {
        double[] forward = new double[ranks * chunks];
        double[] backward = new double[ranks * chunks];
        Arrays.fill(forward, f / chunks);
        Arrays.fill(backward, b / chunks);
        return new PipelineGraph(ranks, microBatches, forward, backward).time();
    }

    @Property(seed = "1")
    void equalStagesAgreeWithTheEventGraph(
            @ForAll @IntRange(min = 1, max = 16) int ranks,
            @ForAll @IntRange(min = 1, max = 40) int microBatches) {
        int m = Math.max(ranks, microBatches);
        double simulated = graph(ranks, m, 1, 1, 2);
        assertThat(closed(ranks, m, 1, 3)).isCloseTo(simulated, within(1e-9 * simulated));
    }

    @Property(seed = "1")
    void interleavedEqualStagesAgreeWithTheEventGraph(
            @ForAll @IntRange(min = 2, max = 8) int ranks,
            @ForAll @IntRange(min = 2, max = 6) int chunks,
            @ForAll @IntRange(min = 1, max = 6) int rounds) {
        double simulated = graph(ranks, rounds * ranks, chunks, 1, 2);
        assertThat(closed(ranks, rounds * ranks, chunks, 3))
                .isCloseTo(simulated, within(1e-9 * simulated));
    }

    @Test
    void publishedPoints() {
        assertThat(closed(8, 20, 1, 3) - Schedule.work(20, 3)).isEqualTo(21);
        assertThat(closed(4, 8, 2, 3) - Schedule.work(8, 3)).isEqualTo(4.5);
        assertThat(Schedule.bubbleShare(16, 1, 16)).isCloseTo(0.94, within(0.005));
        assertThat(Schedule.bubbleShare(16, 8, 16)).isCloseTo(0.117, within(0.0005));
        assertThat(Schedule.bubbleShare(16, 8, 32)).isCloseTo(0.059, within(0.0005));
    }

    /** The slowest stage rules, wherever it is; the closed form may be late, never early. */
    @Property(seed = "1")
    void oneSlowStageIsBoundedByTheClosedForm(
            @ForAll @IntRange(min = 2, max = 8) int ranks,
            @ForAll @IntRange(min = 0, max = 7) int place,
            @ForAll @IntRange(min = 1, max = 20) int slow) {
        int m = 4 * ranks;
        double[] forward = new double[ranks];
        double[] backward = new double[ranks];
        Arrays.fill(forward, 1);
        Arrays.fill(backward, 2);
        forward[place % ranks] *= 1 + slow / 20.0;
        backward[place % ranks] *= 1 + slow / 20.0;
        double slowest = 3 * (1 + slow / 20.0);
        double sum = 3 * (ranks - 1) + slowest;
        double simulated = new PipelineGraph(ranks, m, forward, backward).time();
        double step = Schedule.work(m, slowest) + Schedule.bubble(sum, slowest, 1);
        assertThat(step).isBetween(simulated * (1 - 1e-9), simulated * 1.08);
    }

    @Test
    void layersAddUp() {
        assertThat(Layer.kernels(2, 1, 2, 3)).isEqualTo(12);
        assertThat(Layer.pass(1, 2, 3, 4)).isEqualTo(10);
        assertThat(Layer.time(1, 2, 3)).isEqualTo(6);
    }

    @Test
    void exposedAndBeyond() {
        assertThat(Schedule.exposed(0.5, 4)).isEqualTo(2);
        assertThat(Schedule.beyond(0, 4, 5)).isZero();
        assertThat(Schedule.beyond(0, 4, 3)).isEqualTo(1);
        assertThat(Schedule.beyond(0.5, 4, 5)).isEqualTo(2);
        assertThat(Schedule.beyond(1, 4, 5)).isEqualTo(4);
        assertThat(Schedule.microBatches(2048, 128, 1)).isEqualTo(16);
        assertThat(Schedule.stepTime(1, 2, 3, 4)).isEqualTo(10);
        assertThat(Schedule.throughput(100, 4)).isEqualTo(25);
    }

    @Test
    void utilizationOverThePeak() {
        assertThat(Schedule.mfu(50, 2, 5, 10)).isEqualTo(0.5);
        assertThat(Schedule.hfu(50, 25, 2, 5, 10)).isEqualTo(0.75);
        assertThat(Schedule.flops(50, 2, 5)).isEqualTo(5);
    }

    @Test
    void onlyWhatOutlastsTheWorkBesideItShows() {
        assertThat(Schedule.beside(5, 3)).isEqualTo(2);
        assertThat(Schedule.beside(3, 5)).isZero();
    }
}
