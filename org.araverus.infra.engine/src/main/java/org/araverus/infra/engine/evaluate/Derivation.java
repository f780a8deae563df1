// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.List;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.physics.Formulas;
import org.jspecify.annotations.Nullable;

/**
 * A number and what it was made from, down to what the text gives. Nodes are shared where several
 * numbers stand on one.
 *
 * @param name what it is called
 * @param value in SI
 * @param unit as of a metric; empty for a plain number
 * @param formula id; null for an input
 * @param inputs in the order of the formula's parameters
 * @param origin of an input: where the text gives it, or would give it; null where no text can
 * @param spread half width of an input's 90 % interval
 * @param law of an input that is not as the text gives it: how its number follows
 */
public record Derivation(
        String name,
        double value,
        String unit,
        @Nullable String formula,
        List<Derivation> inputs,
        @Nullable Origin origin,
        double spread,
        @Nullable String law) {

    public Derivation {
        inputs = List.copyOf(inputs);
    }

    /** A result of a formula. */
    static Derivation made(String name, double value, String formula, List<Derivation> inputs) {
        String unit = Formulas.of(formula).formula().unit();
        if (unit.isEmpty()) unit = ofTerms(formula, inputs);
        return new Derivation(
                name, value, unit.equals("1") ? "" : unit, formula, inputs, null, 0, null);
    }

    /** The unit of the terms of a sum: counts and shares before them have none. */
    private static String ofTerms(String formula, List<Derivation> inputs) {
        boolean counted = formula.equals("sum.times") || formula.equals("sum.stage");
        List<Derivation> terms = counted ? inputs.subList(1, inputs.size()) : inputs;
        for (Derivation d : terms) if (!d.unit.isEmpty()) return d.unit;
        return "";
    }

    /** What a text gives. */
    static Derivation given(String name, Value v, String unit) {
        return new Derivation(name, v.si(), unit, null, List.of(), v.origin(), v.spread(), null);
    }

    /** A number that follows from a law. */
    static Derivation lawful(String name, double value, String unit, String law) {
        return new Derivation(name, value, unit, null, List.of(), null, 0, law);
    }

    /** The value that the formula gives for the values of the inputs. */
    public double recomputed() {
        if (formula == null) return value;
        return Formulas.evaluate(formula, inputs.stream().mapToDouble(Derivation::value).toArray());
    }

    /** Whether it is a number that is the same in all evaluations. */
    public boolean isConstant() {
        return Laws.CONSTANT.equals(law);
    }

    /** The same number under another name. */
    Derivation named(String other) {
        return new Derivation(other, value, unit, formula, inputs, origin, spread, law);
    }
}
