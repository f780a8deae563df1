// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.json.Canonical;
import org.araverus.infra.report.render.PartPage.Derived;
import org.araverus.infra.report.render.PartPage.Fact;
import org.araverus.infra.report.render.PartPage.Held;

/** Parts of the catalog as JSON, in the shape of {@code docs/schema/catalog.schema.json}. */
public final class PartJson {
    /** Version of the shape. */
    static final int SCHEMA = 1;

    private PartJson() {}

    /** A list of parts. */
    public static String list(List<PartTable.Line> lines) {
        return Canonical.write(
                Map.of("schema", SCHEMA, "parts", lines.stream().map(PartJson::line).toList()));
    }

    private static Map<String, Object> line(PartTable.Line l) {
        return Map.of(
                "kind", l.kind(),
                "name", l.name(),
                "package", l.packageName(),
                "documentation", l.doc(),
                "aliases", l.aliases());
    }

    /** One part. */
    public static String page(PartPage p) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("schema", SCHEMA);
        m.put("kind", p.kind());
        m.put("name", p.simpleName());
        m.put("package", p.packageName());
        m.put("documentation", p.doc());
        m.put("aliases", p.aliases());
        if (p.place() != null) m.put("place", FindingsJson.place(p.place()));
        if (!p.source().isEmpty()) m.put("source", p.source());
        m.put("attributes", p.facts().stream().map(PartJson::fact).toList());
        m.put("built_of", p.parts().stream().map(PartJson::held).toList());
        m.put("comes_to", p.derived().stream().map(PartJson::derived).toList());
        return Canonical.write(m);
    }

    private static Map<String, Object> fact(Fact f) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("path", f.path());
        m.put("text", f.text());
        if (!Double.isNaN(f.si())) {
            m.put("value", f.si());
            m.put("unit", f.unit());
        }
        if (f.spread() > 0) {
            m.put("low", f.si() - f.spread());
            m.put("high", f.si() + f.spread());
        }
        if (!f.source().isEmpty()) m.put("source", f.source());
        if (!f.note().isEmpty()) m.put("note", f.note());
        m.put("verified", !f.isUnverified());
        if (f.place() != null) m.put("place", FindingsJson.place(f.place()));
        return m;
    }

    private static Map<String, Object> held(Held h) {
        return Map.of("role", h.role(), "count", h.count(), "type", h.type());
    }

    private static Map<String, Object> derived(Derived d) {
        return Map.of("path", d.path(), "value", d.si(), "unit", d.unit(), "text", d.text());
    }
}
