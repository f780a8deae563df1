// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResourceTest {
    @Test
    void ratesGrowAndDelaysShrink() {
        Resource compute = new Resource("compute");
        assertThat(compute.aHundredth()).isEqualTo("+1 %");
        assertThat(compute.times("2.6")).isEqualTo("compute is 2.6 times faster");
        assertThat(compute.outOfTheWay()).isEqualTo("with unlimited compute");
        assertThat(new Resource("network bandwidth").times("2"))
                .isEqualTo("network bandwidth is 2 times as much");
        Resource delay = new Resource("kernel overhead");
        assertThat(delay.aHundredth()).isEqualTo("-1 %");
        assertThat(delay.times("3")).isEqualTo("kernel overhead is 3 times less");
        assertThat(delay.outOfTheWay()).isEqualTo("without kernel overhead");
    }
}
