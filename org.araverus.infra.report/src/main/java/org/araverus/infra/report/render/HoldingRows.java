// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.evaluate.Evaluation.Bottleneck;
import org.araverus.infra.engine.evaluate.Evaluation.Resource;
import org.araverus.infra.engine.evaluate.Evaluation.Run;
import org.araverus.infra.report.render.Paint.Style;

/**
 * What holds the metrics of a run back, a line for each: the resource that binds, what a hundredth
 * more of it gives, what the metric would be with no limit on it (Amdahl), which resource comes
 * next and once there is how much more of the first.
 */
final class HoldingRows {
    private final Paint paint;
    private final Glyphs glyphs;
    private final Numbers numbers;

    HoldingRows(Paint paint, Glyphs glyphs, Numbers numbers) {
        this.paint = paint;
        this.glyphs = glyphs;
        this.numbers = numbers;
    }

    /** The lines with their heading; empty where nothing was computed. */
    String of(Run r) {
        if (r.bottlenecks().isEmpty()) return "";
        Columns rows = new Columns(paint, "  ", 3, 3, 3, 1, 3, 2);
        rows.left("what holds it back").left("").left("1 % better gives", Style.QUIET);
        rows.left("at best", Style.QUIET).left("").left("what comes next", Style.QUIET).end();
        for (Bottleneck b : r.bottlenecks()) row(rows, b);
        return rows.text() + gaps(r.bottlenecks());
    }

    private void row(Columns rows, Bottleneck b) {
        Resource first = b.binding();
        rows.left("  " + label(b)).left(b.binds(), Style.STRONG);
        rows.right(Numbers.READABLE.amount(first.elasticity() / 100, "%").text());
        rows.left(numbers.amount(first.without(), b.unit()).text());
        rows.left(
                Double.isInfinite(first.speedup()) ? "" : "(" + factor(first.speedup()) + " x)",
                Style.QUIET);
        rows.left(b.next() == null ? "nothing else" : b.next());
        rows.left(b.next() == null ? "" : "at " + factor(b.factor()) + " x").end();
    }

    /** What lies across resources, at its ideal. */
    private String gaps(List<Bottleneck> all) {
        Columns rows = new Columns(paint, "  ", 3);
        List<String> names =
                all.stream()
                        .flatMap(b -> b.resources().stream())
                        .filter(HoldingRows::isGap)
                        .map(Resource::name)
                        .distinct()
                        .toList();
        for (String name : names) {
            List<String> ideals = new ArrayList<>();
            for (Bottleneck b : all)
                for (Resource x : b.resources())
                    if (x.name().equals(name) && !b.metric().endsWith(".per_token"))
                        ideals.add(label(b) + " " + numbers.amount(x.without(), b.unit()).text());
            rows.left("  " + name + " at its ideal").left(glyphs.join(ideals)).end();
        }
        return rows.isEmpty() ? "" : rows.text();
    }

    /** Prices and draws lie across others too, but have no ideal that anyone could reach. */
    private static boolean isGap(Resource r) {
        return r.across() && r.name().equals("software");
    }

    private static String factor(double x) {
        return Numbers.READABLE.amount(x, "").text();
    }

    private static String label(Bottleneck b) {
        String label = MetricRows.label(b.metric());
        return label.endsWith(" mean") ? label.substring(0, label.length() - 5) : label;
    }
}
