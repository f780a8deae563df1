// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.araverus.infra.dsl.validation.TextRules;
import org.araverus.infra.engine.finding.InfraRule;
import org.araverus.infra.engine.rules.BuiltInRules;

/** All rules that come with the product. */
final class Rules {
    private Rules() {}

    static List<InfraRule> all() {
        return Stream.of(new BuiltInRules(), new TextRules())
                .flatMap(s -> s.rules().stream())
                .sorted(Comparator.comparing(InfraRule::id))
                .toList();
    }

    static Set<String> ids() {
        return all().stream().map(InfraRule::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
