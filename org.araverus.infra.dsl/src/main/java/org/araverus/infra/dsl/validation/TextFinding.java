// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import java.util.List;
import org.araverus.infra.engine.finding.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;

/**
 * What a text rule says.
 *
 * @param at where it is shown; with a feature, that feature of it alone
 * @param details where each number comes from
 * @param fixes what could be typed instead, best first
 */
public record TextFinding(
        String rule,
        Severity severity,
        String message,
        EObject at,
        @Nullable EStructuralFeature feature,
        List<Detail> details,
        List<Fix> fixes) {
    /** A line of reasons and the object that it comes from. */
    public record Detail(String text, @Nullable EObject from) {}

    /** Changes of the finding's own file. */
    public record Fix(String title, List<Change> changes) {
        public Fix {
            changes = List.copyOf(changes);
        }
    }

    /** So many characters from an offset on are replaced. */
    public record Change(int offset, int length, String text) {}

    public TextFinding {
        details = List.copyOf(details);
        fixes = List.copyOf(fixes);
    }
}
