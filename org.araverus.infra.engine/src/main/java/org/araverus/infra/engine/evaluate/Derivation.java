// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.List;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.physics.Formulas;
import org.jspecify.annotations.Nullable;

/**
 * A number and what it was made from, down to what the text gives. Nodes are shared where several
 * numbers stand on one.
 *
 * @param name what it is called
 * @param value in the unit of its formula, SI
 * @param formula id; null for an input
 * @param inputs in the order of the formula's parameters
 * @param origin of an input that a text gives; null for constants, layouts and trials
 */
public record Derivation(
        String name,
        double value,
        @Nullable String formula,
        List<Derivation> inputs,
        @Nullable Origin origin) {

    public Derivation {
        inputs = List.copyOf(inputs);
    }

    /** The value that the formula gives for the values of the inputs. */
    public double recomputed() {
        if (formula == null) return value;
        return Formulas.evaluate(formula, inputs.stream().mapToDouble(Derivation::value).toArray());
    }

    /** The same number under another name. */
    Derivation named(String other) {
        return new Derivation(other, value, formula, inputs, origin);
    }
}
