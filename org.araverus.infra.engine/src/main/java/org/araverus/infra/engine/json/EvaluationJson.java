// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Finding;
import org.araverus.infra.engine.finding.Fix;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as canonical JSON, with the findings of the design it is of. Numbers in SI; where a
 * number is not known it is null. The shape is published as a JSON Schema in the project's
 * documentation.
 */
public final class EvaluationJson {
    private final Design design;

    private EvaluationJson(Design design) {
        this.design = design;
    }

    /**
     * The text; the same design gives the same bytes, whether it came from a text or from canonical
     * JSON.
     */
    public static String write(Design design, Evaluation evaluation, List<Finding> findings) {
        return Canonical.write(new EvaluationJson(design).tree(evaluation, findings));
    }

    private Map<String, Object> tree(Evaluation e, List<Finding> findings) {
        Map<String, Object> m = new TreeMap<>();
        m.put("schema", Design.SCHEMA);
        m.put("language", design.versions().language());
        m.put("catalog", design.versions().catalog());
        m.put("design", DesignJson.hash(design));
        m.put("name", e.name());
        m.put("fidelity", word(e.fidelity()));
        m.put("runs", e.runs().stream().map(this::run).toList());
        Map<String, Object> metrics = new TreeMap<>();
        e.metrics().forEach((name, r) -> metrics.put(name, result(r)));
        m.put("metrics", metrics);
        m.put("requirements", e.requirements().stream().map(this::verdict).toList());
        m.put("assumptions", e.assumptions().stream().map(this::assumption).toList());
        m.put("findings", findings.stream().map(this::finding).toList());
        return m;
    }

    private static String word(Enum<?> e) {
        return e.name().toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> result(Evaluation.Result r) {
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
        if (r.bottleneck() != null) m.put("bottleneck", bottleneck(r.bottleneck()));
        return m;
    }

    private static List<Object> shares(List<Evaluation.Share> shares) {
        List<Object> all = new ArrayList<>();
        for (Evaluation.Share s : shares) all.add(Map.of("name", s.name(), "value", s.value()));
        return all;
    }

    private static Map<String, Object> bottleneck(Evaluation.Bottleneck b) {
        Map<String, Object> m = new TreeMap<>();
        m.put("elasticities", shares(b.elasticities()));
        m.put("binds", b.binds());
        m.put("without_binding", b.withoutBinding());
        if (b.next() != null) {
            m.put("next", b.next());
            m.put("factor", b.factor());
        }
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

    private Map<String, Object> assumption(Evaluation.Assumption a) {
        Map<String, Object> m = new TreeMap<>();
        m.put("attribute", a.attribute());
        m.put("value", a.value());
        m.put("law", a.law());
        m.put("origin", origin(a.origin()));
        return m;
    }

    private Map<String, Object> finding(Finding f) {
        Map<String, Object> m = new TreeMap<>();
        m.put("rule", f.rule());
        m.put("severity", word(f.severity()));
        m.put("message", f.message());
        m.put("origin", origin(f.origin()));
        List<Object> details = new ArrayList<>();
        for (Finding.Detail d : f.details()) {
            Map<String, Object> detail = new TreeMap<>();
            detail.put("text", d.text());
            if (!d.origin().equals(Origin.NOWHERE)) detail.put("origin", origin(d.origin()));
            details.add(detail);
        }
        m.put("details", details);
        m.put("related", f.related().stream().map(this::origin).toList());
        m.put("fixes", f.fixes().stream().map(EvaluationJson::fix).toList());
        return m;
    }

    private static Map<String, Object> fix(Fix f) {
        return Map.of(
                "title", f.title(), "edits", f.edits().stream().map(EvaluationJson::edit).toList());
    }

    private static Map<String, Object> edit(Edit e) {
        return switch (e) {
            case Edit.Set s -> Map.of("set", s.at().toString(), "value", s.value());
            case Edit.Unset u -> Map.of("unset", u.at().toString());
            case Edit.Replace r -> Map.of("replace", r.at().toString(), "type", r.type());
            case Edit.AddPart a ->
                    Map.of(
                            "add_part",
                            a.role(),
                            "element",
                            a.element(),
                            "count",
                            a.count(),
                            "type",
                            a.type());
            case Edit.RemovePart r -> Map.of("remove_part", r.role(), "element", r.element());
        };
    }

    /** The origin with the place behind it, where the trace knows one. */
    private Map<String, Object> origin(Origin o) {
        Map<String, Object> m = new TreeMap<>();
        m.put("element", o.element());
        m.put("attribute", o.attribute());
        @Nullable Trace t = design.traceOf(o);
        if (t != null && t.place() != null) m.put("place", TraceJson.place(t.place()));
        return m;
    }
}
