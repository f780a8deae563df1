// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CheckpointingTest {
    /** 16,384 accelerators with an interruption every 11,135 s, a minute for a checkpoint. */
    @Test
    void theIntervalOfYoungAndWhatItKeeps() {
        double interrupted = Checkpointing.interrupted(11_135.0 * 16_384, 16_384);
        assertThat(interrupted).isEqualTo(11_135);
        double interval = Checkpointing.young(60, interrupted);
        assertThat(interval).isCloseTo(1155.9, within(0.05));
        double kept = share(60, interval, interrupted);
        assertThat(share(60, interval * 2, interrupted)).isLessThan(kept);
        assertThat(share(60, interval / 2, interrupted)).isLessThan(kept);
    }

    /** By the formula of arXiv:2410.21680: 2,048 nodes, 6.5 failures in 1,000 days. */
    @Test
    void theShareOfTheTimeOfTheRscCluster() {
        double day = 86_400;
        double interrupted = Checkpointing.interrupted(day / 6.5e-3, 2048);
        double running = Checkpointing.running(Checkpointing.lost(1156, 300, 0), interrupted);
        double kept = Checkpointing.goodput(Checkpointing.saving(60, 1156), running);
        assertThat(kept).isCloseTo(0.822, within(0.001));
    }

    @Test
    void withoutEndNothingIsKept() {
        assertThat(Checkpointing.running(Checkpointing.lost(1000, 300, 10), 500)).isZero();
        assertThat(Checkpointing.saving(0, 0)).isEqualTo(1);
    }

    @Test
    void sizesAndTimes() {
        // 405e9 parameters of 2 + 12 bytes at 2 TB/s
        double size = Checkpointing.size(405e9, 2, 12);
        assertThat(size).isEqualTo(5.67e12);
        assertThat(Checkpointing.transfer(size, 2e12)).isCloseTo(2.835, within(1e-9));
        assertThat(Checkpointing.throughput(100, 0.5)).isEqualTo(50);
    }

    private static double share(double stall, double interval, double interrupted) {
        double running = Checkpointing.running(Checkpointing.lost(interval, 300, 0), interrupted);
        return Checkpointing.goodput(Checkpointing.saving(stall, interval), running);
    }
}
