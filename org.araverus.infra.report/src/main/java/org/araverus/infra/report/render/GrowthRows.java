// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.evaluate.Evaluation.Bottleneck;
import org.araverus.infra.engine.evaluate.Evaluation.Growth;
import org.araverus.infra.engine.evaluate.Evaluation.Headroom;
import org.araverus.infra.report.render.Paint.Style;
import org.jspecify.annotations.Nullable;

/**
 * What stops a fleet from growing: the limits that come first, each with what is used of it and how
 * many times today's demand it holds; what the fleet makes when it is grown so far, and what comes
 * next.
 */
final class GrowthRows {
    private static final int SHOWN = 4;

    private final Paint paint;
    private final Glyphs glyphs;
    private final Numbers numbers;

    GrowthRows(Paint paint, Glyphs glyphs, Numbers numbers) {
        this.paint = paint;
        this.glyphs = glyphs;
        this.numbers = numbers;
    }

    /** The lines with their heading; empty where nothing limits. */
    String of(@Nullable Growth growth, ShortNames names) {
        if (growth == null) return "";
        Columns rows = new Columns(paint, "  ", 3, 3, 3);
        rows.left("what stops growth").right("used", Style.QUIET);
        rows.left("of", Style.QUIET).right("it holds", Style.QUIET).left("").end();
        for (Headroom h : growth.limits().stream().limit(SHOWN).toList()) {
            if (h.left() < 0) rows.left("  " + h.what(), Style.ERROR);
            else rows.left("  " + h.what());
            rows.right(Numbers.READABLE.amount(h.demand() / h.limit(), "%").text());
            rows.left(numbers.amount(h.limit(), h.unit()).text());
            rows.right(times(h.holds())).left(names.of(h.subject()), Style.QUIET).end();
        }
        return rows.text() + (growth.times() < 1 ? "" : grown(growth, names));
    }

    private String grown(Growth growth, ShortNames names) {
        List<String> made = new ArrayList<>();
        growth.throughput()
                .forEach(
                        (workload, tokens) ->
                                made.add(
                                        names.of(workload)
                                                + " "
                                                + numbers.amount(tokens, "tok/s").text()));
        if (made.isEmpty()) return "";
        return "    "
                + paint.of(Style.QUIET, "grown so far")
                + "   "
                + glyphs.join(made)
                + "; "
                + after(growth.bottleneck())
                + "\n";
    }

    private static String after(Bottleneck b) {
        String first = b.binds();
        double best = b.binding().without();
        if (b.next() == null) return "more " + first + " is all it takes";
        return best > b.value() * (1 + 1e-9)
                ? "more %s helps up to %s, then %s stops it".formatted(first, times(best), b.next())
                : "more %s alone gives nothing, %s stops it too".formatted(first, b.next());
    }

    private static String times(double x) {
        return Numbers.READABLE.amount(x, "").text() + " x";
    }
}
