// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.araverus.infra.dsl.workspace.Judged;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.finding.Finding;
import org.araverus.infra.engine.finding.InfraRule;
import org.araverus.infra.engine.finding.RuleRunner;

/**
 * The engine's answers for one file, remembered by what a design holds: of an edit that changes
 * places alone, or another evaluate, nothing is computed again. For one thread.
 */
final class Engine {
    private Map<Key, List<Finding>> findings = Map.of();
    private Map<Key, Known> judged = Map.of();
    private Map<Key, List<Finding>> newFindings = new LinkedHashMap<>();
    private Map<Key, Known> newJudged = new LinkedHashMap<>();

    /** All that rules and formulas see of a design, and who looks. */
    private record Key(String name, SortedMap<String, Element> elements, List<InfraRule> rules) {
        static Key of(Design d, RuleRunner rules) {
            return new Key(d.name(), d.elements(), rules.rules());
        }
    }

    /** What the rules say of a design. */
    List<Finding> check(Design design, RuleRunner rules) {
        return remembered(findings, newFindings, design, rules, rules::check);
    }

    /**
     * What an evaluate comes to.
     *
     * @param whole the same with what holds it back, for who asks
     */
    record Known(Judged judged, Whole whole) {}

    /** Asks for the numbers of an evaluate and what rules say of them. */
    Known judge(Design design, RuleRunner rules) {
        Known k =
                remembered(
                        judged,
                        newJudged,
                        design,
                        rules,
                        d -> new Known(Judged.of(d, rules), new Whole(d)));
        return new Known(k.judged.with(design), k.whole);
    }

    private static <T> T remembered(
            Map<Key, T> before,
            Map<Key, T> now,
            Design design,
            RuleRunner rules,
            Function<Design, T> compute) {
        Key key = Key.of(design, rules);
        T known = before.get(key);
        if (known == null) known = now.get(key);
        if (known == null) known = compute.apply(design);
        now.put(key, known);
        return known;
    }

    /** Forgets all: a rule failed, and is asked again the next time. */
    void clear() {
        newFindings.clear();
        newJudged.clear();
        forget();
    }

    /** Forgets what the file did not ask for since the last time. */
    void forget() {
        findings = newFindings;
        judged = newJudged;
        newFindings = new LinkedHashMap<>();
        newJudged = new LinkedHashMap<>();
    }
}
