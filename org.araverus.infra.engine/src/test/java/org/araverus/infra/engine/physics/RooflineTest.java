// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RooflineTest {

    @Test
    void computeAndTrafficAddInQuadratureBehindTheOverhead() {
        // 3 s of computing and 4 s of traffic
        assertThat(Roofline.gemm(3, 4, 2, 0.5, 4, 0.25, 7)).isCloseTo(12, within(1e-12));
        assertThat(Roofline.memory(4, 4, 0.25, 2, 0.5)).isCloseTo(5, within(1e-12));
        assertThat(Roofline.clockedPeak(10, 0.5)).isEqualTo(5);
    }

    @Test
    void largeProductReachesItsShareOfThePeak() {
        double n = 16384;
        double flops = ModelFlops.gemm(n, n, n);
        double bytes = Roofline.gemmBytes(n, n, n, 1, 2, 2, 2);
        double time = Roofline.gemm(flops, bytes, 989e12, 0.76, 3.35e12, 0.85, 4e-6);
        assertThat(flops / time / 989e12).isBetween(0.755, 0.76);
        assertThat(bytes).isEqualTo(6 * n * n);
    }

    @Test
    void groupedProductsReadTheMatricesOfEachGroupAndPadTheirRows() {
        assertThat(Roofline.gemmBytes(10, 3, 5, 4, 2, 2, 2)).isEqualTo(2 * (50 + 60) + 2 * 30);
        assertThat(Roofline.gemmBytes(10, 3, 5, 4, 2, 0.5, 2)).isEqualTo(2 * 50 + 30 + 2 * 30);
        assertThat(Roofline.groupedEfficiency(0.6, 17, 17)).isCloseTo(0.3, within(1e-12));
        assertThat(Roofline.gradientBytes(10, 3, 5, 4, 2, 4)).isEqualTo(2 * 10 * 8 + 8 * 60);
        assertThat(Roofline.paddedRows(100, 4, 128)).isEqualTo(512);
        assertThat(Roofline.paddedRows(1024, 4, 128)).isEqualTo(1024);
    }

    /** Medians of measured A100 attention kernels, causal, bf16. */
    @Test
    void attentionSaturatesWithTheSequence() {
        assertThat(Roofline.attentionEfficiency(0.59, 1024, 620)).isCloseTo(0.37, within(0.01));
        assertThat(Roofline.attentionEfficiency(0.59, 2048, 620)).isCloseTo(0.46, within(0.015));
        assertThat(Roofline.attentionEfficiency(0.59, 16384, 620)).isCloseTo(0.56, within(0.015));
    }

    @Property(seed = "1")
    void moreOfAnyResourceIsNeverSlower(
            @ForAll @DoubleRange(min = 0, max = 1e18) double flops,
            @ForAll @DoubleRange(min = 0, max = 1e12) double bytes,
            @ForAll @DoubleRange(min = 1, max = 10) double factor) {
        double base = Roofline.gemm(flops, bytes, 1e15, 0.7, 3e12, 0.8, 1e-6);
        assertThat(Roofline.gemm(flops, bytes, factor * 1e15, 0.7, 3e12, 0.8, 1e-6))
                .isBetween(1e-6, base);
        assertThat(Roofline.gemm(flops, bytes, 1e15, 0.7, factor * 3e12, 0.8, 1e-6))
                .isBetween(1e-6, base);
        assertThat(base)
                .isBetween(
                        Math.max(flops / 0.7e15, bytes / 2.4e12),
                        (1e-6 + flops / 0.7e15 + bytes / 2.4e12) * (1 + 1e-12));
    }
}
