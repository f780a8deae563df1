// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.dsl.tests.catalog.Attributes.Target;

/** The text of one part of the catalog. */
final class PartText {
    private static final int WIDTH = 100;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final List<String> WITHOUT_ALIAS = List.of("switch", "nic", "cpu");

    /** A fact and the attribute that takes it. */
    private record Entry(Fact fact, Target target) {
        String quantity() {
            return PartText.quantity(fact, target);
        }
    }

    /** What a line says: a value first, then the other facts of the same attribute. */
    private record Line(String path, List<Entry> entries) {
        Fact first() {
            return entries.get(0).fact;
        }
    }

    private final String kind;
    private final String identifier;
    private final List<String> aliases;
    private final String doc;
    private final List<Fact> facts;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final String main;

    PartText(String kind, String identifier, List<String> aliases, String doc, List<Fact> facts) {
        this.kind = kind;
        this.identifier = identifier;
        this.aliases = aliases;
        this.doc = doc;
        this.facts = facts;
        for (Target t : Attributes.of(kind))
            for (Fact f : facts)
                if (f.attribute().equals(t.fact()))
                    lines.computeIfAbsent(t.path(), p -> new Line(p, new ArrayList<>()))
                            .entries()
                            .add(new Entry(f, t));
        main = mostCommonSource();
    }

    /** The source that most values have; fits and what makers print speak for themselves. */
    private String mostCommonSource() {
        Map<String, Integer> count = new TreeMap<>();
        for (Line l : lines.values())
            if (!l.path.startsWith("efficiency") && !l.path.startsWith("published"))
                count.merge(l.first().source(), 1, Integer::sum);
        return count.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    String text() {
        StringBuilder s = new StringBuilder("/** " + doc + " */\n");
        if (!main.isEmpty()) s.append("@source(\"" + escape(main) + "\")\n");
        s.append(kind + " " + identifier + " {\n");
        if (!WITHOUT_ALIAS.contains(kind))
            s.append("  alias: [\"" + String.join("\", \"", aliases) + "\"]\n");
        body(s, "", "  ", main);
        return s.append("}\n").toString();
    }

    private void body(StringBuilder s, String prefix, String indent, String source) {
        List<String> done = new ArrayList<>();
        String open = "";
        for (Line l : lines.values()) {
            if (!l.path.startsWith(prefix)) continue;
            String rest = l.path.substring(prefix.length());
            int dot = rest.indexOf('.');
            String block = dot < 0 ? "" : rest.substring(0, dot);
            if (dot < 0) open = joined(s, open, indent, rest + ": " + value(l, source) + note(l));
            else if (!done.contains(block)) {
                done.add(block);
                open = joined(s, open, indent, "");
                block(s, prefix + block + ".", block, indent, source);
            }
        }
        joined(s, open, indent, "");
    }

    /** Plain values share a line; one with a source or a note has its own. */
    private static String joined(StringBuilder s, String open, String indent, String next) {
        boolean plain = !next.isEmpty() && !next.contains("@source") && !next.contains("//");
        if (plain && open.isEmpty()) return indent + next;
        if (plain && open.length() + 3 + next.length() <= WIDTH) return open + "   " + next;
        if (!open.isEmpty()) s.append(open + "\n");
        if (plain) return indent + next;
        if (!next.isEmpty()) s.append(indent + next + "\n");
        return "";
    }

    /** On one line if that is short and nothing stands behind a value but at its end. */
    private void block(StringBuilder s, String prefix, String block, String indent, String source) {
        String one = oneLine(prefix, block, indent, source);
        if (!one.isEmpty() && one.length() <= WIDTH) {
            s.append(one + "\n");
            return;
        }
        s.append(indent + block + " {\n");
        body(s, prefix, indent + "  ", source);
        s.append(indent + "}\n");
    }

    private String oneLine(String prefix, String block, String indent, String source) {
        StringBuilder s = new StringBuilder(indent + block + " {");
        for (Line l : lines.values()) {
            if (!l.path.startsWith(prefix)) continue;
            String rest = l.path.substring(prefix.length());
            if (rest.contains(".") || !note(l).isEmpty()) return "";
            s.append((s.charAt(s.length() - 1) == '{' ? " " : "   ") + rest + ": ");
            s.append(value(l, source));
        }
        return s + " }";
    }

    private String value(Line l, String source) {
        String s = l.entries.get(0).quantity() + spread(l.first());
        boolean known = l.first().source().equals(source);
        return known ? s : s + " @source(\"" + escape(l.first().source()) + "\")";
    }

    private String spread(Fact f) {
        String error = Attributes.error(f.attribute());
        for (Fact about : facts)
            if (about.attribute().equals(error))
                return " +- " + number(new BigDecimal(about.value()).multiply(TWO)) + " %";
        return "";
    }

    /** The figures of other sources, where they differ. */
    private static String note(Line l) {
        List<String> others = new ArrayList<>();
        String first = l.entries.get(0).quantity();
        for (Entry e : l.entries.subList(1, l.entries.size()))
            if (!e.quantity().equals(first))
                others.add(e.quantity() + (e.fact.isVerified() ? " by " : ", ") + e.fact.source());
        return others.isEmpty() ? "" : "   // " + String.join("; ", others);
    }

    static String quantity(Fact f, Target t) {
        BigDecimal v = new BigDecimal(f.value());
        return switch (t.unit()) {
            case "flag" -> v.signum() == 0 ? "false" : "true";
            case "e9" -> number(v) + "e9";
            case "" -> number(v);
            case "GB/s" -> stepped(v, "GB/s", "TB/s");
            case "W" -> stepped(v, "W", "kW");
            default -> number(v) + " " + t.unit();
        };
    }

    private static String stepped(BigDecimal v, String unit, String thousand) {
        return v.compareTo(BigDecimal.valueOf(1000)) >= 0
                ? number(v.movePointLeft(3)) + " " + thousand
                : number(v) + " " + unit;
    }

    /** Plain, with {@code _} between thousands from five digits on. */
    static String number(BigDecimal value) {
        String plain = value.stripTrailingZeros().toPlainString();
        int dot = plain.indexOf('.');
        String whole = dot < 0 ? plain : plain.substring(0, dot);
        if (whole.length() < 5) return plain;
        StringBuilder grouped = new StringBuilder(whole);
        for (int i = whole.length() - 3; i > 0; i -= 3) grouped.insert(i, '_');
        return grouped + (dot < 0 ? "" : plain.substring(dot));
    }

    private static String escape(String s) {
        return s.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
