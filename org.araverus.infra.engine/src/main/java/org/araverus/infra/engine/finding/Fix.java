// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.finding;

import java.util.List;

/** A change of the design that makes a finding go away. */
public record Fix(String title, List<Edit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }

    public static Fix of(String title, Edit... edits) {
        return new Fix(title, List.of(edits));
    }
}
