// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.design.Design.Versions;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.report.html.HtmlReport;
import org.araverus.infra.report.markdown.MarkdownReport;
import org.araverus.infra.report.view.Article;
import org.araverus.infra.report.view.Document;
import org.araverus.infra.report.view.Work.Fact;

/**
 * What there is to report of a design. The same design gives the same bytes: no clock, no machine's
 * name.
 *
 * @param title what it is called
 * @param program version of the program that writes it
 * @param findings of the text or of the designs, accepted ones included
 */
public record Report(String title, String program, List<Chapter> chapters, List<Shown> findings) {

    public Report {
        if (chapters.isEmpty()) throw new IllegalArgumentException("a report of no evaluate");
        chapters = List.copyOf(chapters);
        findings = List.copyOf(findings);
    }

    /** The files by name: {@code report.html}, {@code report.md}, {@code report.json}. */
    public Map<String, String> files() {
        Document d = document();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("report.html", HtmlReport.write(d));
        all.put("report.md", MarkdownReport.write(d));
        all.put("report.json", ReportJson.write(this));
        return all;
    }

    /** The page alone: the text of {@code report.html}. */
    public String html() {
        return HtmlReport.write(document());
    }

    private Document document() {
        List<Article> articles = new ArrayList<>();
        for (Chapter c : chapters)
            articles.add(
                    Article.of(
                            "e" + (articles.size() + 1),
                            c.design(),
                            c.evaluation(),
                            c.derivations()));
        Versions v = chapters.getFirst().design().versions();
        return new Document(
                title,
                List.of(
                        new Fact("infra", program),
                        new Fact("language", v.language()),
                        new Fact("catalog", v.catalog())),
                articles,
                findings.stream().filter(f -> f.accepted() == null).toList(),
                findings.stream().filter(f -> f.accepted() != null).toList());
    }
}
