// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.registry;

import java.util.List;
import java.util.Locale;

/** The functions of expressions. */
public enum Function {
    POISSON("Independent arrivals at a mean rate", "rate"),
    LOGNORMAL("Lognormal by its median and one percentile", "median", "p90", "p95", "p99"),
    UNIFORM("Equally likely between two bounds", "low", "high"),
    CONSTANT("Always the same", "value"),
    MIN("The least of its arguments"),
    MAX("The greatest of its arguments"),
    CEIL("The next whole number", "value"),
    FLOOR("The whole number before", "value");

    private final String doc;
    private final List<String> parameters;

    Function(String doc, String... parameters) {
        this.doc = doc;
        this.parameters = List.of(parameters);
    }

    /** The name as people write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One line, no full stop. */
    public String doc() {
        return doc;
    }

    /** Names of its arguments, in order; empty if it takes any number. */
    public List<String> parameters() {
        return parameters;
    }

    /** Whether it gives a distribution, else a number. */
    public boolean isDistribution() {
        return switch (this) {
            case POISSON, LOGNORMAL, UNIFORM, CONSTANT -> true;
            case MIN, MAX, CEIL, FLOOR -> false;
        };
    }
}
