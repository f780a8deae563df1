// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows that are scored together: those with one word in a column, such as their table, that are
 * compared by time, or by memory; and all of one of the two.
 *
 * @param name the word; empty for all rows
 * @param quantity what is compared: {@code step time}, {@code memory}, {@code token}
 */
record Group(String name, String quantity, List<Outcome> outcomes) {
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

    /** The groups of a result, by quantity and column; all together where there are more. */
    static List<Group> of(List<Outcome> outcomes, Column by) {
        List<Group> groups = new ArrayList<>();
        for (String quantity : QUANTITIES) {
            Map<String, List<Outcome>> names = new TreeMap<>();
            List<Outcome> all = new ArrayList<>();
            for (Outcome o : outcomes) {
                if (!quantity(o).equals(quantity)) continue;
                names.computeIfAbsent(name(o.row(), by), n -> new ArrayList<>()).add(o);
                all.add(o);
            }
            names.forEach((name, rows) -> groups.add(new Group(name, quantity, rows)));
            if (names.size() > 1) groups.add(new Group("", quantity, all));
        }
        return groups;
    }

    /** A row that says nothing there is one of its own sort. */
    private static String name(Row row, Column by) {
        return row.has(by) ? row.text(by) : "-";
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
        return name.isEmpty() ? "all" : name;
    }

    Score score() {
        return Score.of(outcomes);
    }
}
