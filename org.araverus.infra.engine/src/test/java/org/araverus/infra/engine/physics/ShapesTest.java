// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapesTest {

    @Test
    void oneRankOfALayout() {
        assertThat(Shapes.tokens(2, 8192, 4)).isEqualTo(4096);
        assertThat(Shapes.qkv(128, 8, 128, 8)).isEqualTo((16 + 2) * 128);
        assertThat(Shapes.qkv(128, 8, 128, 16)).isEqualTo((8 + 2) * 128);
        assertThat(Shapes.cut(2, 53248, 8)).isEqualTo(13312);
        assertThat(Shapes.sum(512, 64)).isEqualTo(576);
        assertThat(Shapes.localExperts(256, 64)).isEqualTo(4);
        assertThat(Shapes.expertRows(4096, 8, 2)).isEqualTo(16384);
        assertThat(Shapes.copies(64, 2)).isEqualTo(128);
        assertThat(Shapes.expertCopies(64, 1, 1, 32)).isEqualTo(2);
        assertThat(Shapes.expertCopies(1, 1, 1, 32)).isEqualTo(1);
        assertThat(Shapes.stride(8, 2)).isEqualTo(16);
        assertThat(Shapes.stageStride(8, 2, 64)).isEqualTo(1024);
        assertThat(Shapes.visited(8, 2048, 2048)).isEqualTo(9 * 2048);
    }

    @Test
    void sums() {
        assertThat(Sums.two(1, 2)).isEqualTo(3);
        assertThat(Sums.three(1, 2, 3)).isEqualTo(6);
        assertThat(Sums.four(1, 2, 3, 4)).isEqualTo(10);
        assertThat(Sums.five(1, 2, 3, 4, 5)).isEqualTo(15);
        assertThat(Sums.minus(3, 4)).isEqualTo(-1);
        assertThat(Sums.times(3, 4)).isEqualTo(12);
        assertThat(Sums.stage(2, 3, 4, 5, 6, 7)).isEqualTo(2 * (12 + 30 + 7));
    }
}
