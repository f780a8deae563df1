// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.evaluate.Derivation;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.jspecify.annotations.Nullable;

/** Metrics as rows. */
public final class Metrics {
    private Metrics() {}

    /**
     * One metric.
     *
     * @param key by which a text uses it
     * @param formula id of the last step; empty where nothing was computed
     */
    public record Row(
            String key,
            String label,
            String doc,
            Quantity value,
            String formula,
            String fidelity) {}

    /**
     * All metrics of an element, or of the whole for an empty name; those read first come first.
     */
    static List<Row> of(String element, Scope s) {
        String prefix = element.isEmpty() ? "" : s.name(element) + ".";
        List<String> names = new ArrayList<>();
        for (String key : s.evaluation().metrics().keySet()) {
            if (!key.startsWith(prefix)) continue;
            String name = key.substring(prefix.length());
            if (!element.isEmpty() || !Labels.doc(name).isEmpty()) names.add(name);
        }
        names.sort(
                Comparator.<String>comparingInt(Metrics::rank)
                        .thenComparing(Comparator.naturalOrder()));
        List<Row> rows = new ArrayList<>();
        for (String name : names) rows.add(row(prefix + name, name, s));
        return rows;
    }

    private static int rank(String name) {
        int at = Labels.ORDER.indexOf(name);
        return at < 0 ? Labels.ORDER.size() : at;
    }

    private static Row row(String key, String name, Scope s) {
        Map.Entry<String, Result> m = Map.entry(key, s.evaluation().metrics().get(key));
        Derivation d = s.derivations().get(key);
        return new Row(
                key,
                Labels.name(name),
                Labels.doc(name),
                Quantity.of(m.getValue()),
                formula(d),
                m.getValue()
                        .fidelity()
                        .name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', ' '));
    }

    private static String formula(@Nullable Derivation d) {
        return d == null || d.formula() == null ? "" : d.formula();
    }
}
