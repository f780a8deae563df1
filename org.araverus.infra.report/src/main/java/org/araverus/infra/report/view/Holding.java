// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.araverus.infra.engine.evaluate.Evaluation.Bottleneck;
import org.araverus.infra.engine.evaluate.Evaluation.Growth;
import org.araverus.infra.engine.evaluate.Evaluation.Resource;
import org.araverus.infra.engine.evaluate.Evaluation.Run;

/**
 * What holds a metric of a placement back, and what will next?
 *
 * @param answer one sentence or two
 * @param next the resource that binds afterwards; empty if none does
 * @param factor how much more of the first one it takes; empty if none does
 * @param idle resources of which more would change nothing, in words; empty if there are none
 */
public record Holding(
        String workload,
        String metric,
        Quantity value,
        String answer,
        String binds,
        String next,
        String factor,
        List<Row> rows,
        String idle) {

    /** What no workload is and all of them run on. */
    private static final String FLEET = "the fleet";

    /**
     * A resource.
     *
     * @param gain per cent by which the metric gets better with one per cent more
     * @param without the metric without a limit on it
     * @param speedup at most by it alone
     * @param across whether it is a gap on several others
     */
    public record Row(
            String resource,
            boolean binds,
            boolean across,
            double elasticity,
            String gain,
            Quantity without,
            String speedup) {

        /** What a reader should know of it; empty where the numbers say all. */
        public String remark() {
            if (elasticity < -0.005) return "more of it makes this worse";
            return across ? "lies across the others" : "";
        }

        /** Length of its bar, 0 to 100. */
        public String bar() {
            return String.format(Locale.ROOT, "%.1f", Math.clamp(100 * elasticity, 0, 100));
        }
    }

    /** Whether a drawing shows more than bars of one length. */
    public boolean isDrawn() {
        return rows.stream().anyMatch(r -> Math.abs(r.without().si() / value.si() - 1) > 0.01);
    }

    /** What binds now and what will, in one breath. */
    public String nutshell() {
        if (workload.equals(FLEET)) return answer;
        String first = "%s is held back by %s".formatted(workload, binds);
        return next.isEmpty()
                ? first + ", and by nothing else after it."
                : first + "; with %s times %s, by %s.".formatted(factor, much(binds), next);
    }

    static List<Holding> of(Scope s) {
        List<Holding> all = new ArrayList<>();
        for (Run r : s.evaluation().runs())
            for (Bottleneck b : r.bottlenecks()) all.add(of(s.name(r.workload()), b));
        Growth growth = s.evaluation().growth();
        if (growth != null) all.add(of(growth));
        return all;
    }

    private static Holding of(Growth growth) {
        Bottleneck b = growth.bottleneck();
        return of(FLEET, b, growth(b, factor(b)));
    }

    private static Holding of(String name, Bottleneck b) {
        return of(name, b, answer(name, b, factor(b)));
    }

    private static String factor(Bottleneck b) {
        return b.next() == null ? "" : Quantity.of(b.factor(), "").text();
    }

    private static Holding of(String name, Bottleneck b, String answer) {
        List<Row> rows = new ArrayList<>();
        List<String> idle = new ArrayList<>();
        for (Resource x : b.resources()) {
            if (isIdle(x, b)) {
                idle.add(x.name());
                continue;
            }
            rows.add(
                    new Row(
                            x.name(),
                            x.name().equals(b.binds()),
                            x.across(),
                            x.elasticity(),
                            percent(x.elasticity()),
                            Quantity.of(x.without(), b.unit()),
                            Double.isInfinite(x.speedup())
                                    ? "without limit"
                                    : Quantity.of(x.speedup(), "").text() + " x"));
        }
        return new Holding(
                name,
                Labels.name(b.metric()),
                Quantity.of(b.value(), b.unit()),
                answer,
                b.binds(),
                b.next() == null ? "" : b.next(),
                factor(b),
                List.copyOf(rows),
                String.join(", ", idle));
    }

    /** What shows as nothing in a table: neither a bit more of it helps, nor all there could be. */
    private static boolean isIdle(Resource x, Bottleneck b) {
        return Math.abs(x.elasticity()) < 0.005
                && Math.abs(x.speedup() - 1) < 0.005
                && !x.name().equals(b.binds());
    }

    private static String percent(double elasticity) {
        return String.format(Locale.ROOT, "%.2f\u00a0%%", elasticity);
    }

    private static String answer(String name, Bottleneck b, String factor) {
        Resource first = b.binding();
        String metric = Labels.name(b.metric()).toLowerCase(Locale.ROOT);
        StringBuilder text = new StringBuilder();
        text.append(upper(first.name()))
                .append(" holds the %s of %s back: ".formatted(metric, name))
                .append(
                        "1\u00a0%% more makes it %s better. "
                                .formatted(percent(first.elasticity())));
        if (b.next() == null) text.append("Nothing else takes over, however much of it there is. ");
        else
            text.append(
                    "With %s times %s, %s comes next. "
                            .formatted(factor, much(b.binds()), b.next()));
        text.append(
                "Without any limit on it, it would still be %s."
                        .formatted(Quantity.of(first.without(), b.unit()).text()));
        return text.toString();
    }

    /** How far a fleet may grow, and what stops it. */
    private static String growth(Bottleneck b, String factor) {
        String first = b.binds();
        StringBuilder text = new StringBuilder();
        text.append(
                "The fleet may be %s times what it is until %s stops it. "
                        .formatted(Quantity.of(b.value(), "").text(), first));
        if (b.next() == null) return text.append("Nothing else limits it.").toString();
        double best = b.binding().without();
        if (best <= b.value() * (1 + 1e-9))
            return text.append(
                            "More of that alone gives nothing: %s stops it too."
                                    .formatted(b.next()))
                    .toString();
        return text.append(
                        "With %s times as much of that, %s comes next, at %s times the fleet."
                                .formatted(factor, b.next(), Quantity.of(best, "").text()))
                .toString();
    }

    /** Of a delay less is better. */
    private static boolean isDelay(String resource) {
        return resource.endsWith("latency") || resource.endsWith("overhead");
    }

    private static String much(String resource) {
        return isDelay(resource) ? "less of it" : "as much of it";
    }

    private static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
