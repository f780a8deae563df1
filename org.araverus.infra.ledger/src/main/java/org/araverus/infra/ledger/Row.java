// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One published figure with the configuration behind it. What a cell does not say is unknown, never
 * zero.
 *
 * @param file of the table, as the call names it
 * @param line at which it begins, from 1
 */
record Row(String file, int line, Map<Column, String> cells) {

    Row {
        Map<Column, String> copy = new EnumMap<>(Column.class);
        copy.putAll(cells);
        cells = Collections.unmodifiableMap(copy);
    }

    /** Whether a cell says something. */
    boolean has(Column c) {
        return !text(c).isEmpty();
    }

    /** A cell as it stands; empty where nothing does. */
    String text(Column c) {
        return cells.getOrDefault(c, "");
    }

    /** A whole number; null where nothing stands. */
    @Nullable Integer count(Column c) {
        return has(c) ? Integer.valueOf(text(c)) : null;
    }

    /** A whole number, or another where nothing stands. */
    int count(Column c, int otherwise) {
        return has(c) ? Integer.parseInt(text(c)) : otherwise;
    }

    /** A number; NaN where nothing stands. */
    double number(Column c) {
        return has(c) ? Double.parseDouble(text(c)) : Double.NaN;
    }

    /** Its name. */
    String id() {
        return text(Column.ID);
    }

    /** The data set it comes from. */
    String table() {
        return text(Column.TABLE);
    }

    /** What it measures. */
    Figure figure() {
        Figure f = Figure.of(text(Column.METRIC));
        if (f == null) throw new IllegalStateException("the reader lets known metrics in");
        return f;
    }

    /** Whether it counts. */
    boolean scored() {
        return text(Column.SCORE).equals("yes");
    }

    /** Whether it measures serving. */
    boolean serves() {
        return has(Column.MODE);
    }

    /** The day of the measurement; empty where none is said. */
    String day() {
        for (String n : notes())
            if (n.startsWith("measured ")) return n.substring("measured ".length());
        return "";
    }

    /** Whether somebody ran it; else its figure is computed. */
    boolean ran() {
        return !text(Column.KIND).equals("analytic");
    }

    /** The facts of its note. */
    List<String> notes() {
        return Arrays.asList(text(Column.NOTE).split("; "));
    }

    /** The first peer's value; NaN where there is none. */
    double peerValue() {
        if (!has(Column.PEER_VALUE)) return Double.NaN;
        return Double.parseDouble(text(Column.PEER_VALUE).split(";", -1)[0].strip());
    }
}
