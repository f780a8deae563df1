// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.Pipeline;

/** What a stage of the pipeline holds. */
final class Stages {

    private Stages() {}

    /** Layers of the stage in a cell between two places of the model. */
    static void layers(Frame f, int out, int stage, int from, int to) {
        double[] x = f.x;
        f.set(
                out,
                Pipeline.stageLayers(x[LAYERS], x[PP], x[VPP], x[stage], x[from], x[to]),
                "pipeline.stage_layers",
                LAYERS,
                PP,
                VPP,
                stage,
                from,
                to);
    }

    /**
     * The cell that counts for a stage's ends: embedding first, head last, both on a single stage.
     */
    static int ends(Layout layout, int stage, int none, int first, int last, int both) {
        if (layout.pp() == 1) return both;
        if (stage == 0) return first;
        return stage == layout.pp() - 1 ? last : none;
    }
}
