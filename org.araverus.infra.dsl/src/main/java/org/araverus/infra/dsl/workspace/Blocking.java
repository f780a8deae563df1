// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.finding.Severity;

/** Whether errors lie in what an evaluate reaches. */
final class Blocking {
    private final Workspace workspace;
    private final List<Place> errors;

    Blocking(Workspace workspace, List<Diagnostic> said) {
        this.workspace = workspace;
        this.errors =
                said.stream()
                        .filter(
                                d ->
                                        d.severity() == Severity.ERROR
                                                && d.accepted() == null
                                                && d.place() != null)
                        .map(Diagnostic::place)
                        .toList();
    }

    /** Whether one of the errors lies in an element of the design, or outside of all elements. */
    boolean blocks(Design design) {
        if (errors.isEmpty()) return false;
        Set<String> reached = new HashSet<>(design.elements().keySet());
        for (Place p : errors) {
            String element = workspace.around(p).element(p);
            if (element == null || reached.contains(element)) return true;
        }
        return false;
    }
}
