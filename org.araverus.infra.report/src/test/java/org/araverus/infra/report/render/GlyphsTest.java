// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlyphsTest {
    @Test
    void barsGrowByEighths() {
        assertThat(Glyphs.UNICODE.bar(0)).isEmpty();
        assertThat(Glyphs.UNICODE.bar(Double.NaN)).isEmpty();
        assertThat(Glyphs.UNICODE.bar(1e-9)).isEqualTo("▏");
        assertThat(Glyphs.UNICODE.bar(0.5)).isEqualTo("▌");
        assertThat(Glyphs.UNICODE.bar(2)).isEqualTo("██");
        assertThat(Glyphs.UNICODE.bar(2.875)).isEqualTo("██▉");
        assertThat(Glyphs.ASCII.bar(2.875)).isEqualTo("###");
        assertThat(Glyphs.ASCII.bar(0.01)).isEqualTo("#");
    }
}
