// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTest {

    private static final double GIB = 1L << 30;

    /** Korthikanti Figure 1: bars of parameters and optimizer, and of activations. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // name, h, a, L, b, pp, v, states, activations, with SP and selective recomputation
        "22B, 6144, 64, 48, 4, 1, 1, 45.5625, 59.25, 9.5625",
        "175B, 12288, 96, 96, 1, 8, 3, 45.5625, 66.84375, 12.3515625",
        "530B, 20480, 128, 105, 1, 35, 3, 31.640625, 114.0234375, 23.076171875",
        "1T, 25600, 160, 128, 1, 64, 1, 32.958984375, 131.25, 26.5625",
    })
    void figureOne(
            String name,
            double hidden,
            double heads,
            double layers,
            double batch,
            double stages,
            double chunks,
            double states,
            double none,
            double both) {
        double parameters = 12 * hidden * hidden * layers / (8 * stages);
        double sum =
                StateMemory.weights(parameters, 2, 1)
                        + StateMemory.gradients(parameters, 4, 1)
                        + StateMemory.optimizer(parameters, 4, 8, 1);
        assertThat(sum / GIB).as(name).isEqualTo(states);

        double m = 1e6;
        double inFlight =
                chunks == 1
                        ? ActivationMemory.inFlight(m, stages, 0)
                        : ActivationMemory.chunksInFlight(m, stages, chunks, 0);
        double held = layers / (stages * chunks) * inFlight;
        assertThat(held * ActivationMemory.tensorParallel2022(2048, batch, hidden, heads, 8) / GIB)
                .as(name)
                .isCloseTo(none, within(1e-9));
        assertThat(
                        held
                                * ActivationMemory.sequenceParallelSelective2022(
                                        2048, batch, hidden, 8)
                                / GIB)
                .as(name)
                .isCloseTo(both, within(1e-9));
    }

    /** Korthikanti Figure 7: per cent of the bar without sequence parallelism or recomputation. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "22B, 6144, 64, 66.77, 49.37, 16.14, 7.59",
        "175B, 12288, 96, 61.96, 56.52, 18.48, 8.70",
        "530B, 20480, 128, 58.33, 61.90, 20.24, 9.52",
        "1T, 25600, 160, 58.33, 61.90, 20.24, 9.52",
    })
    void figureSeven(
            String name,
            double hidden,
            double heads,
            double sp,
            double selective,
            double both,
            double full) {
        double none = ActivationMemory.tensorParallel2022(2048, 1, hidden, heads, 8);
        assertThat(100 * ActivationMemory.sequenceParallel2022(2048, 1, hidden, heads, 8) / none)
                .as(name)
                .isCloseTo(sp, within(0.006));
        assertThat(100 * ActivationMemory.selective2022(2048, 1, hidden, 8) / none)
                .as(name)
                .isCloseTo(selective, within(0.006));
        assertThat(100 * ActivationMemory.sequenceParallelSelective2022(2048, 1, hidden, 8) / none)
                .as(name)
                .isCloseTo(both, within(0.006));
        assertThat(100 * ActivationMemory.checkpoint(2048, hidden, 2, 1) / none)
                .as(name)
                .isCloseTo(full, within(0.006));
    }

    @Test
    void distributedOptimizerOfMegatron() {
        // bf16 weights and fp32 gradients: 6 + 12 / d
        double sharded =
                StateMemory.weights(1, 2, 1)
                        + StateMemory.gradients(1, 4, 1)
                        + StateMemory.optimizer(1, 4, 8, 8);
        assertThat(sharded).isEqualTo(7.5);
    }

    @ParameterizedTest
    @CsvSource({"1, 64, 31.4", "3, 64, 1.9", "0, 64, 120"})
    void zeroPaperFigureOne(int stage, double dp, double gigabytes) {
        double sum =
                StateMemory.weights(7.5, 2, stage >= 3 ? dp : 1)
                        + StateMemory.gradients(7.5, 2, stage >= 2 ? dp : 1)
                        + StateMemory.optimizer(7.5, 4, 8, stage >= 1 ? dp : 1);
        assertThat(sum).isCloseTo(gigabytes, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({
        "80, 8, 128, 327680",
        "32, 8, 128, 131072",
        "126, 8, 128, 516096",
        "96, 96, 128, 4718592",
    })
    void cacheOfOneToken(double layers, double kvHeads, double headDim, double bytes) {
        assertThat(StateMemory.kvToken(layers, kvHeads, headDim, 2, 1)).isEqualTo(bytes);
    }

    @Test
    void cacheIsNotCutBelowOneHeadAndLatentNotAtAll() {
        assertThat(StateMemory.kvToken(80, 8, 128, 2, 16)).isEqualTo(327680.0 / 8);
        assertThat(StateMemory.kvTokenLatent(61, 512, 64, 2)).isEqualTo(70272);
    }

    @Test
    void generalFormReducesToTheSumOfItsTensors() {
        // 2 h (norms) + h + a d + 2 k d + a d + h + 3 f, 16 bit, and the softmax statistics
        double tokens = 8192;
        double form =
                ActivationMemory.attention(tokens, 8192, 64, 8, 128, 2, 8, 8)
                        + ActivationMemory.mlp(tokens, 8192, 28672, 3, 2, 8, 8);
        double expected =
                tokens / 8 * (2 * (4 * 8192 + 2 * 8192 + 2 * 8 * 128 + 3 * 28672.0) + 4 * 64);
        assertThat(form).isCloseTo(expected, within(1.0));
    }

    @Test
    void expertsKeepWhatTheVisitedOnesKeep() {
        double dense = ActivationMemory.mlp(100, 512, 2048, 3, 2, 1, 1);
        double moe = ActivationMemory.experts(100, 512, 2, 1024, 0, 0, 3, 2, 1, 1);
        assertThat(moe - dense).isEqualTo(100 * 2 * 2 * 2 * 512);
    }

    @Test
    void latentAttentionKeepsMoreThanItsCompressedVectors() {
        double kept =
                ActivationMemory.latentAttention(1, 7168, 128, 1536, 512, 128, 64, 128, 2, 1, 1);
        assertThat(kept).isEqualTo(2 * (3 * 7168 + 2 * (1536 + 512) + 64 + 128 * 640) + 4 * 128);
    }

    @Test
    void stagesHoldWhatTheirWarmUpNeeds() {
        assertThat(ActivationMemory.inFlight(32, 4, 0)).isEqualTo(4);
        assertThat(ActivationMemory.inFlight(32, 4, 3)).isEqualTo(1);
        assertThat(ActivationMemory.inFlight(2, 4, 0)).isEqualTo(2);
        assertThat(ActivationMemory.chunksInFlight(32, 4, 3, 3)).isEqualTo(9);
        assertThat(ActivationMemory.chunksInFlight(2, 4, 3, 0)).isEqualTo(6);
        assertThat(ActivationMemory.logits(8192, 128256, 6, 8)).isEqualTo(8192.0 * 128256 * 6 / 8);
    }
}
