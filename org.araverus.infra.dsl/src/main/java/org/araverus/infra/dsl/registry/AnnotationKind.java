// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.registry;

import java.util.List;
import java.util.Locale;

/** What may follow an {@code @}. */
public enum AnnotationKind {
    SOURCE("Where a value comes from; \"unverified\" if nobody has checked it", "text"),
    QUANTITY("What a base unit, and what is made of it, measures", "name"),
    OFFSET("A number n of this unit is (n + offset) times its value", "offset"),
    QUALIFIER("A factor that stands behind a unit and is kept for display"),
    ACCEPT("Accepts the findings of a rule, with the reason", "rule", "reason");

    private final String doc;
    private final List<String> parameters;

    AnnotationKind(String doc, String... parameters) {
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

    /** Names of its texts, in order. */
    public List<String> parameters() {
        return parameters;
    }
}
