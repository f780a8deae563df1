// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.araverus.infra.engine.finding.Severity;
import org.eclipse.emf.ecore.EObject;

/**
 * Collects problems; the same one at the same object once, since an inherited expression is looked
 * at for each heir.
 */
final class Problems {
    private final List<Problem> all = new ArrayList<>();
    private final Set<List<Object>> seen = new HashSet<>();

    void error(String code, String message, EObject at) {
        error(code, message, at, List.of(), List.of());
    }

    void error(
            String code, String message, EObject at, List<String> details, List<EObject> related) {
        if (seen.add(List.of(code, at, message)))
            all.add(new Problem(code, Severity.ERROR, message, at, null, details, related));
    }

    List<Problem> all() {
        return List.copyOf(all);
    }
}
