// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.araverus.infra.engine.design.Recompute;
import org.araverus.infra.engine.design.Target;
import org.junit.jupiter.api.Test;

/** Training of DeepSeek-V4-Flash. */
class CompressedAttentionTest {

    private static final Layout ONE = new Layout(1, 1, 1, 1, 1, 8, 1, 0, false, Recompute.none);

    private static Frame run(PlanFixture fixture, Layout layout) {
        Frame f = new Frame();
        Evaluator.training(fixture.onH100(8).plan(), layout, OperatingPoint.RATED, Probe.SILENT, f);
        return f;
    }

    /** The report prints 284 billion parameters, 13 billion of them active. */
    @Test
    void aRankThatHoldsAllHoldsThePublishedParameters() {
        Frame f = run(PlanFixture.compressed(), ONE);
        assertThat(f.get(P_STAGE) + f.get(P_STAGE_EXPERTS)).isCloseTo(284e9, within(1.5e9));
        double products = f.get(MODEL_FLOPS_FORWARD) - 43 * f.get(MODEL_FLOPS_CORE);
        double perToken = products / (2 * f.get(STEP_TOKENS));
        assertThat(perToken).isBetween(12.5e9, 13.7e9);
    }

    /** Half the heads on a rank: half of what heads cost, none of what all ranks make. */
    @Test
    void tensorParallelismCutsHeadsAndGroups() {
        Frame whole = run(PlanFixture.compressed(), ONE);
        Layout halves = new Layout(2, 1, 1, 1, 1, 4, 1, 0, true, Recompute.none);
        Frame half = run(PlanFixture.compressed(), halves);
        assertThat(half.get(OUT_GROUPED + FLOPS)).isEqualTo(whole.get(OUT_GROUPED + FLOPS) / 2);
        assertThat(half.get(Q_UP + FLOPS)).isEqualTo(whole.get(Q_UP + FLOPS) / 2);
        assertThat(half.get(KV_DOWN + FLOPS)).isEqualTo(whole.get(KV_DOWN + FLOPS));
        assertThat(half.get(INDEX_FLOPS)).isEqualTo(whole.get(INDEX_FLOPS));
    }

    /** Each number of the architecture moves the step. */
    @Test
    void everyNumberMovesTheStep() {
        int[] numbers = {
            SPARSE_RATIO,
            SPARSE_SHARE,
            ENTRIES_PICKED,
            DENSE_RATIO,
            COMPRESSED_SHARE,
            WINDOW_KEYS,
            INDEX_HEADS,
            INDEX_DIM,
            QUERY_RANK,
            OUTPUT_RANK,
            OUTPUT_GROUPS,
            STREAMS
        };
        double base = run(PlanFixture.compressed(), ONE).get(STEP);
        for (int cell : numbers) {
            PlanFixture moved = PlanFixture.compressed();
            moved.put(cell, moved.plan().values()[cell] / 2);
            assertThat(run(moved, ONE).get(STEP)).as(Cells.name(cell)).isNotEqualTo(base);
        }
    }

    /** Streams cost traffic and memory, and no matrix products. */
    @Test
    void streamsAreKeptAndMoved() {
        Frame four = run(PlanFixture.compressed(), ONE);
        Frame one = run(PlanFixture.compressed().put(STREAMS, 1), ONE);
        double kept = 43 * 2 * 3 * 4096.0 * 4096 * 2;
        assertThat(four.get(M_ACTIVATIONS) - one.get(M_ACTIVATIONS)).isCloseTo(kept, within(1e3));
        assertThat(four.get(B_PRODUCTS)).isEqualTo(one.get(B_PRODUCTS));
        assertThat(four.get(B_POINTWISE)).isGreaterThan(one.get(B_POINTWISE));
    }

    /** Adapters beside queries and the one key-value of a token. */
    @Test
    void adaptersStandBesideItsProjections() {
        double each = 16.0 * ((4096 + 1024) + (1024 + 64 * 512) + (4096 + 512));
        Frame f = run(PlanFixture.compressed().adapters(Target.qkv, 16), ONE);
        assertThat(f.get(M_OPTIMIZER)).isCloseTo(12 * 43 * each, within(1.0));
        each += 16.0 * (8 * 1024 + 4096);
        f = run(PlanFixture.compressed().adapters(Target.attention, 16), ONE);
        assertThat(f.get(M_OPTIMIZER)).isCloseTo(12 * 43 * each, within(1.0));
    }
}
