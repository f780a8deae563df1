// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells under each other; figures to the right, words to the left. */
final class Sheet {
    private static final String GAP = "  ";

    private final String sides;
    private final List<String[]> lines = new ArrayList<>();

    /**
     * Without lines yet.
     *
     * @param sides {@code l} or {@code r} for each column
     */
    Sheet(String sides) {
        this.sides = sides;
    }

    Sheet line(String... cells) {
        lines.add(cells);
        return this;
    }

    /** The lines, without blanks at their ends. */
    String text() {
        StringBuilder all = new StringBuilder();
        for (String[] cells : lines) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < cells.length; i++) {
                String pad = " ".repeat(width(i) - cells[i].length());
                boolean right = sides.charAt(i) == 'r';
                line.append(GAP).append(right ? pad + cells[i] : cells[i] + pad);
            }
            all.append(line.toString().stripTrailing()).append('\n');
        }
        return all.toString();
    }

    private int width(int column) {
        return lines.stream().mapToInt(l -> l[column].length()).max().orElse(0);
    }
}
