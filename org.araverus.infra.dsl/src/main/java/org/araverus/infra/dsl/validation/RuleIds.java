// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import com.google.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import org.araverus.infra.dsl.linking.Distance;
import org.araverus.infra.engine.finding.InfraRule;
import org.araverus.infra.engine.finding.RuleSource;
import org.araverus.infra.engine.rules.BuiltInRules;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/** The ids of all rules that a text may name. */
@Singleton
class RuleIds {
    /** A text names a rule that is not there. */
    static final String UNKNOWN_RULE = InfraValidator.UNKNOWN_RULE;

    private final Set<String> ids = new TreeSet<>();

    RuleIds() {
        for (RuleSource source : new RuleSource[] {new BuiltInRules(), new TextRules()})
            for (InfraRule rule : source.rules()) ids.add(rule.id());
    }

    /**
     * What is said about an id that no rule has.
     *
     * @param meant the nearest id; empty where none is near
     */
    record Unknown(String message, String meant) {}

    /** Null if a rule has the id, or may have it. */
    @Nullable Unknown unknown(String id, EObject where) {
        if (ids.contains(id)) return null;
        Set<String> more = MoreRules.of(where.eResource().getResourceSet()).orElse(null);
        if (more == null || more.contains(id)) return null;
        String best = null;
        int least = Math.max(1, id.length() / 3) + 1;
        Set<String> all = new TreeSet<>(ids);
        all.addAll(more);
        for (String other : all) {
            int distance = Distance.between(id, other, least);
            if (distance < least) {
                least = distance;
                best = other;
            }
        }
        return best == null
                ? new Unknown("no rule " + id, "")
                : new Unknown("no rule " + id + "; did you mean " + best + "?", best);
    }
}
