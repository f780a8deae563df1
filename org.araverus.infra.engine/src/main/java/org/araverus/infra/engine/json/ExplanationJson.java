// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.json;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.evaluate.Derivation;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Explained;
import org.araverus.infra.engine.physics.Formula;
import org.araverus.infra.engine.physics.Formulas;

/**
 * How one metric came to be, as canonical JSON: nodes that name their inputs by number, so that a
 * number that several stand on is there once, and the formulas that they use. The shape is
 * published as a JSON Schema in the project's documentation.
 */
public final class ExplanationJson {
    /** Version of the shape. */
    public static final int SCHEMA = 1;

    private final Explained explained;
    private final EvaluationJson json;
    private final Map<Derivation, Integer> numbers = new IdentityHashMap<>();
    private final List<Object> nodes = new ArrayList<>();
    private final Map<String, Object> formulas = new TreeMap<>();

    private ExplanationJson(Explained explained) {
        this.explained = explained;
        this.json = new EvaluationJson(explained.design());
    }

    /** The text; throws {@link IllegalArgumentException} for a metric that there is none of. */
    public static String write(Explained explained, String metric) {
        return new ExplanationJson(explained).text(metric);
    }

    private String text(String metric) {
        Result r = explained.result(metric);
        Map<String, Object> m = json.head();
        m.put("schema", SCHEMA);
        m.put("metric", metric);
        m.put("result", json.result(r));
        m.put("root", number(explained.derivation(metric)));
        m.put("nodes", nodes);
        m.put("formulas", formulas);
        m.put("assumptions", explained.assumptions(metric).stream().map(json::assumption).toList());
        return Canonical.write(m);
    }

    /** The number of a node; inputs come before what is made of them. */
    private int number(Derivation d) {
        Integer known = numbers.get(d);
        if (known != null) return known;
        List<Integer> inputs = new ArrayList<>();
        for (Derivation input : d.inputs()) inputs.add(number(input));
        numbers.put(d, nodes.size());
        nodes.add(node(d, inputs));
        return nodes.size() - 1;
    }

    private Map<String, Object> node(Derivation d, List<Integer> inputs) {
        Map<String, Object> m = new TreeMap<>();
        m.put("name", d.name());
        m.put("value", d.value());
        m.put("unit", d.unit());
        if (d.formula() != null) {
            m.put("formula", d.formula());
            m.put("inputs", inputs);
            formulas.computeIfAbsent(d.formula(), ExplanationJson::formula);
            return m;
        }
        if (d.spread() > 0) m.put("spread", d.spread());
        EvaluationJson.put(m, "law", d.law());
        Origin o = d.origin();
        if (o != null) {
            m.put("origin", json.origin(o));
            EvaluationJson.put(m, "source", explained.source(o));
        }
        return m;
    }

    private static Map<String, Object> formula(String id) {
        Formulas.Entry entry = Formulas.of(id);
        Formula f = entry.formula();
        Map<String, Object> m = new TreeMap<>();
        m.put("text", f.text());
        m.put("unit", f.unit());
        m.put("source", f.source());
        m.put("inputs", entry.inputs());
        return m;
    }
}
