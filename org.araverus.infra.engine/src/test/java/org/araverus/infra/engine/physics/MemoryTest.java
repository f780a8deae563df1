// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTest {

    private static final double GIB = 1L << 30;

    /** One layer of 2022 from the general parts: f = 4 h, 16 bits, dropout. */
    private static double layer(
            double tokens, double hidden, double heads, double sp, boolean scoresKept) {
        double scores = ActivationMemory.scores(tokens, 2048, heads, 2, 8);
        return ActivationMemory.attention(
                        tokens, hidden, heads, heads, hidden / heads, 2, 2, 2, 8, sp)
                + ActivationMemory.mlp(tokens, hidden, 4 * hidden, 2, 2, 2, 2, 8, sp)
                + ActivationMemory.dropout(tokens, hidden, sp)
                + (scoresKept ? scores : 0);
    }

    /** Figure 1 of arXiv:2205.05198: parameters and optimizer, and activations, in GiB. */
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
                        + StateMemory.optimizer(parameters, 12, 1);
        assertThat(sum / GIB).as(name).isEqualTo(states);

        double inFlight =
                chunks == 1
                        ? ActivationMemory.inFlight(1e6, stages, 0)
                        : ActivationMemory.chunksInFlight(1e6, stages, chunks, 0);
        double held = layers / stages;
        double tokens = 2048 * batch;
        double plain = layer(tokens, hidden, heads, 1, true);
        double lean = layer(tokens, hidden, heads, 8, false);
        assertThat(ActivationMemory.stage(inFlight, chunks, held, plain, 0, 0) / GIB)
                .as(name)
                .isCloseTo(none, within(1e-9));
        assertThat(ActivationMemory.stage(inFlight, chunks, held, lean, 0, 0) / GIB)
                .as(name)
                .isCloseTo(both, within(1e-9));
    }

    /** Figure 7 of arXiv:2205.05198: per cent of the bar with tensor parallelism alone. */
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
        double none = layer(2048, hidden, heads, 1, true) / 100;
        assertThat(layer(2048, hidden, heads, 8, true) / none).isCloseTo(sp, within(0.006));
        assertThat(layer(2048, hidden, heads, 1, false) / none).isCloseTo(selective, within(0.006));
        assertThat(layer(2048, hidden, heads, 8, false) / none).isCloseTo(both, within(0.006));
        assertThat(ActivationMemory.checkpoint(2048, hidden, 2, 1) / none)
                .isCloseTo(full, within(0.006));
    }

    /** The closed forms of arXiv:2205.05198, section 4.2. */
    @ParameterizedTest
    @CsvSource({"6144, 64", "12288, 96", "25600, 160"})
    void generalPartsAddUpToTheClosedForms(double hidden, double heads) {
        double tokens = 2048 * 4;
        double ratio = 5 * heads * 2048 / hidden;
        assertThat(layer(tokens, hidden, heads, 1, true))
                .isCloseTo(tokens * hidden * (10 + 24 / 8.0 + ratio / 8), within(1e-3));
        assertThat(layer(tokens, hidden, heads, 8, true))
                .isCloseTo(tokens * hidden / 8 * (34 + ratio), within(1e-3));
    }

    @Test
    void distributedOptimizerOfMegatron() {
        // bf16 weights and fp32 gradients: 6 + 12 / d
        double sharded =
                StateMemory.weights(1, 2, 1)
                        + StateMemory.gradients(1, 4, 1)
                        + StateMemory.optimizer(1, 12, 8);
        assertThat(sharded).isEqualTo(7.5);
    }

    @ParameterizedTest
    @CsvSource({"1, 64, 31.4", "3, 64, 1.9", "0, 64, 120"})
    void zeroPaperFigureOne(int stage, double dp, double gigabytes) {
        double sum =
                StateMemory.weights(7.5, 2, stage >= 3 ? dp : 1)
                        + StateMemory.gradients(7.5, 2, stage >= 2 ? dp : 1)
                        + StateMemory.optimizer(7.5, 12, stage >= 1 ? dp : 1);
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
                ActivationMemory.attention(tokens, 8192, 64, 8, 128, 2, 2, 2, 8, 8)
                        + ActivationMemory.mlp(tokens, 8192, 28672, 3, 2, 2, 2, 8, 8)
                        + ActivationMemory.softmax(tokens, 64, 8);
        double expected =
                tokens / 8 * (2 * (4 * 8192 + 2 * 8192 + 2 * 8 * 128 + 3 * 28672.0) + 4 * 64);
        assertThat(form).isCloseTo(expected, within(1.0));
    }

    @Test
    void expertsKeepWhatTheVisitedOnesKeep() {
        double dense = ActivationMemory.mlp(100, 512, 2048, 3, 2, 2, 2, 1, 1);
        double moe = ActivationMemory.experts(100, 512, 2, 1024, 0, 0, 3, 2, 2, 2, 2, 1, 1);
        assertThat(moe - dense).isEqualTo(100 * 2 * 2 * 512);
    }

    @Test
    void latentAttentionKeepsMoreThanItsCompressedVectors() {
        double kept =
                ActivationMemory.latentAttention(
                        1, 7168, 128, 1536, 512, 128, 64, 128, 2, 2, 2, 2, 1, 1);
        assertThat(kept).isEqualTo(2 * (3 * 7168 + 2 * (1536 + 512) + 64 + 128 * 640));
    }

    @Test
    void operandsOfProductsAreKeptInTheirFormat() {
        // 8192 tokens, 8 ranks, h 8192, 64 heads of 128, 8 of keys, f 28672, operands of 1 byte:
        // 2 norms, 1 operand; q, k, v, output and its cast; 1 operand; gate, up, product
        double tokens = 8192;
        double form =
                ActivationMemory.attention(tokens, 8192, 64, 8, 128, 2, 1, 1, 8, 8)
                        + ActivationMemory.mlp(tokens, 8192, 28672, 3, 2, 1, 1, 8, 8);
        double expected =
                tokens
                        / 8
                        * (5 * 8192 + 2 * (2 * 8192 + 2 * 1024) + 8192 + 8192 + 4 * 28672 + 28672);
        assertThat(form).isEqualTo(expected);
        // DeepSeek-V3, one token: the output of attention beside its cast, compressed vectors twice
        assertThat(
                        ActivationMemory.latentAttention(
                                1, 7168, 128, 1536, 512, 128, 64, 128, 2, 1, 2, 1, 1, 1))
                .isEqualTo(5 * 7168 + 3 * 2048 + 2 * 64 + 128 * (2 * 640 + 128));
        // 8 experts of 2048 and a shared one: the router's input, tokens as dispatched, between
        assertThat(ActivationMemory.experts(1, 7168, 8, 2048, 1, 2048, 3, 2, 2, 1, 1, 1, 1))
                .isEqualTo(2 * 7168 + 8 * 7168 + 5 * 9 * 2048);
    }

    @Test
    void whatIsComputedAgainOrNotTrainedIsNotKept() {
        double tokens = 10;
        double all = ActivationMemory.attention(tokens, 8192, 64, 8, 128, 2, 2, 2, 8, 8);
        double lean = ActivationMemory.attention(tokens, 8192, 64, 8, 128, 2, 0, 2, 8, 8);
        assertThat(all - lean).isEqualTo(10 * 2 * 1024);
        all = ActivationMemory.mlp(tokens, 8192, 28672, 3, 2, 1, 1, 8, 8);
        lean = ActivationMemory.mlp(tokens, 8192, 28672, 3, 2, 0, 0, 8, 8);
        assertThat(all - lean).isEqualTo(10 * (1024 + 3584));
        all = ActivationMemory.experts(1, 7168, 8, 2048, 1, 2048, 3, 2, 2, 1, 1, 1, 1);
        lean = ActivationMemory.experts(1, 7168, 8, 2048, 1, 2048, 3, 2, 0, 1, 0, 1, 1);
        assertThat(all - lean).isEqualTo(2 * 7168 + 9 * 2048);
        // inputs of norms, compressed vectors, rotated keys, the output and its cast stay
        lean =
                ActivationMemory.latentAttention(
                        1, 7168, 128, 1536, 512, 128, 64, 128, 2, 0, 0, 1, 1, 1);
        assertThat(lean).isEqualTo(4 * 7168 + 2 * 2048 + 2 * 64 + 128 * (2 * 128 + 128));
    }

    @Test
    void gradientsThatAreNotAddedInPlaceLieBesideTheOthers() {
        // 405B on two ranks: head of 128256, gate and up of 53248
        double gib = StateMemory.gradientsApart(2, 128256.0 * 16384 / 2, 53248, 16384) / GIB;
        assertThat(gib).isCloseTo(1.957 + 1.625, within(2e-3));
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
