// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import org.araverus.infra.engine.design.Design;

/**
 * One number of a sketch that a test moves over the edge of a rule.
 *
 * @param rule id
 * @param edge the last value at which the rule is silent
 * @param step where the rule speaks from there: the least change, positive for above
 * @param further whether all values on the far side of the edge are silent too
 * @param sketch with a question mark for the number
 */
record Lever(String rule, double edge, double step, boolean further, String sketch) {
    /** Speaks below a real number. */
    static Lever below(String rule, double edge, String... sketch) {
        return new Lever(rule, edge, -Math.abs(edge) * 1e-9, true, String.join("\n", sketch));
    }

    /** Speaks above a real number. */
    static Lever above(String rule, double edge, String... sketch) {
        return new Lever(rule, edge, Math.abs(edge) * 1e-9, true, String.join("\n", sketch));
    }

    /** Speaks at a whole number and not at the one before. */
    static Lever from(String rule, double first, String... sketch) {
        return new Lever(rule, first - 1, 1, true, String.join("\n", sketch));
    }

    /** Speaks at a whole number and not at the one after. */
    static Lever upTo(String rule, double last, String... sketch) {
        return new Lever(rule, last + 1, -1, true, String.join("\n", sketch));
    }

    /** Silent at a count that divides, speaks at a neighbour that does not. */
    static Lever divides(String rule, double silent, double speaks, String... sketch) {
        return new Lever(rule, silent, speaks - silent, false, String.join("\n", sketch));
    }

    /** The same where the far side of the edge speaks too. */
    Lever oneSided() {
        return new Lever(rule, edge, step, false, sketch);
    }

    int findings(double at) {
        Design design = Sketch.of(sketch, at);
        return Sketch.findings(rule, design).size();
    }

    @Override
    public String toString() {
        return rule + " at " + edge;
    }
}
