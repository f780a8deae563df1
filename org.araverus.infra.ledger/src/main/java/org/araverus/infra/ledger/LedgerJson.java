// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.json.Canonical;

/**
 * A ledger's result for programs: canonical JSON, numbers in SI, errors as shares. The shape is
 * published as a JSON Schema in the project's documentation.
 */
final class LedgerJson {
    /** Version of the shape. */
    static final int SCHEMA = 1;

    private LedgerJson() {}

    static String write(Ledger.Result result) {
        List<Object> rows = new ArrayList<>();
        List<Object> missing = new ArrayList<>();
        for (Outcome o : result.outcomes())
            switch (o) {
                case Outcome.Predicted p -> rows.add(row(p));
                case Outcome.Missing m -> missing.add(missing(m));
            }
        Map<String, Object> all = new TreeMap<>();
        all.put("schema", SCHEMA);
        all.put("rows", rows);
        all.put("missing", missing);
        all.put("not_scored", result.notScored());
        all.put("scores", scores(result));
        List<Object> assumed = new ArrayList<>();
        Assumed.ofTable(result.outcomes()).forEach(a -> assumed.add(assumed(a, "ledger")));
        Assumed.ofEngine(result.outcomes()).forEach(a -> assumed.add(assumed(a, "engine")));
        all.put("assumptions", assumed);
        return Canonical.write(all);
    }

    private static Map<String, Object> head(Row r) {
        Map<String, Object> m = new TreeMap<>();
        m.put("id", r.id());
        m.put("table", r.table());
        m.put("file", r.file());
        m.put("line", r.line());
        m.put("model", r.text(Column.MODEL));
        m.put("metric", r.text(Column.METRIC));
        m.put("published", Map.of("value", r.number(Column.VALUE), "unit", r.text(Column.UNIT)));
        return m;
    }

    private static Map<String, Object> missing(Outcome.Missing o) {
        Map<String, Object> m = head(o.row());
        m.put("why", o.why());
        return m;
    }

    private static Map<String, Object> row(Outcome.Predicted p) {
        Map<String, Object> m = head(p.row());
        m.put("unit", p.row().figure().dimension());
        m.put("measured", p.measured());
        m.put("predicted", p.predicted());
        m.put("error", p.error());
        if (!Double.isNaN(p.peer())) m.put("peer", peer(p));
        m.put("accelerator", p.run().accelerator());
        m.put("accelerators", p.run().accelerators());
        m.put("layout", p.run().layout());
        m.put("micro_batch", p.cut().microBatch());
        m.put("stack", p.run().stack());
        m.put("recompute", p.recompute().toString());
        m.put("fits", p.fits());
        m.put("breakdown", shares(p.run().breakdown()));
        m.put("memory", shares(p.run().memory()));
        m.put("errors", p.errors());
        Map<String, Object> laws = new TreeMap<>();
        p.laws().forEach((law, value) -> laws.put(law.column(), value));
        m.put("laws", laws);
        return m;
    }

    private static Map<String, Object> peer(Outcome.Predicted p) {
        return Map.of(
                "name", p.row().text(Column.PEER), "predicted", p.peer(), "error", p.peerError());
    }

    private static List<Object> shares(List<Evaluation.Share> shares) {
        List<Object> all = new ArrayList<>();
        for (Evaluation.Share s : shares) all.add(Map.of("name", s.name(), "value", s.value()));
        return all;
    }

    private static List<Map<String, Object>> scores(Ledger.Result result) {
        String by = result.by().title();
        return Group.of(result.outcomes(), result.by()).stream().map(g -> score(g, by)).toList();
    }

    /** A group by its column: {@code "table": "mosaic"}; all rows by an empty word. */
    private static Map<String, Object> score(Group g, String by) {
        Score s = g.score();
        Map<String, Object> m = new TreeMap<>();
        m.put(by, g.name());
        m.put("quantity", g.quantity());
        m.put("rows", s.rows());
        m.put("predicted", s.predicted());
        m.put("coverage", s.coverage());
        m.put("median", s.median());
        m.put("mean", s.mean());
        m.put("p95", s.p95());
        m.put("max", s.max());
        m.put("bias", s.bias());
        m.put("median_with_missing", s.medianOfAll());
        m.put("fitting", s.fitting());
        return m;
    }

    private static Map<String, Object> assumed(Assumed a, String by) {
        Map<String, Object> m = new TreeMap<>();
        m.put("by", by);
        m.put("what", a.what());
        m.put("law", a.law());
        m.put("rows", a.rows());
        m.put("values", a.values());
        return m;
    }
}
