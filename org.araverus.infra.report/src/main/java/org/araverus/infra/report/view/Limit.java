// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.araverus.infra.engine.evaluate.Evaluation.Headroom;
import org.araverus.infra.engine.evaluate.Evaluation.Layer;
import org.araverus.infra.engine.units.RackUnit;

/**
 * A demand beside its limit.
 *
 * @param used demand over limit
 * @param left what is left, or what is missing
 * @param more accelerators that the rest has room for, in words; empty where it is not about them
 */
public record Limit(
        Layer layer,
        String what,
        String subject,
        Quantity demand,
        Quantity limit,
        Quantity left,
        double used,
        String more,
        Source source) {

    /** A metric that is required of something, not words. */
    private static final Pattern DOTTED = Pattern.compile("[a-z_]+(\\.[a-z_0-9]+)+");

    /** Whether the demand is above the limit. */
    public boolean isOver() {
        return used > 1;
    }

    /** {@code 97 %}. */
    public String percent() {
        return String.format(
                java.util.Locale.ROOT, used < 0.1 ? "%.1f\u00a0%%" : "%.0f\u00a0%%", 100 * used);
    }

    /** How much of the bar is full, 0 to 100. */
    public String bar() {
        return String.format(java.util.Locale.ROOT, "%.1f", Math.min(100, 100 * used));
    }

    /** A word for its colour: over, tight or roomy. */
    public String tone() {
        return isOver() ? "over" : used > 0.9 ? "tight" : "roomy";
    }

    static List<Limit> of(Scope s) {
        List<Limit> all = new ArrayList<>();
        for (Headroom h : s.evaluation().headroom()) all.add(of(h, s));
        return all;
    }

    /** Heights in a rack are counted in its units. */
    private static Quantity quantity(Headroom h, double si, String unit) {
        return h.layer() == Layer.SPACE && unit.equals("m")
                ? Quantity.of(si / RackUnit.METRES, "U")
                : Quantity.of(si, unit);
    }

    /** What is needed, with its interval; nothing is uncertain about the space of parts. */
    private static Quantity demand(Headroom h) {
        return h.layer() == Layer.SPACE
                ? quantity(h, h.demand(), h.unit())
                : Quantity.of(h.demand(), h.low(), h.high(), h.unit());
    }

    private static String more(double accelerators) {
        return accelerators < 1
                ? "none"
                : Quantity.of(accelerators, "").text()
                        + (accelerators < 2 ? " accelerator" : " accelerators");
    }

    private static Limit of(Headroom h, Scope s) {
        String difference = h.unit().equals("degC") ? "K" : h.unit();
        String more = Double.isNaN(h.more()) ? "" : more(h.more());
        return new Limit(
                h.layer(),
                DOTTED.matcher(h.what()).matches() ? Labels.name(h.what()) : h.what(),
                s.name(h.subject()),
                demand(h),
                quantity(h, h.limit(), h.unit()),
                quantity(h, h.left(), difference),
                h.demand() / h.limit(),
                more,
                s.source(h.limitFrom()));
    }
}
