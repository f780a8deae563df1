// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFlopsTest {

    @ParameterizedTest
    @CsvSource({"96, 12288, 96, 51200, 2048", "48, 6144, 64, 51200, 2048"})
    void closedFormIsThreeTimesTheForwardPass(
            double layers, double hidden, double heads, double vocab, double sequence) {
        double tokens = 7 * sequence;
        double headDim = hidden / heads;
        double layer =
                ModelFlops.projections(tokens, hidden, heads, heads, headDim)
                        + ModelFlops.attention(tokens, sequence, heads, headDim, headDim)
                        + ModelFlops.mlp(tokens, hidden, 4 * hidden, 2);
        double forward = layers * layer + ModelFlops.head(tokens, hidden, vocab);
        assertThat(ModelFlops.gptModel(7, sequence, layers, hidden, vocab))
                .isCloseTo(ModelFlops.training(forward), within(1e-12 * forward));
        double recomputed = ModelFlops.training(forward) + layers * layer;
        assertThat(ModelFlops.gptFullRecompute(7, sequence, layers, hidden, vocab))
                .isCloseTo(recomputed, within(1e-12 * recomputed));
    }

    @ParameterizedTest
    @CsvSource({
        // layers, hidden, batch, accelerators, s, MFU and HFU of Korthikanti table 5
        "48, 6144, 4, 8, 1.10, 41.5, 43.7",
        "96, 12288, 64, 64, 13.75, 51.4, 52.8",
        "105, 20480, 280, 280, 37.83, 56.0, 57.0",
        "128, 25600, 512, 512, 71.49, 56.3, 57.0",
    })
    void publishedUtilizationFollowsFromPublishedTime(
            double layers,
            double hidden,
            double batch,
            double accelerators,
            double time,
            double mfu,
            double hfu) {
        double model = ModelFlops.gptModel(batch, 2048, layers, hidden, 51200);
        double done = ModelFlops.gptSelectiveRecompute(batch, 2048, layers, hidden, 51200);
        assertThat(100 * ModelFlops.utilization(model, time, accelerators, 312e12))
                .isCloseTo(mfu, within(0.25));
        assertThat(100 * ModelFlops.utilization(done, time, accelerators, 312e12))
                .isCloseTo(hfu, within(0.25));
    }

    @Test
    void trillionParametersReach52PercentWithRecomputationAnd39Without() {
        // 3,072 A100 at 163 TFLOP/s each, counted with recomputation
        double with = ModelFlops.gptFullRecompute(3072, 2048, 128, 25600, 51200);
        double without = ModelFlops.gptModel(3072, 2048, 128, 25600, 51200);
        double time = with / (3072 * 163e12);
        assertThat(ModelFlops.utilization(with, time, 3072, 312e12)).isCloseTo(0.522, within(5e-4));
        assertThat(ModelFlops.utilization(without, time, 3072, 312e12))
                .isCloseTo(0.392, within(5e-4));
    }

    @Test
    void latentAttentionDecodesInTheAbsorbedForm() {
        assertThat(ModelFlops.latentDecode(4096, 128, 512, 128, 64, 128) / 1e9)
                .isCloseTo(1.1744, within(5e-5));
    }

    @Test
    void causalMaskHalvesTheKeysAndAWindowBoundsThem() {
        assertThat(ModelFlops.causalKeys(8192, 0)).isEqualTo(4096);
        assertThat(ModelFlops.causalKeys(512, 4096)).isEqualTo(4352);
        assertThat(ModelFlops.windowKeys(8192, 8192)).isEqualTo(4096);
        assertThat(ModelFlops.windowKeys(8192, 1e9)).isEqualTo(4096);
        assertThat(ModelFlops.windowKeys(8192, 128)).isEqualTo(127);
    }

    @Test
    void expertsCountTheVisitedOnesAndTheRouter() {
        assertThat(ModelFlops.experts(10, 100, 64, 8, 50, 1, 70, 3))
                .isEqualTo(2 * 10 * (3 * 100 * (8 * 50 + 70) + 100 * 64));
    }

    @Test
    void projectionsOfLatentAttentionAreTwiceItsMatrices() {
        double norms = 1536 + 512;
        assertThat(ModelFlops.latentProjections(1, 7168, 128, 1536, 512, 128, 64, 128))
                .isEqualTo(
                        2
                                * (Parameters.latentAttention(7168, 128, 1536, 512, 128, 64, 128)
                                        - norms));
    }

    @Test
    void aMatrixProductIsTwoFlopPerMultiplyAdd() {
        assertThat(ModelFlops.gemm(3, 5, 7)).isEqualTo(210);
    }
}
