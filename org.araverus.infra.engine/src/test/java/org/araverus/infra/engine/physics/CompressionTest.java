// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** DeepSeek-V4-Pro against DeepSeek-V3.2 at a million tokens, as its report compares them. */
class CompressionTest {

    private static final double MILLION = 1e6;

    /** The report: a tenth of the cache (9.5 times smaller), with an indexer of half the bytes. */
    @Test
    void theCacheOfAMillionTokensIsATenth() {
        double before = StateMemory.kvTokenLatent(61, 512, 64, 1) + 61 * 128;
        double wide = Compression.kvToken(61, 30 / 61.0, 4, 31 / 61.0, 128, 512, 128, 1);
        double narrow = Compression.kvToken(61, 30 / 61.0, 4, 31 / 61.0, 128, 512, 64, 1);
        assertThat(wide).isCloseTo(30 * 640 / 4.0 + 31 * 4, within(1e-9));
        assertThat(before / wide).isBetween(8.5, 9.5);
        assertThat(before / narrow).isBetween(9.4, 9.8);
        double windows = 61 * Compression.window(128, 512, 1);
        assertThat(windows).isLessThan(wide * MILLION / 1000);
    }

    /** The report: 27 % of the FLOPs of a token that a million precede. */
    @Test
    void aTokenAfterAMillionCostsAQuarter() {
        double before =
                2 * 37.55e9
                        + 61 * ModelFlops.attention(1, 2048, 128, 576, 512)
                        + 61 * ModelFlops.indexer(1, MILLION, 64, 128);
        double entries = Compression.cached(MILLION, 4);
        double after =
                2 * 49e9
                        + 61 * ModelFlops.attention(1, 128, 128, 512, 512)
                        + 30 * ModelFlops.attention(1, 1024, 128, 512, 512)
                        + 30 * ModelFlops.indexer(1, entries, 64, 128)
                        + 31
                                * ModelFlops.attention(
                                        1, Compression.cached(MILLION, 128), 128, 512, 512);
        assertThat(after / before).isCloseTo(0.27, within(0.01));
    }

    @Test
    void queriesAtTheStartSeeFewEntries() {
        // of 1024 entries at most 512: the first half sees 256 in the mean, the second all 512
        assertThat(Compression.picked(4096, 4, 512)).isEqualTo(384);
        assertThat(Compression.picked(1024, 4, 512)).isEqualTo(Compression.entries(1024, 4));
        assertThat(Compression.entries(4096, 128)).isEqualTo(16);
    }
}
