// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.evaluate.Deployment;
import org.araverus.infra.engine.evaluate.Deployment.Step;

/**
 * How long until it stands? One for each cluster.
 *
 * @param inStock parts without a lead time
 */
public record Timeline(
        String cluster, String answer, Quantity time, List<Row> rows, List<String> inStock) {
    private static final double WEEK = 7 * 86400.0;

    /**
     * A stretch of time.
     *
     * @param left where its bar begins, 0 to 100
     * @param width of its bar
     */
    public record Row(
            String what,
            String weeks,
            double start,
            double time,
            boolean critical,
            String left,
            String width,
            Source source) {}

    /** Its first sentence. */
    String inShort() {
        int end = answer.indexOf(". ");
        return end < 0 ? answer : answer.substring(0, end + 1);
    }

    static List<Timeline> of(Scope s) {
        List<Timeline> all = new ArrayList<>();
        for (Element e : s.hosts()) {
            if (!(e instanceof Cluster c)) continue;
            Deployment d = deployment(c, s);
            if (d != null) all.add(of(c, d, s));
        }
        return all;
    }

    private static @org.jspecify.annotations.Nullable Deployment deployment(Cluster c, Scope s) {
        try {
            return Deployment.of(s.design(), c);
        } catch (NotKnown e) {
            return null;
        }
    }

    private static Timeline of(Cluster c, Deployment d, Scope s) {
        List<Row> rows = new ArrayList<>();
        for (Step x : d.steps()) rows.add(row(x, d.time(), s));
        Step slowest = d.steps().getFirst();
        double floor = d.time() - slowest.time();
        String answer =
                "%s from order to running. The path leads over %s (%s), then %s on the floor."
                        .formatted(
                                weeks(d.time()),
                                what(slowest, s),
                                weeks(slowest.time()),
                                weeks(floor));
        List<String> inStock = d.inStock().stream().map(s::name).toList();
        var metric = s.metric(c.name(), "deploy.time");
        Quantity time =
                metric == null
                        ? Quantity.weeks(d.time(), d.time(), d.time())
                        : Quantity.weeks(metric.value(), metric.low(), metric.high());
        return new Timeline(s.name(c.name()), answer, time, List.copyOf(rows), inStock);
    }

    private static Row row(Step x, double all, Scope s) {
        return new Row(
                what(x, s),
                weeks(x.time()),
                x.start(),
                x.time(),
                x.critical(),
                number(100 * x.start() / all),
                number(100 * x.time() / all),
                source(x, s));
    }

    /** What no text gives is assumed. */
    private static Source source(Step x, Scope s) {
        Source near = s.source(x.origin());
        return s.design().trace().containsKey(x.origin()) ? near : new Source("assumed", true, "");
    }

    private static String what(Step x, Scope s) {
        return switch (x.kind()) {
            case DELIVERY -> "delivery of " + s.name(x.subject());
            case POWER -> "power for " + s.name(x.subject());
            case COOLING -> "cooling for " + s.name(x.subject());
            case INSTALL -> "placing and cabling";
            case BURN_IN -> "acceptance test";
        };
    }

    private static String weeks(double s) {
        if (s < 2 * WEEK) {
            long days = Math.round(s / 86400);
            return days == 1 ? "1\u00a0day" : days + "\u00a0days";
        }
        return String.format(Locale.ROOT, "%.0f\u00a0weeks", s / WEEK);
    }

    private static String number(double x) {
        return String.format(Locale.ROOT, "%.2f", x);
    }
}
