// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.engine.json.Canonical;

/** Findings as JSON, in the shape of {@code docs/schema/check.schema.json}. */
public final class FindingsJson {
    /** Version of the shape. */
    static final int SCHEMA = 1;

    private FindingsJson() {}

    /** The document: all findings, the accepted ones marked, and counts of those that are not. */
    public static String write(List<Shown> findings) {
        Map<String, Object> counts = new TreeMap<>();
        for (Severity s : Severity.values())
            counts.put(
                    FindingsText.word(s),
                    findings.stream()
                            .filter(f -> f.accepted() == null && f.severity() == s)
                            .count());
        counts.put("accepted", findings.stream().filter(f -> f.accepted() != null).count());
        return Canonical.write(
                Map.of(
                        "schema",
                        SCHEMA,
                        "counts",
                        counts,
                        "findings",
                        findings.stream().map(FindingsJson::finding).toList()));
    }

    /** The findings alone, their fixes by title: in evaluations, which know nothing of texts. */
    public static List<Object> titled(List<Shown> findings) {
        List<Object> all = new ArrayList<>();
        for (Shown f : findings) {
            Map<String, Object> m = finding(f);
            m.put("fixes", f.fixes().stream().map(x -> Map.of("title", x.title())).toList());
            all.add(m);
        }
        return all;
    }

    private static Map<String, Object> finding(Shown f) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("rule", f.rule());
        m.put("severity", FindingsText.word(f.severity()));
        m.put("message", f.message());
        if (f.place() != null) m.put("place", place(f.place()));
        m.put("details", f.details().stream().map(FindingsJson::detail).toList());
        m.put("related", f.related().stream().map(FindingsJson::place).toList());
        m.put("fixes", f.fixes().stream().map(FindingsJson::fix).toList());
        if (f.accepted() != null) m.put("accepted", f.accepted());
        return m;
    }

    private static Object detail(Shown.Line d) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("text", d.text());
        if (d.place() != null) m.put("place", place(d.place()));
        return m;
    }

    private static Object fix(Shown.Fix f) {
        List<Map<String, Object>> edits =
                f.edits().stream()
                        .map(
                                e ->
                                        Map.<String, Object>of(
                                                "file",
                                                e.file(),
                                                "offset",
                                                e.offset(),
                                                "length",
                                                e.length(),
                                                "text",
                                                e.text()))
                        .toList();
        return Map.of("title", f.title(), "edits", edits);
    }

    static Object place(Place p) {
        return Map.of(
                "file", p.file(), "line", p.line(), "column", p.column(), "length", p.length());
    }
}
