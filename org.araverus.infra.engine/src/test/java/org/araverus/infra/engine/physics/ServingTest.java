// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingTest {

    /** Waits over the service time: M/M/1, M/D/1 and M/G/1 at a load of 0.8. */
    @ParameterizedTest
    @CsvSource({"1, 4", "0, 2", "0.5, 3"})
    void waitsOfOneServer(double variation, double wait) {
        assertThat(Serving.wait(0.8, variation, 1)).isCloseTo(wait, within(1e-12));
    }

    @Test
    void nothingEndsAtFullLoad() {
        assertThat(Serving.wait(1, 0, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Serving.wait(0, 0, 1)).isZero();
    }

    @Test
    void littlesLaw() {
        assertThat(Serving.batch(12, 4, 600, 0.02)).isCloseTo(36, within(1e-12));
        assertThat(Serving.promptLoad(12, 4, 0.2)).isCloseTo(0.6, within(1e-12));
        assertThat(Serving.demand(12, 600)).isEqualTo(7200);
        assertThat(Serving.capacity(4, 36, 0.02)).isCloseTo(7200, within(1e-9));
        assertThat(Serving.throughput(7200, 5000)).isEqualTo(5000);
        assertThat(Serving.tokenTime(0.02, 30, 600, 0.2)).isCloseTo(0.03, within(1e-12));
    }

    @Test
    void memoryLimitsTheBatch() {
        double tokens = Serving.cachedTokens(1000, 500);
        assertThat(tokens).isEqualTo(1250);
        assertThat(Serving.batchLimit(2, 100, 0.9, 50, 10, 10, 1)).isEqualTo(6);
        assertThat(Serving.batchLimit(2, 100, 0.9, 95, 10, 10, 1)).isZero();
        assertThat(Serving.expertsRead(64, 8)).isEqualTo(8);
    }
}
