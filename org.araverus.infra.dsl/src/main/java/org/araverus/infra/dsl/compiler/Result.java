// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.engine.units.Dimension;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/** What an expression comes to. */
sealed interface Result {
    /** Something in it is missing or broken, and was reported where it is. */
    record Unknown() implements Result {}

    /** Nothing is written where a path leads. */
    record Absent() implements Result {}

    /**
     * A number.
     *
     * @param spreads signed half widths of 90 % intervals, to first order, by what they are due to:
     *     a declaration used twice is one variable
     * @param plain whether it came without a unit, so that a range may lend it one
     * @param point whether it is a temperature on a scale, not a difference
     */
    record Num(
            double si,
            Map<EObject, Double> spreads,
            Dimension dimension,
            boolean plain,
            boolean point)
            implements Result {
        static Num of(double si, Dimension dimension) {
            return new Num(si, Map.of(), dimension, false, false);
        }

        Num with(Map<EObject, Double> other) {
            return new Num(si, other, dimension, plain, point);
        }

        /** Half width of its 90 % interval. */
        double spread() {
            return Spreads.width(spreads);
        }
    }

    record Truth(boolean value) implements Result {}

    record Str(String text) implements Result {}

    /** A range, in SI. */
    record Interval(Num low, Num high) implements Result {}

    record Items(List<Result> items) implements Result {}

    /** An element. */
    record Elem(Declaration declaration) implements Result {}

    /** A distribution by its function and arguments. */
    record Dist(String function, List<Argument> arguments) implements Result {}

    /** An argument, by position if it has no name. */
    record Argument(@Nullable String name, Result value) {}

    Unknown UNKNOWN = new Unknown();
    Absent ABSENT = new Absent();
}
