// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.report.render.Paint.Style;
import org.jspecify.annotations.Nullable;

/** Findings for a person at a terminal: what, where, the line itself, why, what to type instead. */
public final class FindingsText {
    private static final int WIDTH = 120;

    private final Paint paint;
    private final Glyphs glyphs;
    private final Sources sources;

    public FindingsText(Paint paint, Glyphs glyphs, Sources sources) {
        this.paint = paint;
        this.glyphs = glyphs;
        this.sources = sources;
    }

    /** All findings in the order given, a blank line between two. */
    public String findings(List<Shown> all) {
        StringBuilder out = new StringBuilder();
        for (Shown f : all) {
            if (!out.isEmpty()) out.append('\n');
            finding(out, f);
        }
        return out.toString();
    }

    private void finding(StringBuilder out, Shown f) {
        String head = word(f.severity()) + "[" + f.rule() + "]";
        out.append(paint.of(style(f.severity()), head)).append(' ');
        out.append(paint.of(Style.STRONG, oneLine(f.message()))).append('\n');
        int gutter = 2;
        Place p = f.place();
        if (p != null) {
            gutter = Math.max(2, String.valueOf(p.line()).length());
            source(out, f.severity(), p, gutter);
        }
        String margin = " ".repeat(gutter + 1);
        for (Shown.Line d : f.details()) {
            out.append(margin).append(paint.of(Style.FRAME, "=")).append(' ');
            out.append(oneLine(d.text())).append(at(d.place())).append('\n');
        }
        for (Place r : f.related()) {
            if (isSaid(r, f)) continue;
            out.append(margin).append("see ").append(paint.of(Style.QUIET, place(r))).append('\n');
        }
        if (!f.fixes().isEmpty()) {
            List<String> titles = new ArrayList<>();
            for (Shown.Fix x : f.fixes())
                titles.add((titles.isEmpty() ? "" : "or ") + oneLine(x.title()));
            out.append(margin).append(paint.of(Style.FIX, "fix:")).append(' ');
            out.append(glyphs.join(titles)).append('\n');
        }
        if (f.accepted() != null) {
            out.append(margin).append("accepted: ").append(oneLine(f.accepted())).append('\n');
        }
    }

    /** Whether the line stands there already, as the place of the finding or of a reason. */
    private static boolean isSaid(Place p, Shown f) {
        return Stream.concat(Stream.ofNullable(f.place()), details(f))
                .anyMatch(o -> o.line() == p.line() && o.file().equals(p.file()));
    }

    private static Stream<Place> details(Shown f) {
        return f.details().stream().map(Shown.Line::place).filter(Objects::nonNull);
    }

    private void source(StringBuilder out, Severity severity, Place p, int gutter) {
        String margin = " ".repeat(gutter + 1);
        out.append(margin).append(paint.of(Style.FRAME, "-->")).append(' ');
        out.append(p.file()).append(':').append(p.line()).append(':').append(p.column());
        out.append('\n');
        sources.line(p)
                .ifPresent(
                        raw -> {
                            SourceLine s =
                                    SourceLine.of(raw, p.column(), p.length(), WIDTH, glyphs);
                            String n = " ".repeat(gutter - digits(p.line())) + p.line();
                            out.append(paint.of(Style.FRAME, n + " |")).append(' ');
                            out.append(s.text()).append('\n');
                            out.append(paint.of(Style.FRAME, margin + "|")).append(' ');
                            out.append(" ".repeat(s.start()));
                            out.append(paint.of(style(severity), "^".repeat(s.length())));
                            out.append('\n');
                        });
    }

    private static int digits(int n) {
        return String.valueOf(n).length();
    }

    private String at(@Nullable Place p) {
        return p == null ? "" : "    " + paint.of(Style.QUIET, place(p));
    }

    private static String place(Place p) {
        return p.file() + ":" + p.line();
    }

    /**
     * The closing lines: how many findings, and how many are accepted.
     *
     * @param counted the findings that count
     * @param accepted how many others are accepted and not shown
     * @param where what was looked at, for the case that nothing was found
     */
    public String summary(List<Shown> counted, int accepted, String where) {
        StringBuilder out = new StringBuilder();
        if (counted.isEmpty()) {
            out.append("no findings in ").append(where).append('\n');
        } else {
            out.append(paint.of(Style.STRONG, counts(counted) + files(counted)));
            out.append("     infra explain RULE-ID tells more\n");
        }
        if (accepted > 0) {
            out.append(number(accepted, "accepted finding"))
                    .append(accepted == 1 ? " is" : " are")
                    .append(" not shown     --accepted lists ")
                    .append(accepted == 1 ? "it\n" : "them\n");
        }
        return out.toString();
    }

    /** {@code 9 errors, 2 warnings}, the gravest first. */
    public static String counts(List<Shown> findings) {
        Map<Severity, Integer> n = new EnumMap<>(Severity.class);
        for (Shown f : findings) n.merge(f.severity(), 1, Integer::sum);
        List<String> all = new ArrayList<>();
        for (Severity s : Severity.values())
            if (n.containsKey(s)) all.addFirst(number(n.get(s), word(s)));
        return String.join(", ", all);
    }

    private static String files(List<Shown> findings) {
        Set<String> files = new TreeSet<>();
        for (Shown f : findings) if (f.place() != null) files.add(f.place().file());
        if (files.isEmpty()) return "";
        String first = files.iterator().next().replace('\\', '/');
        return " in "
                + (files.size() == 1
                        ? first.substring(first.lastIndexOf('/') + 1)
                        : files.size() + " files");
    }

    private static String number(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }

    static String word(Severity s) {
        return s.name().toLowerCase(Locale.ROOT);
    }

    private static Style style(Severity s) {
        return switch (s) {
            case NOTE -> Style.NOTE;
            case WARNING -> Style.WARNING;
            case DANGER -> Style.DANGER;
            case ERROR -> Style.ERROR;
        };
    }
}
