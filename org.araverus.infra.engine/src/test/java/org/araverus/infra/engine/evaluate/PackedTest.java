// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.araverus.infra.engine.design.Recompute;

/** Sequences that are packed with documents. */
class PackedTest {

    private static final Layout ONE = new Layout(1, 1, 1, 1, 1, 8, 1, 0, false, Recompute.none);

    private static Frame run(PlanFixture fixture) {
        Frame f = new Frame();
        Evaluator.training(fixture.onH100(8).plan(), ONE, OperatingPoint.RATED, Probe.SILENT, f);
        return f;
    }

    private static PlanFixture llama() {
        return PlanFixture.llama405().put(BATCH, 64);
    }

    /** Scores are those of the documents; products and memory are those of the sequence. */
    @Property(tries = 50)
    void attentionIsThatOfTheDocuments(@ForAll @IntRange(min = 1, max = 8191) int tokens) {
        Frame whole = run(llama());
        Frame packed = run(llama().put(DOCUMENT, tokens));
        double share = packed.get(ATT_FLOPS) / whole.get(ATT_FLOPS);
        assertThat(share).isCloseTo(tokens / 8192.0, within(1e-9));
        assertThat(packed.get(B_PRODUCTS)).isEqualTo(whole.get(B_PRODUCTS));
        assertThat(packed.get(M_PEAK)).isEqualTo(whole.get(M_PEAK));
        assertThat(packed.get(STEP)).isLessThanOrEqualTo(whole.get(STEP));
        assertThat(packed.get(MODEL_FLOPS)).isLessThan(whole.get(MODEL_FLOPS));
    }

    /** A document that fills the sequence changes nothing, nor does one that is longer. */
    @Property(tries = 10)
    void longDocumentsFillTheSequence(@ForAll @IntRange(min = 8192, max = 100_000) int tokens) {
        assertThat(run(llama().put(DOCUMENT, tokens)).get(STEP)).isEqualTo(run(llama()).get(STEP));
    }
}
