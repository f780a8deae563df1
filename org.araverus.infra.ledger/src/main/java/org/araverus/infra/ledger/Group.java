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
 * @param quantity what is compared: {@code step time}, {@code memory}, {@code token}
 */
record Group(String table, String quantity, List<Outcome> outcomes) {
    private static final String TIME = "step time";
    private static final String MEMORY = "memory";
    private static final List<String> QUANTITIES =
            List.of(
                    TIME,
                    MEMORY,
                    "token",
                    "token, pools apart",
                    "first token",
                    "first token, one batch",
                    "whole request",
                    "throughput, one batch",
                    "throughput");

    /** The groups of a result, by quantity and table; all tables together where there are more. */
    static List<Group> of(List<Outcome> outcomes) {
        List<Group> groups = new ArrayList<>();
        for (String quantity : QUANTITIES) {
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
        if (o.row().serves()) return served(o.row());
        return o.row().figure().isTime() ? TIME : MEMORY;
    }

    private static String served(Row r) {
        boolean batch = r.has(Column.MAX_BATCH) || !r.has(Column.OSL);
        return switch (r.figure()) {
            case TPOT ->
                    r.text(Column.MODE).equals("disaggregated") ? "token, pools apart" : "token";
            case TTFT -> r.has(Column.OSL) ? "first token" : "first token, one batch";
            case E2E -> "whole request";
            default ->
                    batch && r.text(Column.MODE).equals("offline")
                            ? "throughput, one batch"
                            : "throughput";
        };
    }

    /** What to call it. */
    String title() {
        return table.isEmpty() ? "all" : table;
    }

    Score score() {
        return Score.of(outcomes);
    }
}
