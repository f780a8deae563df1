// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.registry;

import org.araverus.infra.engine.finding.Severity;
import org.jspecify.annotations.Nullable;

/** How much a project lets a rule matter, as people write it. */
public enum Level {
    note(Severity.NOTE),
    warning(Severity.WARNING),
    danger(Severity.DANGER),
    error(Severity.ERROR),
    /** The rule says nothing. */
    off(null);

    private final @Nullable Severity severity;

    Level(@Nullable Severity severity) {
        this.severity = severity;
    }

    /** The severity; null if the rule says nothing. */
    public @Nullable Severity severity() {
        return severity;
    }
}
