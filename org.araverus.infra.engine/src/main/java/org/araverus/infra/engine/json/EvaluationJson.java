// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as canonical JSON, with the findings of the design it is of. Numbers in SI; where a
 * number is not known it is null. The shape is published as a JSON Schema in the project's
 * documentation.
 */
public final class EvaluationJson {
    /** Version of the shape. */
    public static final int SCHEMA = 1;

    private final Design design;

    EvaluationJson(Design design) {
        this.design = design;
    }

    /**
     * The text; the same design gives the same bytes, whether it came from a text or from canonical
     * JSON.
     *
     * @param evaluation null where errors stand in the way of one
     * @param findings trees as {@link #findings} makes them
     */
    public static String write(Design design, @Nullable Evaluation evaluation, List<?> findings) {
        return Canonical.write(tree(design, evaluation, findings));
    }

    /** What {@link #write} writes, as a tree that may stand in a greater one. */
    public static Map<String, Object> tree(
            Design design, @Nullable Evaluation evaluation, List<?> findings) {
        Map<String, Object> m = new EvaluationJson(design).head();
        m.putAll(new EvaluationJson(design).body(evaluation));
        m.put("findings", findings);
        return m;
    }

    /**
     * Findings of the engine as trees.
     *
     * @param accepted gives the reason for which a finding is accepted, or null
     */
    public static List<?> findings(
            Design design, List<Finding> findings, Function<Finding, @Nullable String> accepted) {
        EvaluationJson json = new EvaluationJson(design);
        return findings.stream().map(f -> json.finding(f, accepted.apply(f))).toList();
    }

    /** What every answer about a design begins with. */
    Map<String, Object> head() {
        Map<String, Object> m = new TreeMap<>();
        m.put("schema", SCHEMA);
        m.put("language", design.versions().language());
        m.put("catalog", design.versions().catalog());
        m.put("design", DesignJson.hash(design));
        m.put("name", design.name());
        return m;
    }

    private Map<String, Object> body(@Nullable Evaluation e) {
        Map<String, Object> m = new TreeMap<>();
        Map<String, Object> metrics = new TreeMap<>();
        if (e != null) {
            m.put("fidelity", word(e.fidelity()));
            e.metrics().forEach((name, r) -> metrics.put(name, result(r)));
        }
        m.put("metrics", metrics);
        m.put("runs", e == null ? List.of() : e.runs().stream().map(this::run).toList());
        m.put(
                "headroom",
                e == null ? List.of() : e.headroom().stream().map(this::headroom).toList());
        if (e != null && e.growth() != null) m.put("growth", growth(e.growth()));
        m.put(
                "requirements",
                e == null ? List.of() : e.requirements().stream().map(this::verdict).toList());
        m.put(
                "assumptions",
                e == null ? List.of() : e.assumptions().stream().map(this::assumption).toList());
        return m;
    }

    private static String word(Enum<?> e) {
        return e.name().toLowerCase(Locale.ROOT);
    }

    Map<String, Object> result(Evaluation.Result r) {
        Map<String, Object> m = interval(r.value(), r.low(), r.high(), r.unit());
        m.put("fidelity", word(r.fidelity()));
        m.put("origin", origin(r.origin()));
        return m;
    }

    private static Map<String, Object> interval(
            double value, double low, double high, String unit) {
        Map<String, Object> m = new TreeMap<>();
        m.put("value", value);
        m.put("low", low);
        m.put("high", high);
        m.put("unit", unit);
        return m;
    }

    private Map<String, Object> run(Evaluation.Run r) {
        Map<String, Object> m = new TreeMap<>();
        m.put("workload", r.workload());
        m.put("host", r.host());
        m.put("accelerator", r.accelerator());
        m.put("accelerators", r.accelerators());
        m.put("layout", r.layout());
        m.put("precision", r.precision());
        m.put("stack", r.stack());
        m.put("breakdown", shares(r.breakdown()));
        m.put("memory", shares(r.memory()));
        m.put("stage", r.stage());
        m.put("memory_limit", r.memoryLimit());
        m.put("origin", origin(r.origin()));
        if (r.undefined() != null) m.put("undefined", r.undefined());
        if (r.held() != null) m.put("held", held(r.held()));
        m.put("bottlenecks", r.bottlenecks().stream().map(EvaluationJson::bottleneck).toList());
        return m;
    }

    private static Map<String, Object> growth(Evaluation.Growth g) {
        Map<String, Object> m = new TreeMap<>();
        m.put("times", g.times());
        m.put("throughput", g.throughput());
        m.put("limits", g.limits().stream().map(EvaluationJson::limit).toList());
        m.put("bottleneck", bottleneck(g.bottleneck()));
        return m;
    }

