// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tables of published figures, to be held against predictions. */
public final class Ledger {
    private final List<Row> rows;
    private final int notScored;

    private Ledger(List<Row> rows, int notScored) {
        this.rows = rows;
        this.notScored = notScored;
    }

    /** Reads tables; the rows that count stay in their order. */
    public static Ledger read(List<Path> tables) throws UnreadableTable {
        List<Row> all = new ArrayList<>();
        for (Path t : tables) all.addAll(TableReader.read(t));
        once(all);
        return of(all);
    }

    private static void once(List<Row> all) throws UnreadableTable {
        Map<String, Row> seen = new HashMap<>();
        for (Row r : all) {
            Row before = seen.putIfAbsent(r.id(), r);
            if (before != null)
                throw new UnreadableTable(
                        r.file(),
                        r.line(),
                        1,
                        "row "
                                + r.id()
                                + " stands in "
                                + before.file()
                                + ":"
                                + before.line()
                                + " too");
        }
    }

    static Ledger of(List<Row> all) {
        List<Row> scored = all.stream().filter(Row::scored).toList();
        return new Ledger(scored, all.size() - scored.size());
    }

    /** How many rows count. */
    public int size() {
        return rows.size();
    }

    /** Predicts them all. */
    public Result predict() {
        Forecaster forecaster = new Forecaster(ShelfReader.read());
        return new Result(rows.stream().map(forecaster::predict).toList(), notScored);
    }

    /** Predictions beside measurements. */
    public static final class Result {
        private final List<Outcome> outcomes;
        private final int notScored;
        private final Column by;

        Result(List<Outcome> outcomes, int notScored) {
            this(outcomes, notScored, Column.TABLE);
        }

        private Result(List<Outcome> outcomes, int notScored, Column by) {
            this.outcomes = List.copyOf(outcomes);
            this.notScored = notScored;
            this.by = by;
        }

        /**
         * The same, with scores by another column than the table.
         *
         * @throws IllegalArgumentException for a column that there is not
         */
        public Result by(String column) {
            Column other = Column.of(column);
            if (other == null) throw new IllegalArgumentException("no column " + column);
            return new Result(outcomes, notScored, other);
        }

        Column by() {
            return by;
        }

        List<Outcome> outcomes() {
            return outcomes;
        }

        int notScored() {
            return notScored;
        }

        /**
         * For people.
         *
         * @param assumed whether to list what was filled in, with the law behind it
         */
        public String text(boolean assumed) {
            LedgerText text = new LedgerText(this);
            return text.write() + (assumed ? "\n" + text.assumptions() : "");
        }

        /** For programs: canonical JSON. */
        public String json() {
            return LedgerJson.write(this);
        }

        /** The text behind each prediction, by {@code ID.infra}. */
        public Map<String, String> texts() {
            Map<String, String> all = new TreeMap<>();
            for (Outcome o : outcomes)
                if (o instanceof Outcome.Predicted p)
                    all.put(fileName(p.row()) + ".infra", p.text());
            return all;
        }

        private static String fileName(Row row) {
            return row.id().replaceAll("[^A-Za-z0-9._-]", "_");
        }
    }
}
