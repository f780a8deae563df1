// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.physics.Formulas;
import org.jspecify.annotations.Nullable;

/** The probe that keeps each result as a node of a derivation tree. */
public final class Recording extends Probe {

    private final @Nullable Node[] nodes = new Node[Cells.COUNT];
    private final Plan plan;

    Recording(Plan plan) {
        super(true);
        this.plan = plan;
    }

    @Override
    void saw(String formula, Frame frame, int out, int... inputs) {
        List<Node> from = new ArrayList<>(inputs.length);
        for (int input : inputs) {
            from.add(node(frame, input));
        }
        nodes[out] = new Node(Cells.name(out), frame.x[out], formula, from, null);
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
        nodes[out] = new Node(Cells.name(out), frame.x[out], null, List.of(), origin);
    }

    /** The node of the number that a cell holds now. */
    Node node(Frame frame, int cell) {
        Node node = nodes[cell];
        if (node == null) {
            node =
                    new Node(
                            Cells.name(cell),
                            frame.x[cell],
                            null,
                            List.of(),
                            cell < Cells.INPUTS ? plan.origins()[cell] : null);
            nodes[cell] = node;
        }
        return node;
    }

    /**
     * One number and what it was made from.
     *
     * @param formula id; null for an input
     * @param inputs in the order of the formula's parameters
     * @param origin of an input that a text gives; null else
     */
    public record Node(
            String name,
            double value,
            @Nullable String formula,
            List<Node> inputs,
            @Nullable Origin origin) {

        /** The value that the formula gives for the values of the inputs. */
        public double recomputed() {
            if (formula == null) return value;
            return Formulas.evaluate(formula, inputs.stream().mapToDouble(Node::value).toArray());
        }
    }
}
