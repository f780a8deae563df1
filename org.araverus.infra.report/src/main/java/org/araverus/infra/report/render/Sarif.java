// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.engine.json.Canonical;
import org.jspecify.annotations.Nullable;

/** Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read. */
public final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                    + "sarif-schema-2.1.0.json";

    private final String version;
    private final Function<String, @Nullable String> summaries;

    /**
     * With what stands in the head of the report.
     *
     * @param version of this command
     * @param summaries a rule's one sentence by its id; null where there is none
     */
    public Sarif(String version, Function<String, @Nullable String> summaries) {
        this.version = version;
        this.summaries = summaries;
    }

    /** The report: one run with all findings; accepted ones are suppressed in it. */
    public String write(List<Shown> findings) {
        List<String> ids = List.copyOf(new TreeSet<>(findings.stream().map(Shown::rule).toList()));
        Map<String, Object> driver = new TreeMap<>();
        driver.put("name", "infra");
        driver.put("version", version);
        driver.put("rules", ids.stream().map(this::rule).toList());
        Map<String, Object> run = new TreeMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", findings.stream().map(f -> result(f, ids.indexOf(f.rule()))).toList());
        return Canonical.write(Map.of("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)));
    }

    private Object rule(String id) {
        Map<String, Object> m = new TreeMap<>();
        m.put("id", id);
        String summary = summaries.apply(id);
        if (summary != null) m.put("shortDescription", Map.of("text", summary));
        return m;
    }

    private static Object result(Shown f, int index) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("ruleId", f.rule());
        m.put("ruleIndex", index);
        m.put("level", level(f.severity()));
        m.put("message", Map.of("text", text(f)));
        m.put("properties", Map.of("severity", FindingsText.word(f.severity())));
        if (f.place() != null) m.put("locations", List.of(location(f.place())));
        List<Object> related = related(f);
        if (!related.isEmpty()) m.put("relatedLocations", related);
        List<Object> fixes =
                f.fixes().stream().filter(x -> !x.edits().isEmpty()).map(Sarif::fix).toList();
        if (!fixes.isEmpty()) m.put("fixes", fixes);
        if (f.accepted() != null)
            m.put(
                    "suppressions",
                    List.of(Map.of("kind", "inSource", "justification", f.accepted())));
        return m;
    }

    /** SARIF has no level between warning and error; what does not fail a build is a warning. */
    private static String level(Severity s) {
        return switch (s) {
            case NOTE -> "note";
            case WARNING, DANGER -> "warning";
            case ERROR -> "error";
        };
    }

    private static String text(Shown f) {
        StringBuilder text = new StringBuilder(f.message());
        for (Shown.Line d : f.details()) text.append('\n').append(d.text());
        return text.toString();
    }

    private static List<Object> related(Shown f) {
        List<Object> all = new ArrayList<>();
        for (Shown.Line d : f.details())
            if (d.place() != null) all.add(related(d.place(), all.size(), d.text()));
        for (Place p : f.related()) all.add(related(p, all.size(), null));
        return all;
    }

    private static Object related(Place p, int id, @Nullable String message) {
        Map<String, Object> m = location(p);
        m.put("id", id);
        if (message != null) m.put("message", Map.of("text", message));
        return m;
    }

    private static Map<String, Object> location(Place p) {
        Map<String, Object> region = new TreeMap<>();
        region.put("startLine", p.line());
        region.put("startColumn", p.column());
        region.put("endColumn", p.column() + Math.max(1, p.length()));
        Map<String, Object> m = new TreeMap<>();
        m.put(
                "physicalLocation",
                Map.of("artifactLocation", Map.of("uri", uri(p.file())), "region", region));
        return m;
    }

    private static Object fix(Shown.Fix f) {
        Map<String, List<Object>> byFile = new LinkedHashMap<>();
        for (Shown.Edit e : f.edits())
            byFile.computeIfAbsent(e.file(), k -> new ArrayList<>()).add(replacement(e));
        List<Object> changes = new ArrayList<>();
        byFile.forEach(
                (file, all) ->
                        changes.add(
                                Map.of(
                                        "artifactLocation",
                                        Map.of("uri", uri(file)),
                                        "replacements",
                                        all)));
        return Map.of("description", Map.of("text", f.title()), "artifactChanges", changes);
    }

    private static Object replacement(Shown.Edit e) {
        return Map.of(
                "deletedRegion", Map.of("charOffset", e.offset(), "charLength", e.length()),
                "insertedContent", Map.of("text", e.text()));
    }

    /** A relative reference for a relative path, a file URI for an absolute one. */
    static String uri(String file) {
        String path = file.replace('\\', '/');
        boolean drive = path.matches("[A-Za-z]:/.*");
        boolean absolute = drive || path.startsWith("/");
        // a colon in the first segment would make a scheme of it
        if (!absolute && path.matches("[^/]*:.*")) path = "./" + path;
        try {
            URI uri =
                    absolute
                            ? new URI("file", "", drive ? "/" + path : path, null)
                            : new URI(null, null, path, null);
            return uri.toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(file, e);
        }
    }
}
