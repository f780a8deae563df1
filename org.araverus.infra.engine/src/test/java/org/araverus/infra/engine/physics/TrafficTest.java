// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrafficTest {

    @Test
    void passesOfOneToken() {
        assertThat(Traffic.residualForward(1, 100, 2, 1)).isEqualTo(2000);
        assertThat(Traffic.residualBackward(1, 100, 2, 8)).isEqualTo(300);
        assertThat(Traffic.rotation(1, 64, 8, 128, 2, 8)).isEqualTo(2 * 72 * 128 * 2 / 8);
        assertThat(Traffic.activationForward(1, 100, 3, 2, 1)).isEqualTo(600);
        assertThat(Traffic.activationBackward(1, 100, 3, 2, 1)).isEqualTo(1000);
        assertThat(Traffic.activationBackward(1, 100, 2, 2, 1)).isEqualTo(600);
        assertThat(Traffic.permute(1, 8, 100, 2, 1)).isEqualTo(6400);
        assertThat(Traffic.crossEntropy(1, 1000, 2, 4)).isEqualTo(5000);
        assertThat(Traffic.embedding(1, 100, 2, 1)).isEqualTo(1000);
        assertThat(Traffic.optimizer(10, 4, 12, 2, 1)).isEqualTo(300);
    }

    @Test
    void storedScoresOutweighTheRestAtLongSequences() {
        double stored =
                Traffic.attentionStored(1, 2048, 96, 96, 128, 2, 8)
                        + Traffic.softmaxForward(1, 2048, 96, 2, 8);
        double fused = Traffic.attentionFused(1, 96, 96, 128, 2, 8);
        assertThat(stored).isCloseTo(fused + 2048 * 96 * (2 * 2 + 9) / 8.0, within(1e-9));
        assertThat(Traffic.softmaxBackward(1, 2048, 96, 2, 8)).isEqualTo(2048 * 96 * 11 / 8.0);
    }

    @Test
    void bytesOfEachParallelism() {
        assertThat(ParallelTraffic.tensor(8192, 16384, 2)).isEqualTo(8192 * 16384 * 2.0);
        assertThat(ParallelTraffic.pipeline(8192, 16384, 2, 8)).isEqualTo(8192 * 16384 * 2.0 / 8);
        assertThat(ParallelTraffic.context(8192, 8, 128, 2, 16)).isEqualTo(2 * 8192 * 128 * 2);
        assertThat(ParallelTraffic.expert(4096, 8, 7168, 1, 1)).isEqualTo(4096 * 8 * 7168.0);
        assertThat(ParallelTraffic.gradients(1e9, 4)).isEqualTo(4e9);
        assertThat(ParallelTraffic.weights(1e9, 2)).isEqualTo(2e9);
    }
}
