// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeployTest {
    @Test
    void theSlowestChainDecides() {
        assertThat(Deploy.later(70, 182)).isEqualTo(182);
        assertThat(Deploy.later(182, 70)).isEqualTo(182);
        assertThat(Deploy.time(182, 19, 7)).isEqualTo(208);
    }

    @Test
    void aShiftThatIsNotFullTakesAsLong() {
        assertThat(Deploy.install(57, 3, 1)).isEqualTo(19);
        assertThat(Deploy.install(58, 3, 1)).isEqualTo(20);
        assertThat(Deploy.install(1, 3, 2)).isEqualTo(2);
    }
}
