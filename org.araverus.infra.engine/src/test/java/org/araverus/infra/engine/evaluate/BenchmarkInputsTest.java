// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenchmarkInputsTest {

    /** What the benchmark prints. It changes with the physics, and with nothing else. */
    @Test
    void checksum() {
        assertThat(new BenchmarkInputs().checksum()).isCloseTo(81779.17582639235, within(1e-6));
    }
}
