// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.araverus.infra.engine.design.Origin;
import org.jspecify.annotations.Nullable;

/** The probe that keeps each result as a node of a derivation. */
final class Recording extends Probe {

    private final @Nullable Derivation[] nodes = new Derivation[Cells.COUNT];
    private Origin[] origins = new Origin[0];

    Recording() {
        super(true);
    }

    /** Begins another plan: nothing of an earlier one is left. */
    Recording of(Plan plan) {
        Arrays.fill(nodes, null);
        origins = plan.origins();
        return this;
    }

    @Override
    void saw(String formula, Frame frame, int out, int... inputs) {
        List<Derivation> from = new ArrayList<>(inputs.length);
        for (int input : inputs) {
            from.add(node(frame, input));
        }
        nodes[out] = new Derivation(Cells.name(out), frame.x[out], formula, from, null);
    }

    @Override
    void same(Frame frame, int out, int in) {
        nodes[out] = node(frame, in);
    }

    @Override
    void input(int out) {
        nodes[out] = null;
    }

    @Override
    void given(Frame frame, int out, Origin origin) {
        nodes[out] = new Derivation(Cells.name(out), frame.x[out], null, List.of(), origin);
    }

    /** A cell holds a number of an earlier evaluation. */
    void place(int out, Derivation node) {
        nodes[out] = node;
    }

    /** The node of the number that a cell holds now. */
    Derivation node(Frame frame, int cell) {
        Derivation node = nodes[cell];
        if (node == null) {
            Origin o = cell < origins.length ? origins[cell] : Origin.NOWHERE;
            node =
                    new Derivation(
                            Cells.name(cell),
                            frame.x[cell],
                            null,
                            List.of(),
                            o.equals(Origin.NOWHERE) ? null : o);
            nodes[cell] = node;
        }
        return node;
    }
}
