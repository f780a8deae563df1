// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.evaluate.Deployment;
import org.araverus.infra.engine.evaluate.Derivation;
import org.araverus.infra.engine.json.Canonical;
import org.araverus.infra.report.render.FindingsJson;

/** A report as JSON, in the shape of {@code docs/schema/report.schema.json}. */
final class ReportJson {
    /** Version of the shape. */
    private static final int SCHEMA = 1;

    private ReportJson() {}

    static String write(Report report) {
        Map<String, Object> m = new TreeMap<>();
        m.put("schema", SCHEMA);
        m.put("title", report.title());
        m.put("program", report.program());
        m.put("evaluates", report.chapters().stream().map(ReportJson::chapter).toList());
        m.put("findings", FindingsJson.titled(report.findings()));
        return Canonical.write(m);
    }

    private static Object chapter(Chapter c) {
        Map<String, Object> m = new TreeMap<>();
        m.put("evaluation", c.evaluated().tree());
        m.put("deployments", deployments(c));
        Nodes nodes = new Nodes();
        Map<String, Object> roots = new TreeMap<>();
        c.derivations().forEach((name, d) -> roots.put(name, nodes.id(d)));
        m.put("derivations", Map.of("metrics", roots, "nodes", nodes.all));
        return m;
    }

    private static List<Object> deployments(Chapter c) {
        List<Object> all = new ArrayList<>();
        c.design().evaluate().placements().stream()
                .map(p -> p.host().element())
                .distinct()
                .forEach(
                        name -> {
                            Element e = c.design().elements().get(name);
                            if (e instanceof Cluster cluster) add(all, cluster, c);
                        });
        return all;
    }

    private static void add(List<Object> all, Cluster cluster, Chapter c) {
        try {
            Deployment d = Deployment.of(c.design(), cluster);
            if (d != null) all.add(deployment(cluster, d));
        } catch (NotKnown e) {
            // a cluster whose parts are not all known has no calendar
        }
    }

    private static Object deployment(Cluster cluster, Deployment d) {
        Map<String, Object> m = new TreeMap<>();
        m.put("cluster", cluster.name());
        m.put("time", d.time());
        m.put("in_stock", d.inStock());
        List<Object> steps = new ArrayList<>();
        for (Deployment.Step s : d.steps()) {
            Map<String, Object> step = new TreeMap<>();
            step.put("kind", s.kind().name().toLowerCase(java.util.Locale.ROOT));
            step.put("subject", s.subject());
            step.put("start", s.start());
            step.put("time", s.time());
            step.put("critical", s.critical());
            step.put("origin", s.origin().toString());
            steps.add(step);
        }
        m.put("steps", steps);
        return m;
    }

    /** Shared numbers stand once; inputs point at them by their place in the list. */
    private static final class Nodes {
        private final List<Object> all = new ArrayList<>();
        private final Map<Derivation, Integer> ids = new IdentityHashMap<>();

        int id(Derivation d) {
            Integer before = ids.get(d);
            if (before != null) return before;
            List<Integer> inputs = new ArrayList<>();
            for (Derivation in : d.inputs()) inputs.add(id(in));
            Map<String, Object> m = new TreeMap<>();
            m.put("name", d.name());
            m.put("value", d.value());
            m.put("unit", d.unit());
            if (d.spread() > 0) m.put("spread", d.spread());
            if (d.law() != null) m.put("law", d.law());
            if (d.formula() != null) m.put("formula", d.formula());
            if (!inputs.isEmpty()) m.put("inputs", inputs);
            if (d.origin() != null) m.put("origin", d.origin().toString());
            int id = all.size();
            all.add(m);
            ids.put(d, id);
            return id;
        }
    }
}
