// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.validation.TextFinding.Change;
import org.araverus.infra.dsl.validation.TextFinding.Detail;
import org.araverus.infra.dsl.validation.TextFinding.Fix;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;

/** Collects what text rules say about one file. */
public final class TextFindings {
    private final List<Draft> drafts = new ArrayList<>();

    /** Begins a finding at an object or a feature of it; what follows refines it. */
    public Draft report(
            TextRule rule, EObject at, @Nullable EStructuralFeature feature, String message) {
        Draft d = new Draft(rule, at, feature, message);
        drafts.add(d);
        return d;
    }

    /** All of them, in the order in which they were reported. */
    public List<TextFinding> all() {
        return drafts.stream().map(Draft::toFinding).toList();
    }

    /** A finding in the making. */
    public static final class Draft {
        private final TextRule rule;
        private final EObject at;
        private final @Nullable EStructuralFeature feature;
        private final String message;
        private final List<Detail> details = new ArrayList<>();
        private final List<Fix> fixes = new ArrayList<>();

        private Draft(
                TextRule rule, EObject at, @Nullable EStructuralFeature feature, String message) {
            this.rule = rule;
            this.at = at;
            this.feature = feature;
            this.message = message;
        }

        /** Where a number comes from. */
        public Draft detail(String text, @Nullable EObject from) {
            details.add(new Detail(text, from));
            return this;
        }

        /** What could be typed instead. */
        public Draft fix(String title, Change... changes) {
            fixes.add(new Fix(title, List.of(changes)));
            return this;
        }

        private TextFinding toFinding() {
            return new TextFinding(
                    rule.id(), rule.severity(), message, at, feature, details, fixes);
        }
    }
}
