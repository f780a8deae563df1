// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Headroom;
import org.araverus.infra.engine.evaluate.Evaluation.Layer;
import org.araverus.infra.report.render.Paint.Style;

/**
 * What stops a fleet from growing: of power, cooling, space and money the limits that come first,
 * each with what is used of it and how many times today's demand it holds. What is asked of a
 * token's cost is no such limit: it does not grow with the fleet.
 */
final class GrowthRows {
    private static final Set<Layer> LAYERS =
            EnumSet.of(Layer.POWER, Layer.COOLING, Layer.SPACE, Layer.MONEY);

    private static final int SHOWN = 4;

    private final Paint paint;
    private final Numbers numbers;

    GrowthRows(Paint paint, Numbers numbers) {
        this.paint = paint;
        this.numbers = numbers;
    }

    /** The lines with their heading; empty where nothing limits. */
    String of(Evaluation e, ShortNames names) {
        List<Headroom> first =
                e.headroom().stream()
                        .filter(h -> LAYERS.contains(h.layer()) && h.demand() > 0)
                        .filter(h -> !h.what().endsWith(".per_token"))
                        .sorted(Comparator.comparingDouble(GrowthRows::times))
                        .limit(SHOWN)
                        .toList();
        if (first.isEmpty()) return "";
        Columns rows = new Columns(paint, "  ", 3, 3, 3);
        rows.left("what stops growth").right("used", Style.QUIET);
        rows.left("of", Style.QUIET).right("it holds", Style.QUIET).left("").end();
        for (Headroom h : first) {
            if (h.left() < 0) rows.left("  " + h.what(), Style.ERROR);
            else rows.left("  " + h.what());
            rows.right(Numbers.READABLE.amount(h.demand() / h.limit(), "%").text());
            rows.left(numbers.amount(h.limit(), h.unit()).text());
            rows.right(Numbers.READABLE.amount(times(h), "").text() + " x");
            rows.left(names.of(h.subject()), Style.QUIET).end();
        }
        return rows.text();
    }

    private static double times(Headroom h) {
        return h.limit() / h.demand();
    }
}
