// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Answer;
import org.araverus.infra.engine.evaluate.Evaluation.Bottleneck;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Evaluation.Run;
import org.jspecify.annotations.Nullable;

/** An evaluation in a line: {@code step 38.6 s · MFU 46.2 % · bound by compute · 2 of 3 met}. */
public final class Headline {
    private record Entry(String metric, String label) {}

    private static final List<Entry> FIRST =
            List.of(
                    new Entry("step_time", "step"),
                    new Entry("mfu", "MFU"),
                    new Entry("ttft.mean", "TTFT"),
                    new Entry("tpot.mean", "TPOT"));

    /** Of a workload that serves; what one that trains does is said by its step. */
    private static final Entry THROUGHPUT = new Entry("throughput", "");

    private Headline() {}

    /**
     * The lines: one where there is one placement; else one for each, with its name, and one for
     * what is required.
     */
    public static List<String> of(Evaluation e) {
        List<String> lines = new ArrayList<>();
        boolean one = e.runs().size() == 1;
        for (Run r : e.runs()) {
            String line = of(e, r);
            lines.add(one ? line : simple(r.workload()) + ": " + line);
        }
        String required = required(e);
        if (required.isEmpty()) return lines;
        if (one) lines.set(0, lines.getFirst() + " · " + required);
        else lines.add(required);
        return lines;
    }

    /** What one placement comes to. */
    public static String of(Evaluation e, Run r) {
        if (r.undefined() != null) return "no result: " + r.undefined();
        List<String> parts = new ArrayList<>();
        for (Entry x : FIRST) add(parts, e, r, x);
        if (metric(e, r, "step_time") == null) add(parts, e, r, THROUGHPUT);
        Bottleneck b = r.bottleneck();
        if (b != null) parts.add("bound by " + b.binds());
        return String.join(" · ", parts);
    }

    private static void add(List<String> parts, Evaluation e, Run r, Entry x) {
        Result m = metric(e, r, x.metric);
        if (m == null) return;
        String value = Numbers.READABLE.amount(m.value(), m.unit()).text();
        parts.add(x.label.isEmpty() ? value : x.label + " " + value);
    }

    private static @Nullable Result metric(Evaluation e, Run r, String name) {
        return e.metrics().get(simple(r.workload()) + "." + name);
    }

    /** {@code 2 of 3 met}; empty where nothing is required. */
    public static String required(Evaluation e) {
        long met = e.requirements().stream().filter(v -> v.answer() == Answer.MET).count();
        int all = e.requirements().size();
        return all == 0 ? "" : met + " of " + all + " met";
    }

    private static String simple(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
