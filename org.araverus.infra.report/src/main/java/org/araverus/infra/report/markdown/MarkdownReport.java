// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.markdown;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.report.view.Article;
import org.araverus.infra.report.view.Bom;
import org.araverus.infra.report.view.Document;
import org.araverus.infra.report.view.Fit;
import org.araverus.infra.report.view.Holding;
import org.araverus.infra.report.view.Ideal;
import org.araverus.infra.report.view.Limit;
import org.araverus.infra.report.view.Metrics;
import org.araverus.infra.report.view.Part;
import org.araverus.infra.report.view.Quantity;
import org.araverus.infra.report.view.Supply;
import org.araverus.infra.report.view.Timeline;
import org.araverus.infra.report.view.Work;

/** Writes a report as Markdown: the answers and their tables, without derivations. */
public final class MarkdownReport {
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport() {}

    /** The file; the same document gives the same bytes. */
    public static String write(Document d) {
        MarkdownReport r = new MarkdownReport();
        r.line("# " + text(d.title()));
        for (Article a : d.articles()) r.article(a);
        r.findings(d);
        r.line("");
        r.line(
                d.versions().stream()
                        .map(v -> v.name() + " " + text(v.value()))
                        .collect(Collectors.joining(", ", "<sub>", "</sub>")));
        return r.out.toString();
    }

    private void article(Article a) {
        line("");
        line("## " + text(a.name()));
        line("");
        line("**" + text(a.fit().answer()) + "**");
        requirements(a);
        for (Work w : a.work()) work(w);
        for (Holding h : a.holding()) {
            line("");
            line(text(h.answer()));
        }
        if (!a.need().isEmpty()) {
            line("");
            line(text(a.need()));
        }
        limits(a);
        ideals(a);
        costs(a);
        for (Timeline t : a.timelines()) {
            line("");
            line(text(t.answer()));
        }
        line("");
        line("<sub>" + a.fidelity() + ", design " + a.hash().substring(0, 12) + "</sub>");
    }

    private void requirements(Article a) {
        if (a.fit().requirements().isEmpty()) return;
        head("Requirement", "Answer", "Value", "");
        for (Fit.Row r : a.fit().requirements())
            row(
                    "`" + r.text() + "`",
                    r.answer().equals("missed") ? "**missed**" : r.answer(),
                    quantity(r.value()),
                    text(r.remark()));
    }

    private void work(Work w) {
        line("");
        line(text(w.answer()));
        if (w.figures().isEmpty()) return;
        head("Metric", "Value", "90 % interval");
        for (Metrics.Row m : w.figures())
            row(text(m.label()), quantity(m.value()), text(m.value().interval()));
        if (w.time().isEmpty()) return;
        line("");
        line(
                w.time().stream()
                        .map(p -> text(p.name()) + " " + p.percent())
                        .collect(
                                Collectors.joining(
                                        ", ", "Where the time of a " + w.unit() + " goes: ", ".")));
    }

    private void limits(Article a) {
        List<Limit> all = a.supplies().stream().map(Supply::limits).flatMap(List::stream).toList();
        if (all.isEmpty()) return;
        head("Demand", "Of", "In use", "Needed", "90 % interval", "Limit", "Left");
        for (Limit l : all)
            row(
                    text(l.what()),
                    text(l.subject()),
                    l.isOver() ? "**" + l.percent() + "**" : l.percent(),
                    quantity(l.demand()),
                    text(l.demand().interval()),
                    quantity(l.limit()),
                    quantity(l.left()));
    }

    private void ideals(Article a) {
        List<Ideal> all = a.supplies().stream().map(Supply::ideals).flatMap(List::stream).toList();
        if (all.isEmpty()) return;
        head("Software", "Of", "Of its ideal", "Now", "At the ideal", "Left");
        for (Ideal i : all)
            row(
                    text(i.metric()),
                    text(i.workload()),
                    i.percent(),
                    quantity(i.now()),
                    quantity(i.ideal()),
                    quantity(i.left()));
    }

    private void costs(Article a) {
        line("");
        line(text(a.costs().answer()));
        if (!(a.costs().bom().total().si() > 0)) return;
        head("Part", "Count", "Each", "Together");
        for (Bom.Item i : a.costs().bom().items())
            if (i.isPriced())
                row(text(i.name()), i.count().text(), quantity(i.each()), quantity(i.price()));
        List<Part> running = a.costs().running();
        if (running.isEmpty()) return;
        line("");
        line(
                running.stream()
                        .map(p -> p.name() + " " + p.percent())
                        .collect(Collectors.joining(", ", "What an hour is made of: ", ".")));
    }

    private void findings(Document d) {
        line("");
        line("## Findings");
        line("");
        if (d.findings().isEmpty()) line("No rule has anything to say.");
        for (Shown f : d.findings()) finding(f);
        for (Shown f : d.accepted()) finding(f);
    }

    private void finding(Shown f) {
        String at = f.place() == null ? "" : " " + text(f.place().file()) + ":" + f.place().line();
        line(
                "- **%s** `%s`%s: %s"
                        .formatted(
                                f.severity().name().toLowerCase(Locale.ROOT),
                                f.rule(),
                                at,
                                text(f.message())));
        if (f.accepted() != null) line("  - accepted: " + text(f.accepted()));
        else if (!f.fixes().isEmpty())
            line("  - fix: `" + f.fixes().getFirst().title().replace("`", "'") + "`");
    }

    private void head(String... cells) {
        line("");
        row(cells);
        out.append("|").append(" --- |".repeat(cells.length)).append('\n');
    }

    private void row(String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String quantity(Quantity q) {
        return text(q.text());
    }

    /** What a text says, and nothing that Markdown or HTML would do with it. */
    private static String text(String s) {
        StringBuilder out = new StringBuilder();
        for (char c : s.toCharArray()) {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '|', '`', '*', '[', ']', '\\' -> out.append('\\').append(c);
                case '\n', '\r' -> out.append(' ');
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
