// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.engine.json.Canonical;
import org.araverus.infra.report.view.Article;
import org.araverus.infra.report.view.Document;
import org.araverus.infra.report.view.Holding;
import org.araverus.infra.report.view.Part;
import org.araverus.infra.report.view.Supply;
import org.araverus.infra.report.view.Work;

/**
 * What the script draws, by the id of the place: stacks of parts, what is left without a limit on a
 * resource. Numbers come with the words that the tables have.
 */
final class Charts {
    private final Map<String, Object> all = new TreeMap<>();

    private Charts() {}

    /** For a script element: no text in it can end it. */
    static String json(Document d) {
        Charts c = new Charts();
        if (d.articles().size() > 1) c.sideBySide(d.articles());
        for (Article a : d.articles()) c.article(a);
        return Canonical.write(c.all)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private void article(Article a) {
        for (Work w : a.work())
            if (!w.time().isEmpty())
                all.put(
                        a.id() + "-time-" + w.workload(),
                        stack(List.of(new Bar(w.workload(), w.time()))));
        for (Holding h : a.holding())
            if (h.isDrawn())
                all.put(a.id() + "-holding-" + h.workload() + "-" + h.metric(), bars(h));
        for (Supply s : a.supplies())
            for (Supply.Whole x : s.wholes())
                all.put(
                        a.id() + "-whole-" + x.title(),
                        stack(List.of(new Bar(x.title(), x.parts()))));
        if (!a.costs().running().isEmpty())
            all.put(a.id() + "-running", stack(List.of(new Bar("an hour", a.costs().running()))));
    }

    private void sideBySide(List<Article> articles) {
        List<Bar> bars = new ArrayList<>();
        for (Article a : articles)
            for (Work w : a.work()) if (!w.time().isEmpty()) bars.add(new Bar(a.name(), w.time()));
        all.put("sidebyside", stack(bars));
    }

    private record Bar(String name, List<Part> parts) {}

    /** Bars beneath each other, each divided into its parts; in per cent. */
    private static Object stack(List<Bar> bars) {
        List<String> names = new ArrayList<>();
        for (Bar b : bars)
            for (Part p : b.parts) if (!names.contains(p.name())) names.add(p.name());
        List<Object> series = new ArrayList<>();
        for (String name : names) {
            List<Object> points = new ArrayList<>();
            for (Bar b : bars)
                points.add(
                        b.parts.stream()
                                .filter(p -> p.name().equals(name))
                                .findFirst()
                                .map(p -> point(100 * p.share(), p.amount().text()))
                                .orElse(point(0, "")));
            series.add(Map.of("name", name, "points", points));
        }
        return Map.of(
                "kind", "stack", "bars", bars.stream().map(Bar::name).toList(), "series", series);
    }

    /** The metric as it is, and as it would be without a limit on each resource. */
    private static Object bars(Holding h) {
        List<Object> points = new ArrayList<>();
        for (Holding.Row r : h.rows()) {
            if (!Double.isFinite(r.without().si())) continue;
            Map<String, Object> p = new TreeMap<>();
            p.put("name", r.resource());
            p.put("value", 100 * r.without().si() / h.value().si());
            p.put("text", r.without().text());
            p.put("binds", r.binds());
            points.add(p);
        }
        return Map.of("kind", "bars", "now", h.value().text(), "points", points);
    }

    private static Object point(double value, String text) {
        return Map.of("value", value, "text", text);
    }
}
