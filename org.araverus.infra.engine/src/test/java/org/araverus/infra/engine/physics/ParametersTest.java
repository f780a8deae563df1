// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // name, layers, hidden, heads, kv heads, head dim, ffn, vocab, MLP matrices, 1e9
        "Llama-3.1-8B, 32, 4096, 32, 8, 128, 14336, 128256, 3, 8.03",
        "Llama-3.1-70B, 80, 8192, 64, 8, 128, 28672, 128256, 3, 70.55",
        "Llama-3.1-405B, 126, 16384, 128, 8, 128, 53248, 128256, 3, 405.85",
        "Llama-2-7B, 32, 4096, 32, 32, 128, 11008, 32000, 3, 6.74",
        "Llama-2-13B, 40, 5120, 40, 40, 128, 13824, 32000, 3, 13.02",
        "Llama-2-70B, 80, 8192, 64, 8, 128, 28672, 32000, 3, 68.98",
        "Qwen3-32B, 64, 5120, 64, 8, 128, 25600, 151936, 3, 32.76",
    })
    void gatedModelsWithGroupedHeadsAndTwoEmbeddings(
            String name,
            double layers,
            double hidden,
            double heads,
            double kvHeads,
            double headDim,
            double ffn,
            double vocab,
            double matrices,
            double billions) {
        double layer =
                Parameters.attention(hidden, heads, kvHeads, headDim)
                        + Parameters.mlp(hidden, ffn, matrices)
                        + Parameters.norms(hidden, 1);
        double total = layers * layer + Parameters.embedding(hidden, vocab, 2) + hidden;
        assertThat(total / 1e9).as(name).isCloseTo(billions, within(0.005));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GPT-3-175B, 96, 12288, 96, 50257, 174.56",
        "Megatron-22B, 48, 6144, 64, 51200, 22.06",
        "Megatron-1T, 128, 25600, 160, 51200, 1007.94",
        "MT-NLG-530B, 105, 20480, 128, 50257, 529.53",
    })
    void plainModelsWithTiedHead(
            String name,
            double layers,
            double hidden,
            double heads,
            double vocab,
            double billions) {
        double layer =
                Parameters.attention(hidden, heads, heads, hidden / heads)
                        + Parameters.mlp(hidden, 4 * hidden, 2);
        double total = layers * layer + Parameters.embedding(hidden, vocab, 1);
        assertThat(total / 1e9).as(name).isCloseTo(billions, within(0.03));
    }

    @Test
    void closedFormOfTheGptIsTheSumOfItsParts() {
        double layers = 96;
        double hidden = 12288;
        double layer =
                Parameters.attention(hidden, 96, 96, 128)
                        + Parameters.attentionBias(hidden, 96, 96, 128)
                        + Parameters.mlp(hidden, 4 * hidden, 2)
                        + Parameters.mlpBias(hidden, 4 * hidden, 2)
                        + Parameters.norms(hidden, 2);
        double sum =
                layers * layer
                        + Parameters.embedding(hidden, 50257, 1)
                        + Parameters.positions(hidden, 2048);
        assertThat(Parameters.gpt(layers, hidden, 50257, 2048)).isCloseTo(sum, within(1.0));
        assertThat(sum / 1e9).isCloseTo(174.6, within(0.05));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // name, layers, hidden, heads, kv heads, expert ffn, experts, top k, total, active
        "Mixtral-8x7B, 32, 4096, 32, 8, 14336, 8, 2, 32000, 46.70, 12.88",
        "Mixtral-8x22B, 56, 6144, 48, 8, 16384, 8, 2, 32000, 140.62, 39.15",
        "Qwen3-30B-A3B, 48, 2048, 32, 4, 768, 128, 8, 151936, 30.53, 3.35",
    })
    void mixturesOfExperts(
            String name,
            double layers,
            double hidden,
            double heads,
            double kvHeads,
            double expertFfn,
            double experts,
            double topK,
            double vocab,
            double total,
            double active) {
        double dense =
                Parameters.attention(hidden, heads, kvHeads, 128)
                        + Parameters.norms(hidden, 1)
                        + Parameters.router(hidden, experts);
        double outside = Parameters.embedding(hidden, vocab, 2) + hidden;
        double all = layers * (dense + Parameters.experts(hidden, experts, expertFfn, 3)) + outside;
        double used = layers * (dense + Parameters.experts(hidden, topK, expertFfn, 3)) + outside;
        assertThat(all / 1e9).as(name).isCloseTo(total, within(0.005));
        assertThat(used / 1e9).as(name).isCloseTo(active, within(0.005));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "DeepSeek-V3, 61, 3, 128, 256, 129280, 671.03, 37.55",
        "Kimi-K2, 61, 1, 64, 384, 163840, 1026.41, 32.86",
    })
    void latentAttentionWithLeadingDenseLayersAndASharedExpert(
            String name,
            double layers,
            double leading,
            double heads,
            double experts,
            double vocab,
            double total,
            double active) {
        double hidden = 7168;
        double attention =
                Parameters.latentAttention(hidden, heads, 1536, 512, 128, 64, 128)
                        + Parameters.norms(hidden, 1);
        double outside =
                layers * attention
                        + leading * Parameters.mlp(hidden, 18432, 3)
                        + Parameters.embedding(hidden, vocab, 2);
        double moe = layers - leading;
        double shared = Parameters.experts(hidden, 1, 2048, 3) + Parameters.router(hidden, experts);
        double all = outside + moe * (shared + Parameters.experts(hidden, experts, 2048, 3));
        double used = outside + moe * (shared + Parameters.experts(hidden, 8, 2048, 3));
        assertThat(all / 1e9).as(name).isCloseTo(total, within(0.005));
        assertThat(used / 1e9).as(name).isCloseTo(active, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "16, 101.96", "64, 222.44", "256, 255.92"})
    void tokensTouchExperts(double tokens, double touched) {
        assertThat(Parameters.expertsTouched(256, 8, tokens)).isCloseTo(touched, within(0.005));
    }

    @Test
    void aModelIsItsLayersAndWhatStandsOutside() {
        assertThat(Parameters.model(10, 1, 3, 20, 7, 300, 5)).isEqualTo(10 + 60 + 2100 + 5);
        assertThat(Parameters.activeModel(10, 1, 3, 20, 7, 30, 5)).isEqualTo(10 + 60 + 210 + 5);
    }

    @Test
    void shardsOfALayer() {
        assertThat(Parameters.layerShard(800, 10, 3200, 8, 16, 2)).isEqualTo(100 + 10 + 100);
    }

    /** DeepSeek-V3: 11.5 billion of its own beside embedding and head (deepseek-ai/DeepSeek-V3). */
    @Test
    void aModuleForAFurtherTokenIsALayerAndAProjection() {
        double attention = Parameters.latentAttention(7168, 128, 1536, 512, 128, 64, 128);
        double block = Parameters.router(7168, 256) + Parameters.experts(7168, 257, 2048, 3);
        double all = Parameters.further(1, 7168, attention, block, Parameters.norms(7168, 1));
        assertThat(all).isCloseTo(11.5e9, within(0.15e9));
        assertThat(Parameters.further(2, 8, 3, 4, 5)).isEqualTo(2 * (128 + 3 + 4 + 10));
    }
}
