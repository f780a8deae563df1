// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RecurrencesTest {
    /** Nemotron 3 Nano: 64 heads of 64, 8 groups, a state of 128. */
    @Test
    void stateOfAStateSpaceLayer() {
        double channels = Recurrences.channels(8, 64, 128, 64);
        assertThat(channels).isEqualTo(6144);
        assertThat(23 * Recurrences.state(64, 128, 64, channels, 4)).isEqualTo(49_082_368);
    }

    /** Qwen3.5 397B: 64 heads of values, 16 of keys, 128 wide. */
    @Test
    void stateOfALinearLayer() {
        double channels = Recurrences.channels(16, 64, 128, 128);
        assertThat(channels).isEqualTo(12_288);
        assertThat(45 * Recurrences.state(64, 128, 128, channels, 4)).isEqualTo(192_061_440);
    }

    /**
     * One chunk of one token, state of one number: two multiply-adds within, two with the state.
     */
    @Test
    void scansOfTheSmallestLayer() {
        assertThat(Recurrences.stateSpace(1, 1, 1, 1, 1, 1)).isEqualTo(2 * (1 + 1 + 2));
        assertThat(Recurrences.gatedDelta(1, 1, 1, 1, 1)).isEqualTo(2 * (5 + 3));
    }

    @Test
    void projectionsAreTheMatricesOfTheParameters() {
        double channels = Recurrences.channels(8, 64, 128, 64);
        double width = Recurrences.width(channels, 64, 64, 1);
        assertThat(width).isEqualTo(4096 + 6144 + 64);
        double flops = Recurrences.projections(10, 2688, width, 64, 64);
        double vectors = 4 * channels + 2 * 64 + 64 * 64;
        assertThat(Recurrences.parameters(2688, width, channels, 64, 64, 4) - vectors)
                .isCloseTo(flops / 20, within(1e-6));
    }

    /** A scan grows with the sequence, attention with its square. */
    @Test
    void linearInTheSequence() {
        assertThat(Recurrences.stateSpace(2000, 128, 8, 64, 128, 64))
                .isEqualTo(2 * Recurrences.stateSpace(1000, 128, 8, 64, 128, 64));
    }
}
