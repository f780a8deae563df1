// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import java.util.List;

/**
 * A requirement's side: numbers and metrics, everything else is folded by the compiler. SI
 * throughout.
 */
public sealed interface Term {
    /** A known number. */
    record Number(double si) implements Term {}

    /**
     * A metric of an element or of the evaluate itself ({@code element} empty): {@code step_time},
     * {@code cost.per_token}, {@code ttft.p99}.
     */
    record MetricOf(String element, String metric) implements Term {}

    /** {@code + - * / ^ min max}. */
    record Operation(String operator, Term left, Term right) implements Term {
        /** All that there are. */
        public static final List<String> OPERATORS = List.of("+", "-", "*", "/", "^", "min", "max");
    }
}
