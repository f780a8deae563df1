// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.araverus.infra.engine.evaluate.Evaluation.Run;

/**
 * How a placement is cut: {@code tp 8 · pp 4 · dp 1}. The cuts of the model come first, its copies
 * after them; a pool of its own stands behind: {@code prefill 40 x (ep 4 · dp 4)}.
 */
public final class Layout {
    private static final List<String> CUTS = List.of("tp", "pp", "vpp", "cp", "ep", "dp");
    private static final String COPIES = "replicas";

    private Layout() {}

    /** As a sentence has it, with dots between. */
    public static String words(Run r) {
        return words(r, parts -> String.join(" \u00b7 ", parts));
    }

    /** The words, joined so; empty where nothing is cut. */
    public static String words(Run r, Function<List<String>, String> join) {
        Map<String, Long> own = new LinkedHashMap<>();
        Map<String, Map<String, Long>> pools = new LinkedHashMap<>();
        r.layout()
                .forEach(
                        (key, n) -> {
                            int blank = key.indexOf(' ');
                            if (blank < 0) own.put(key, n);
                            else
                                pools.computeIfAbsent(
                                                key.substring(0, blank), p -> new LinkedHashMap<>())
                                        .put(key.substring(blank + 1), n);
                        });
        List<String> all = new ArrayList<>(cuts(own, false));
        pools.forEach((name, cuts) -> all.add(pool(name, cuts, join)));
        return join.apply(all);
    }

    private static String pool(
            String name, Map<String, Long> layout, Function<List<String>, String> join) {
        Map<String, Long> rest = new LinkedHashMap<>(layout);
        Long copies = rest.remove(COPIES);
        List<String> cuts = cuts(rest, true);
        String each = cuts.isEmpty() ? "one accelerator" : join.apply(cuts);
        return name + " " + (copies == null ? "" : copies + " x ") + "(" + each + ")";
    }

    /** A pool of its own says only what it cuts. */
    private static List<String> cuts(Map<String, Long> layout, boolean brief) {
        List<String> all = new ArrayList<>();
        for (String cut : CUTS) {
            Long n = layout.get(cut);
            if (n != null && !(brief && n == 1)) all.add(cut + " " + n);
        }
        layout.forEach(
                (name, n) -> {
                    if (!CUTS.contains(name)) all.add(name + " " + n);
                });
        return all;
    }
}