    private static Map<String, Object> limit(Evaluation.Headroom h) {
        return new TreeMap<>(Map.of("what", h.what(), "subject", h.subject(), "holds", h.holds()));
    }

    private Map<String, Object> held(Evaluation.Held h) {
        Map<String, Object> m = new TreeMap<>();
        m.put("clock", h.clock());
        m.put("what", h.what());
        m.put("subject", h.subject());
        m.put("asked", h.asked());
        m.put("least", h.least());
        m.put("limit", h.limit());
        m.put("kept", h.kept());
        m.put("limit_from", origin(h.limitFrom()));
        return m;
    }

    private static List<Object> shares(List<Evaluation.Share> shares) {
        List<Object> all = new ArrayList<>();
        for (Evaluation.Share s : shares) all.add(Map.of("name", s.name(), "value", s.value()));
        return all;
    }

    private static Map<String, Object> bottleneck(Evaluation.Bottleneck b) {
        Map<String, Object> m = new TreeMap<>();
        m.put("metric", b.metric());
        m.put("value", b.value());
        m.put("unit", b.unit());
        m.put("resources", b.resources().stream().map(EvaluationJson::resource).toList());
        m.put("binds", b.binds());
        if (b.next() != null) {
            m.put("next", b.next());
            m.put("factor", b.factor());
        }
        return m;
    }

    private static Map<String, Object> resource(Evaluation.Resource r) {
        return new TreeMap<>(
                Map.of(
                        "name", r.name(),
                        "across", r.across(),
                        "elasticity", r.elasticity(),
                        "without", r.without(),
                        "speedup", r.speedup()));
    }

    private Map<String, Object> headroom(Evaluation.Headroom h) {
        Map<String, Object> m = new TreeMap<>();
        m.put("layer", h.layer().words());
        m.put("what", h.what());
        m.put("subject", h.subject());
        m.put("demand", h.demand());
        m.put("low", h.low());
        m.put("high", h.high());
        m.put("limit", h.limit());
        m.put("left", h.left());
        m.put("unit", h.unit());
        if (!Double.isNaN(h.more())) m.put("more_accelerators", h.more());
        m.put("demand_from", origin(h.demandFrom()));
        m.put("limit_from", origin(h.limitFrom()));
        return m;
    }

    private Map<String, Object> verdict(Evaluation.Verdict v) {
        Map<String, Object> m = interval(v.left(), v.low(), v.high(), v.unit());
        m.put("text", v.text());
        m.put("answer", word(v.answer()));
        m.put("goal", v.right());
        m.put("fidelity", word(v.fidelity()));
        m.put("origin", origin(v.origin()));
        if (v.why() != null) m.put("why", v.why());
        return m;
    }

    Map<String, Object> assumption(Evaluation.Assumption a) {
        Map<String, Object> m = new TreeMap<>();
        m.put("attribute", a.attribute());
        m.put("value", a.value());
        m.put("law", a.law());
        m.put("origin", origin(a.origin()));
        return m;
    }

    private Map<String, Object> finding(Finding f, @Nullable String accepted) {
        Map<String, Object> m = new TreeMap<>();
        m.put("rule", f.rule());
        m.put("severity", word(f.severity()));
        m.put("message", f.message());
        m.put("origin", f.origin().toString());
        put(m, "place", place(f.origin()));
        List<Object> details = new ArrayList<>();
        for (Finding.Detail d : f.details()) {
            Map<String, Object> detail = new TreeMap<>();
            detail.put("text", d.text());
            put(detail, "place", place(d.origin()));
            details.add(detail);
        }
        m.put("details", details);
        m.put("related", f.related().stream().map(this::place).filter(Objects::nonNull).toList());
        m.put("fixes", f.fixes().stream().map(x -> Map.of("title", x.title())).toList());
        put(m, "accepted", accepted);
        return m;
    }

    static void put(Map<String, Object> m, String key, @Nullable Object value) {
        if (value != null) m.put(key, value);
    }

    private @Nullable Object place(Origin o) {
        return place(design, o);
    }

    /** The place of an origin, or of what is around it; null where the trace knows none. */
    static @Nullable Object place(Design design, Origin o) {
        Trace t = design.traceOf(o);
        return t == null || t.place() == null ? null : TraceJson.place(t.place());
    }

    /** The origin with the place behind it, where the trace knows one. */
    Map<String, Object> origin(Origin o) {
        Map<String, Object> m = new TreeMap<>();
        m.put("element", o.element());
        m.put("attribute", o.attribute());
        put(m, "place", place(o));
        return m;
    }
}
