// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;

/**
 * A place in the grammar.
 *
 * @param text a keyword, or the name of a terminal rule
 * @param rule the rule that it stands in
 */
record Sign(String text, String rule) {

    /** Of elements of the grammar, each looked at once. */
    static final class Cache {
        private final Map<EObject, Sign> known = new IdentityHashMap<>();

        Sign of(EObject grammarElement) {
            return known.computeIfAbsent(grammarElement, Sign::read);
        }
    }

    private static Sign read(EObject element) {
        String text =
                switch (element) {
                    case Keyword k -> k.getValue();
                    case RuleCall c -> c.getRule().getName();
                    case AbstractRule r -> r.getName();
                    default -> "";
                };
        AbstractRule rule = GrammarUtil.containingRule(element);
        return new Sign(text, rule == null ? "" : rule.getName());
    }
}
