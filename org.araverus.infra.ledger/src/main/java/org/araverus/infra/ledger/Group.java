// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows that are scored together: those of a table that are compared by time, or by memory; and all
 * of one of the two.
 *
 * @param table empty for all tables
 * @param quantity {@code step time} or {@code memory}
 */
record Group(String table, String quantity, List<Outcome> outcomes) {
    private static final String TIME = "step time";
    private static final String MEMORY = "memory";

    /** The groups of a result, by quantity and table; all tables together where there are more. */
    static List<Group> of(List<Outcome> outcomes) {
        List<Group> groups = new ArrayList<>();
        for (String quantity : List.of(TIME, MEMORY)) {
            Map<String, List<Outcome>> tables = new TreeMap<>();
            List<Outcome> all = new ArrayList<>();
            for (Outcome o : outcomes) {
                if (!quantity(o).equals(quantity)) continue;
                tables.computeIfAbsent(o.row().table(), t -> new ArrayList<>()).add(o);
                all.add(o);
            }
            tables.forEach((table, rows) -> groups.add(new Group(table, quantity, rows)));
            if (tables.size() > 1) groups.add(new Group("", quantity, all));
        }
        return groups;
    }

    private static String quantity(Outcome o) {
        return o.row().figure().isTime() ? TIME : MEMORY;
    }

    /** What to call it. */
    String title() {
        return table.isEmpty() ? "all" : table;
    }

    Score score() {
        return Score.of(outcomes);
    }
}
