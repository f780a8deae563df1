// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.Let;
import org.araverus.infra.dsl.infra.NamedBlock;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.infra.Require;
import org.araverus.infra.dsl.infra.Run;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/**
 * Sets what neighbouring lines of one form have in common under one another: the braces of blocks
 * and what has the same name in them, the {@code x} of parts, {@code on} of placements, the {@code
 * =} of lets, the comparison of requirements, and comments at the end. Where a line would become
 * too wide, or a comment would go far from it, none of its run is moved.
 */
final class Columns {
    private static final int FARTHEST = 20;

    /** A piece to be set in a column by blanks before another one, or itself. */
    private record Stop(String key, int widened, int set) {}

    /** A line with what can be set in it; no form if nothing can. */
    private record Line(Row row, String form, List<Stop> stops) {
        @Nullable Stop stop(int k) {
            return k < stops.size() ? stops.get(k) : null;
        }
    }

    private Columns() {}

    static void set(List<Row> rows) {
        List<Line> lines = rows.stream().map(Columns::line).toList();
        for (int from = 0, to; from < lines.size(); from = to) {
            to = from + 1;
            while (to < lines.size() && follows(lines.get(to - 1), lines.get(to))) to++;
            if (to - from > 1) set(lines.subList(from, to), 0);
        }
        comments(rows);
    }

    private static boolean follows(Line before, Line line) {
        return !line.form.isEmpty()
                && line.form.equals(before.form)
                && line.row.indent == before.row.indent
                && !line.row.blankBefore;
    }

    /** Column for column, as long as neighbours have the same one next. */
    private static void set(List<Line> run, int k) {
        for (int from = 0, to; from < run.size(); from = to) {
            to = from + 1;
            Stop first = run.get(from).stop(k);
            while (to < run.size() && isSame(first, run.get(to).stop(k))) to++;
            List<Line> same = run.subList(from, to);
            if (first != null && same.size() > 1 && align(same, k)) set(same, k + 1);
        }
    }

    private static boolean isSame(@Nullable Stop one, @Nullable Stop other) {
        return one != null && other != null && one.key.equals(other.key);
    }

    private static boolean align(List<Line> lines, int k) {
        int column = 0;
        for (Line l : lines)
            column = Math.max(column, l.row.column(Objects.requireNonNull(l.stop(k)).set));
        for (Line l : lines) {
            int by = column - l.row.column(Objects.requireNonNull(l.stop(k)).set);
            if (l.row.width() + by > Rows.WIDTH) return false;
        }
        for (Line l : lines) {
            Stop stop = Objects.requireNonNull(l.stop(k));
            l.row.widen(stop.widened, column - l.row.column(stop.set));
        }
        return true;
    }

    /** Comments at the ends of neighbouring lines. */
    private static void comments(List<Row> rows) {
        for (int from = 0, to; from < rows.size(); from = to) {
            to = from + 1;
            if (!rows.get(from).hasComment()) continue;
            while (to < rows.size()
                    && rows.get(to).hasComment()
                    && rows.get(to).indent == rows.get(from).indent
                    && !rows.get(to).blankBefore) to++;
            List<Row> run = rows.subList(from, to);
            int width = run.stream().mapToInt(Row::width).max().orElse(0);
            if (run.stream().anyMatch(r -> width - r.width() > FARTHEST)) continue;
            for (Row r : run) r.widen(r.pieces.size() - 1, width - r.width());
        }
    }

    // ---- what can be set

    private static Line line(Row row) {
        Item i = row.sole;
        if (i == null) return new Line(row, "", List.of());
        return switch (i.what) {
            case Block b -> new Line(row, "block", block(row, i));
            case NamedBlock b -> new Line(row, "block " + i.head.getFirst(), block(row, i));
            case Part p -> new Line(row, "part", part(row, i));
            case Let l -> new Line(row, "let", sign(row, i, "=", "Let"));
            case Run r -> new Line(row, "run", sign(row, i, "on", "Run"));
            case Require r -> new Line(row, "require", comparison(row, i));
            default -> new Line(row, "", List.of());
        };
    }

    private static List<Stop> block(Row row, Item i) {
        List<Stop> stops = new ArrayList<>();
        Braces b = i.braces;
        if (b == null || b.open == null) return stops;
        int open = row.indexOf(b.open);
        stops.add(new Stop("{", open, open));
        StringBuilder path = new StringBuilder();
        for (int k = 0; k < b.entries.size(); k++) {
            if (!(b.entries.get(k) instanceof Item member) || !isNamed(member.what)) break;
            path.append(member.first()).append(' ');
            int at = row.indexOf(member.first());
            if (k > 0) stops.add(new Stop(path.toString(), at, at));
        }
        return stops;
    }

    private static boolean isNamed(EObject member) {
        return member instanceof Attribute || member instanceof Part || member instanceof Block;
    }

    /** The counts end in one column. */
    private static List<Stop> part(Row row, Item i) {
        for (int k = 2; k < i.head.size(); k++)
            if (i.head.get(k).is("x") && i.head.get(k).rule.equals("Part")) {
                int first = row.indexOf(i.head.getFirst());
                return List.of(new Stop("x", first + 2, row.indexOf(i.head.get(k))));
            }
        return List.of();
    }

    private static List<Stop> sign(Row row, Item i, String sign, String rule) {
        for (Piece p : i.head)
            if (p.is(sign) && p.rule.equals(rule)) {
                int at = row.indexOf(p);
                return List.of(new Stop(sign, at, at));
            }
        return List.of();
    }

    /** The one comparison that stands in no brackets. */
    private static List<Stop> comparison(Row row, Item i) {
        int depth = 0;
        for (Piece p : i.head) {
            depth += p.is("(") || p.is("[") ? 1 : p.is(")") || p.is("]") ? -1 : 0;
            if (depth == 0 && p.rule.equals("Comparison") && !p.isComment()) {
                int at = row.indexOf(p);
                return List.of(new Stop("comparison", at, at));
            }
        }
        return List.of();
    }
}
