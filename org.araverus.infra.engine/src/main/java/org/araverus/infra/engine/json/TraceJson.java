// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.json;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.design.Trace;
import org.jspecify.annotations.Nullable;

/** One entry of a trace. */
final class TraceJson {
    private TraceJson() {}

    static Map<String, Object> write(Trace t) {
        Map<String, Object> m = new TreeMap<>();
        m.put("how", t.how().name().toLowerCase(Locale.ROOT));
        Place p = t.place();
        if (p != null) m.put("place", place(p));
        put(m, "from", t.from());
        put(m, "source", t.source());
        put(m, "unit", t.unit());
        return m;
    }

    static Map<String, Object> place(Place p) {
        Map<String, Object> m = new TreeMap<>();
        m.put("file", p.file());
        m.put("line", p.line());
        m.put("column", p.column());
        m.put("length", p.length());
        return m;
    }

    private static void put(Map<String, Object> m, String key, @Nullable String value) {
        if (value != null) m.put(key, value);
    }

    static Trace read(Map<String, Object> m) {
        Place place = null;
        if (m.get("place") != null) {
            Map<String, Object> p = Json.object(m, "place");
            place =
                    new Place(
                            Json.text(p, "file"),
                            (int) Json.number(p, "line"),
                            (int) Json.number(p, "column"),
                            (int) Json.number(p, "length"));
        }
        return new Trace(
                how(Json.text(m, "how")),
                place,
                Json.textOrNull(m, "from"),
                Json.textOrNull(m, "source"),
                Json.textOrNull(m, "unit"));
    }

    private static Trace.How how(String text) {
        for (Trace.How h : Trace.How.values())
            if (h.name().toLowerCase(Locale.ROOT).equals(text)) return h;
        throw new Json.Mismatch("how: " + text + " is not known");
    }
}
