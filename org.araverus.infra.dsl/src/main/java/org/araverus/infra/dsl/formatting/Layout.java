// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of a file as the changes that lead to them. */
final class Layout {
    private final String text;
    private final List<Replacement> changes = new ArrayList<>();
    private int done;

    private Layout(String text) {
        this.text = text;
    }

    /** What has to be replaced in a text so that it has these lines; in its order. */
    static List<Replacement> changes(String text, List<Row> rows) {
        Layout l = new Layout(text);
        for (Row r : rows) l.row(r, r == rows.getFirst());
        l.replace(l.done, text.length(), rows.isEmpty() ? "" : "\n");
        return l.changes;
    }

    private void row(Row row, boolean first) {
        for (int i = 0; i < row.pieces.size(); i++) {
            Piece p = row.pieces.get(i);
            String before =
                    i > 0
                            ? " ".repeat(row.blanks(i))
                            : (first ? "" : row.blankBefore ? "\n\n" : "\n")
                                    + " ".repeat(row.indent);
            replace(done, p.start, before);
            done = p.end();
            if (p.sort == Piece.Sort.BLOCK_COMMENT && p.hasLines())
                replace(p.start, done, i == 0 ? indented(p.text, row.indent) : lines(p.text));
        }
    }

    private void replace(int from, int to, String with) {
        if (!text.substring(from, to).equals(with))
            changes.add(new Replacement(from, to - from, with));
    }

    /** Lines that begin with a star get it under the first one's. */
    private static String indented(String comment, int indent) {
        List<String> all = comment.lines().toList();
        boolean stars = all.stream().skip(1).allMatch(l -> l.stripLeading().startsWith("*"));
        if (!stars) return lines(comment);
        String margin = "\n" + " ".repeat(indent + 1);
        return all.stream().map(String::stripLeading).collect(Collectors.joining(margin));
    }

    private static String lines(String comment) {
        return comment.lines().collect(Collectors.joining("\n"));
    }
}
