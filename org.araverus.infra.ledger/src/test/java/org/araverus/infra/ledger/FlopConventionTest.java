// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Published pairs of a time and a rate agree under the convention of their publication. */
class FlopConventionTest {
    private static final double A100 = 312e12;
    private static final String FULL = "note=FLOPs: 96*B*s*l*h^2*(1+s/6h+V/16lh), i.e. all";

    private static double seconds(Row row, double value) throws NotExpressed {
        return new Conversion(row, Double.NaN, A100).si(value);
    }

    private static Row gpt(String metric, String unit, String... cells) {
        Row row = Rows.with(Rows.GPT, "metric=" + metric, "unit=" + unit);
        return Rows.with(row, cells);
    }

    /** arXiv:2205.05198 table 5 prints 1.10 s, MFU 41.5 %, HFU 43.7 %. */
    @Test
    void utilizationOfKorthikanti() throws NotExpressed {
        assertThat(seconds(gpt("mfu", "%"), 41.5)).isCloseTo(1.10, within(0.006));
        assertThat(seconds(gpt("hfu", "%"), 43.7)).isCloseTo(1.10, within(0.006));
    }

    /** The same table's 530e9 parameters: 37.83 s, MFU 56.0 %, HFU 57.0 %. */
    @Test
    void utilizationOfALargerOne() throws NotExpressed {
        String[] cells = {"gpus=280", "layers=105", "hidden=20480", "global_batch_seqs=280"};
        assertThat(seconds(gpt("mfu", "%", cells), 56.0)).isCloseTo(37.83, within(0.05));
        assertThat(seconds(gpt("hfu", "%", cells), 57.0)).isCloseTo(37.83, within(0.05));
    }

    /** The README of Megatron-LM: 1024 A100, batch 1536, about 32 s and 138 TFLOP/s. */
    @Test
    void ratesOfTheFirstPaperCountRecomputation() throws NotExpressed {
        Row row =
                gpt(
                        "tflops_per_gpu",
                        "TFLOP/s",
                        "gpus=1024",
                        "layers=96",
                        "hidden=12288",
                        "global_batch_seqs=1536",
                        FULL);
        assertThat(seconds(row, 138)).isCloseTo(32, within(0.5));
        Row model = Rows.with(row, "metric=mfu", "unit=%");
        Row all = Rows.with(row, "metric=hfu", "unit=%");
        assertThat(seconds(model, 40) / seconds(all, 40)).isCloseTo(0.75, within(0.01));
    }

    @Test
    void parametersAndPairs() throws NotExpressed {
        String note = "note=mixed precision PURE; FLOPs: 6N + 12*l*d*s per token";
        Row row = gpt("mfu", "%", note, "recompute=none");
        double perToken = 6 * 22e9 + 12.0 * 48 * 6144 * 2048;
        double seconds = perToken * 4 * 2048 / 8 / (0.5 * A100);
        assertThat(seconds(row, 50)).isCloseTo(seconds, within(1e-9));
        Row hardware = Rows.with(row, "metric=hfu");
        assertThat(seconds(hardware, 50)).isCloseTo(seconds, within(1e-9));
        Row full = Rows.with(hardware, "recompute=full");
        assertThat(seconds(full, 50)).isCloseTo(seconds * 4 / 3, within(1e-9));
    }

    @Test
    void theEnginesOwnCount() throws NotExpressed {
        Row row = gpt("tflops_per_gpu", "TFLOP/s", "note=FLOPs: model FLOPs of the paper");
        assertThat(new Conversion(row, 8e15, A100).si(500)).isEqualTo(2);
    }

    @Test
    void tokensAndTimesNeedNoConvention() throws NotExpressed {
        assertThat(seconds(gpt("tokens_per_s_per_gpu", "tok/s", "note="), 512)).isEqualTo(2);
        assertThat(seconds(gpt("step_time", "s", "note="), 2)).isEqualTo(2);
    }

    @Test
    void withoutAConventionThereIsNoTime() {
        assertThatThrownBy(() -> seconds(gpt("mfu", "%", "note=x"), 40))
                .hasMessage("the row states no FLOP convention");
        assertThatThrownBy(() -> seconds(gpt("mfu", "%", "note=FLOPs: ours"), 40))
                .hasMessage("FLOPs: ours");
        assertThatThrownBy(() -> seconds(gpt("mfu", "%", "vocab="), 40))
                .hasMessage("sizes that the FLOP convention needs are not known");
    }
}
