// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Origin;

/** Collects what rules say about one design. */
public final class Findings {
    private final List<Draft> drafts = new ArrayList<>();

    /** Begins a finding of a rule at an origin; what follows refines it. */
    public Draft report(InfraRule rule, Origin origin, String message) {
        Draft d = new Draft(rule, origin, message);
        drafts.add(d);
        return d;
    }

    /**
     * Runs a check; where it meets a value that is not known, what it has reported is taken back.
     */
    public void guarded(Runnable check) {
        int mark = drafts.size();
        try {
            check.run();
        } catch (NotKnown e) {
            drafts.subList(mark, drafts.size()).clear();
        }
    }

    /** All findings, ordered by origin, rule, message. */
    public List<Finding> all() {
        return drafts.stream()
                .map(Draft::toFinding)
                .sorted(
                        Comparator.comparing(Finding::origin)
                                .thenComparing(Finding::rule)
                                .thenComparing(Finding::message))
                .distinct()
                .toList();
    }

    /** A finding in the making. */
    public static final class Draft {
        private final InfraRule rule;
        private final Origin origin;
        private final String message;
        private Severity severity;
        private final List<Finding.Detail> details = new ArrayList<>();
        private final List<Origin> related = new ArrayList<>();
        private final List<Fix> fixes = new ArrayList<>();

        private Draft(InfraRule rule, Origin origin, String message) {
            this.rule = rule;
            this.origin = origin;
            this.message = message;
            this.severity = rule.severity();
        }

        /** Where a number comes from. */
        public Draft detail(String text, Origin from) {
            details.add(new Finding.Detail(text, from));
            return this;
        }

        /** A reason without a place of its own. */
        public Draft detail(String text) {
            return detail(text, Origin.NOWHERE);
        }

        public Draft related(Origin place) {
            related.add(place);
            return this;
        }

        public Draft fix(String title, Edit... edits) {
            fixes.add(Fix.of(title, edits));
            return this;
        }

        /** A severity other than the rule's own, where the case is milder or graver. */
        public Draft severity(Severity other) {
            severity = other;
            return this;
        }

        private Finding toFinding() {
            return new Finding(rule.id(), severity, message, origin, details, related, fixes);
        }
    }
}
