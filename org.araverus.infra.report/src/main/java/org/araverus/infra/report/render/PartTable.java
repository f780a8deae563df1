// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.report.render.Paint.Style;

/** Parts of the catalog, a line each, by the package that holds them. */
public final class PartTable {
    private static final int WIDTH = 100;

    /**
     * A line.
     *
     * @param name without its package
     */
    public record Line(
            String packageName, String kind, String name, String doc, List<String> aliases) {
        public Line {
            aliases = List.copyOf(aliases);
        }
    }

    private PartTable() {}

    /** The table; kinds in the order in which they come. */
    public static String write(List<Line> lines, Paint paint, Glyphs glyphs) {
        Map<String, Map<String, List<Line>>> groups = new LinkedHashMap<>();
        for (Line l : lines)
            groups.computeIfAbsent(l.packageName, p -> new LinkedHashMap<>())
                    .computeIfAbsent(l.kind, k -> new java.util.ArrayList<>())
                    .add(l);
        int first = lines.stream().mapToInt(l -> l.kind.length()).max().orElse(0);
        int second = lines.stream().mapToInt(l -> l.name.length()).max().orElse(0);
        StringBuilder out = new StringBuilder();
        groups.forEach(
                (name, kinds) -> {
                    if (!out.isEmpty()) out.append('\n');
                    out.append(paint.of(Style.STRONG, name)).append('\n');
                    kinds.forEach((kind, all) -> rows(out, kind, all, first, second, glyphs));
                });
        return out.toString();
    }

    private static void rows(
            StringBuilder out, String kind, List<Line> lines, int first, int second, Glyphs g) {
        String shown = kind;
        for (Line l : lines) {
            String left = "  " + padded(shown, first) + "   " + padded(l.name, second) + "   ";
            out.append((left + cut(l.doc, WIDTH - left.length(), g)).stripTrailing()).append('\n');
            shown = "";
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** The first sentence, or as much of it as there is room for. */
    private static String cut(String doc, int room, Glyphs glyphs) {
        int end = doc.indexOf(". ");
        String first = (end < 0 ? doc : doc.substring(0, end)).replaceFirst("\\.$", "");
        if (first.length() <= room) return first;
        int blank = first.lastIndexOf(' ', room - glyphs.ellipsis().length());
        return first.substring(0, Math.max(0, blank)) + glyphs.ellipsis();
    }
}
