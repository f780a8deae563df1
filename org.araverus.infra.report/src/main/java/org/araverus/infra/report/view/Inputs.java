// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.evaluate.Evaluation.Assumption;

/**
 * Where the numbers that a text gives come from.
 *
 * @param bySource how many values each source stands behind
 * @param filled values that no text gives
 * @param unverified origins of values that nobody has checked
 */
public record Inputs(List<Row> bySource, List<String> unverified, int values, List<Filled> filled) {
    /** A value that the text does not give, and the law that gives it. */
    public record Filled(String what, String value, String law) {}

    /** A source and how many values it stands behind. */
    public record Row(String source, int values, boolean unverified) {}

    static Inputs of(Scope s) {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> unverified = new ArrayList<>();
        int values = 0;
        for (Map.Entry<Origin, Trace> e : s.design().trace().entrySet()) {
            if (e.getValue().unit() == null) continue;
            values++;
            Source source = s.source(e.getKey());
            counts.merge(source.text(), 1, Integer::sum);
            if (source.unverified())
                unverified.add(s.name(e.getKey().element()) + "." + e.getKey().attribute());
        }
        List<Row> rows = new ArrayList<>();
        counts.forEach(
                (text, n) ->
                        rows.add(
                                new Row(
                                        text.isEmpty() ? "this design" : text,
                                        n,
                                        text.contains("unverified"))));
        rows.sort((a, b) -> Integer.compare(b.values, a.values));
        List<Filled> filled = new ArrayList<>();
        for (Assumption a : s.evaluation().assumptions())
            filled.add(
                    new Filled(
                            s.name(a.origin().element()) + "." + a.attribute(),
                            Quantity.pretty(a.value()),
                            a.law()));
        return new Inputs(List.copyOf(rows), List.copyOf(unverified), values, List.copyOf(filled));
    }
}
