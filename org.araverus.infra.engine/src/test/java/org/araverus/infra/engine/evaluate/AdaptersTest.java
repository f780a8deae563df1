// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.araverus.infra.engine.design.Recompute;
import org.araverus.infra.engine.design.Target;
import org.junit.jupiter.api.Test;

/** Adapters in place of weights that are trained. */
class AdaptersTest {

    private static final Layout ONE_STAGE =
            new Layout(1, 1, 1, 1, 1, 8, 1, 0, false, Recompute.none);
    private static final Layout CUT = new Layout(8, 1, 1, 1, 1, 1, 1, 0, true, Recompute.none);

    private static Frame run(PlanFixture fixture, Layout layout) {
        Frame f = new Frame();
        Evaluator.training(fixture.onH100(8).plan(), layout, OperatingPoint.RATED, Probe.SILENT, f);
        return f;
    }

    private static PlanFixture llama() {
        return PlanFixture.llama405().put(BATCH, 64);
    }

    /** Gradients and optimizer state are those of the adapters, and no more. */
    @Test
    void onlyAdaptersHaveGradientsAndState() {
        // 405B, rank 16 beside queries, keys and values: 16 (16384 + 16384 + 2 x 1024) x 126
        double qkv = 126 * 16.0 * (16384 + 16384 + 2048);
        Frame f = run(llama().adapters(Target.qkv, 16), ONE_STAGE);
        assertThat(f.get(M_OPTIMIZER)).isCloseTo(12 * qkv, within(1.0));
        assertThat(f.get(M_GRADIENTS)).isCloseTo(4 * qkv, within(1.0));
        double attention = qkv + 126 * 16.0 * 2 * 16384;
        f = run(llama().adapters(Target.attention, 16), ONE_STAGE);
        assertThat(f.get(M_OPTIMIZER)).isCloseTo(12 * attention, within(1.0));
        double all = attention + 126 * 16.0 * (16384 + 2 * 53248 + 53248 + 16384);
        f = run(llama().adapters(Target.all, 16), ONE_STAGE);
        assertThat(f.get(M_OPTIMIZER)).isCloseTo(12 * all, within(1.0));
        double weights = run(llama(), ONE_STAGE).get(M_WEIGHTS);
        assertThat(f.get(M_WEIGHTS)).isCloseTo(weights + 2 * all, within(1.0));
    }

    /** DeepSeek-V3: each of 256 experts has a pair, and latent attention one at each projection. */
    @Test
    void expertsHaveAdaptersOfTheirOwn() {
        double attention =
                (7168 + 1536)
                        + (1536 + 128 * 192)
                        + (7168 + 576)
                        + (512 + 128 * 256)
                        + (128 * 128 + 7168);
        double block = (7168 + 2 * 18432) + (18432 + 7168);
        double expert = (7168 + 2 * 2048) + (2048 + 7168);
        double all = 8.0 * (61 * attention + 3 * block + 58 * 257 * expert);
        Frame f = run(PlanFixture.deepSeek().adapters(Target.all, 8), ONE_STAGE);
        assertThat(f.get(M_OPTIMIZER)).isCloseTo(12 * all, within(1.0));
    }

    /** The matrix on the side where a product is cut is cut with it, the other is whole. */
    @Test
    void tensorParallelismCutsOneOfTheTwo() {
        double each = 126 * 16.0 * (16384 + (16384 + 2048) / 8.0);
        Frame f = run(llama().adapters(Target.qkv, 16), CUT);
        assertThat(f.get(M_OPTIMIZER)).isCloseTo(12 * each, within(1.0));
    }

    /** The model FLOP of frozen weights are two thirds of those of trained ones. */
    @Test
    void frozenWeightsHaveNoGradients() {
        Frame full = run(llama(), ONE_STAGE);
        Frame f = run(llama().adapters(Target.qkv, 16), ONE_STAGE);
        assertThat(f.get(MODEL_FLOPS)).isCloseTo(full.get(MODEL_FLOPS) * 2 / 3, within(1e12));
        assertThat(f.get(UP + BACKWARD)).isEqualTo(full.get(UP + INPUT_GRADIENT));
        assertThat(f.get(HEAD + BACKWARD)).isEqualTo(full.get(HEAD + INPUT_GRADIENT));
        assertThat(f.get(DP_ALL)).isLessThan(full.get(DP_ALL) / 100);
    }

    /** Any rank that is small beside the width: faster, and less memory of every kind. */
    @Property(tries = 60)
    void adaptersCostLessThanAllWeights(
            @ForAll @IntRange(min = 1, max = 256) int rank, @ForAll Target targets) {
        Frame full = run(llama(), ONE_STAGE);
        Frame f = run(llama().adapters(targets, rank), ONE_STAGE);
        assertThat(f.get(STEP)).isBetween(full.get(STEP) / 3, full.get(STEP));
        assertThat(f.get(M_PEAK)).isLessThan(full.get(M_PEAK));
        assertThat(f.get(M_ACTIVATIONS)).isLessThanOrEqualTo(full.get(M_ACTIVATIONS));
        assertThat(f.get(M_WEIGHTS)).isGreaterThan(full.get(M_WEIGHTS));
        Frame wider = run(llama().adapters(targets, rank + 1), ONE_STAGE);
        assertThat(wider.get(STEP)).isGreaterThan(f.get(STEP));
        assertThat(wider.get(M_PEAK)).isGreaterThan(f.get(M_PEAK));
    }
}
