// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.engine.evaluate.Evaluation;

/**
 * Something that was filled in.
 *
 * @param what column of the table, or attribute of the text
 * @param values that it took, with the number of rows
 * @param law behind it
 */
record Assumed(String what, Map<String, Integer> values, String law) {

    /** The laws of the ledger that were used, in their order. */
    static List<Assumed> ofTable(List<Outcome> outcomes) {
        Map<Law, Map<String, Integer>> used = new TreeMap<>();
        for (Outcome o : outcomes)
            if (o instanceof Outcome.Predicted p)
                p.laws().forEach((law, value) -> count(used, law, value));
        List<Assumed> all = new ArrayList<>();
        used.forEach((law, values) -> all.add(new Assumed(law.column(), values, law.words())));
        return all;
    }

    /** What the engine filled in, by attribute. */
    static List<Assumed> ofEngine(List<Outcome> outcomes) {
        Map<List<String>, Map<String, Integer>> used =
                new TreeMap<>(
                        Comparator.<List<String>, String>comparing(List::getFirst)
                                .thenComparing(List::getLast));
        for (Outcome o : outcomes)
            if (o instanceof Outcome.Predicted p)
                for (Evaluation.Assumption a : p.assumptions())
                    count(used, List.of(a.attribute(), a.law()), a.value());
        List<Assumed> all = new ArrayList<>();
        used.forEach((k, values) -> all.add(new Assumed(k.getFirst(), values, k.getLast())));
        return all;
    }

    private static <K> void count(Map<K, Map<String, Integer>> into, K key, String value) {
        into.computeIfAbsent(key, k -> new TreeMap<>()).merge(value, 1, Integer::sum);
    }

    /** Rows in which it was. */
    int rows() {
        return values.values().stream().mapToInt(Integer::intValue).sum();
    }
}
