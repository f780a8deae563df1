// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private static double layers(int all, int stages, int chunks, int stage) {
        return Pipeline.stageLayers(all, stages, chunks, stage, 0, all);
    }

    @Test
    void embeddingAndHeadHoldAPlaceWhereThatIsWhatDivides() {
        // 126 layers on 16 stages with 8 chunks each: the first and the last chunk hold no layer
        assertThat(layers(126, 16, 8, 0)).isEqualTo(7);
        assertThat(layers(126, 16, 8, 1)).isEqualTo(8);
        assertThat(layers(126, 16, 8, 15)).isEqualTo(7);
        assertThat(layers(126, 16, 1, 0)).isEqualTo(7);
        assertThat(layers(126, 16, 1, 7)).isEqualTo(8);
    }

    @Test
    void leadingDenseLayersLieOnTheFirstStages() {
        assertThat(Pipeline.stageLayers(61, 16, 1, 0, 0, 3)).isEqualTo(3);
        assertThat(Pipeline.stageLayers(61, 16, 1, 0, 3, 61)).isZero();
        assertThat(Pipeline.stageLayers(61, 16, 1, 1, 3, 61)).isEqualTo(4);
    }

    @Property(seed = "1")
    void everyLayerIsDealtOnceAndAsEvenlyAsPossible(
            @ForAll @IntRange(min = 1, max = 160) int all,
            @ForAll @IntRange(min = 1, max = 32) int stages,
            @ForAll @IntRange(min = 1, max = 8) int chunks) {
        double sum = 0;
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int stage = 0; stage < stages; stage++) {
            double here = layers(all, stages, chunks, stage);
            sum += here;
            least = Math.min(least, here);
            most = Math.max(most, here);
        }
        assertThat(sum).isEqualTo(all);
        assertThat(most - least).isLessThanOrEqualTo(Math.max(2, chunks));
    }

    @Test
    void aStageIsItsLayersAndItsEnds() {
        assertThat(Pipeline.stageTime(2, 3, 4, 5, 6, 7)).isEqualTo(39);
        assertThat(Pipeline.stageParameters(2, 3, 4, 5, 6)).isEqualTo(32);
    }
}
