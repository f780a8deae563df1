// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        return of(all);
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

        Result(List<Outcome> outcomes, int notScored) {
            this.outcomes = List.copyOf(outcomes);
            this.notScored = notScored;
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

        /** Writes the text behind each prediction into a folder, {@code ID.infra}. */
        public void writeTexts(Path folder) throws IOException {
            Files.createDirectories(folder);
            for (Outcome o : outcomes)
                if (o instanceof Outcome.Predicted p)
                    Files.writeString(folder.resolve(fileName(p.row()) + ".infra"), p.text());
        }

        private static String fileName(Row row) {
            return row.id().replaceAll("[^A-Za-z0-9._-]", "_");
        }
    }
}
