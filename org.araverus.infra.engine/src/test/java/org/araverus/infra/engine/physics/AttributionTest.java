// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AttributionTest {

    @Test
    void elasticityOfAPowerLawIsItsExponent() {
        assertThat(Attribution.elasticity(1 / 0.99, 1 / 1.01, 0.01)).isCloseTo(1, within(1e-12));
        assertThat(Attribution.elasticity(5, 5, 0.01)).isZero();
        assertThat(Attribution.elasticity(Math.pow(0.99, -0.3), Math.pow(1.01, -0.3), 0.01))
                .isCloseTo(0.3, within(1e-12));
    }

    @Test
    void amdahl() {
        assertThat(Attribution.amdahl(0.5, 2)).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(Attribution.amdahl(0.75, Double.POSITIVE_INFINITY)).isEqualTo(4);
    }
}
