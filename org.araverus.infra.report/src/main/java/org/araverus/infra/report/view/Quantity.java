// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.units.Show;

/**
 * A number as a report prints it.
 *
 * @param number three significant digits
 * @param unit empty for a plain number
 * @param low lower end of the 90 % interval in the same unit; empty where it is exact
 * @param high upper end; empty where it is exact, or where only the lower end is known
 * @param si the number itself
 */
public record Quantity(String number, String unit, String low, String high, double si) {

    /** A number without an interval. */
    public static Quantity of(double si, String unit) {
        return of(si, si, si, unit);
    }

    /** A metric. */
    public static Quantity of(Result r) {
        return of(r.value(), r.low(), r.high(), r.unit());
    }

    /** A long time, in weeks. */
    static Quantity weeks(double s, double low, double high) {
        double week = 7 * 86400;
        Quantity q = of(s / week, low / week, high / week, "");
        return new Quantity(q.number, "weeks", q.low, q.high, s);
    }

    /** A number between two ends. */
    public static Quantity of(double si, double low, double high, String unit) {
        String all = pretty(Show.value(si, unit));
        int blank = Double.isFinite(si) ? all.indexOf(' ') : -1;
        String number = blank < 0 ? all : all.substring(0, blank);
        String shown = blank < 0 ? "" : all.substring(blank + 1);
        boolean exact = !Double.isFinite(si) || !(low < high);
        String from = exact ? "" : pretty(Show.digits(low, unit, si));
        String to = exact || Double.isInfinite(high) ? "" : pretty(Show.digits(high, unit, si));
        return new Quantity(number, shown, from, to, si);
    }

    /** Units and thousands as they are printed, not as they are typed. */
    static String pretty(String text) {
        return text.replace('_', '\u202f')
                .replace("degC", "\u00b0C")
                .replace(" us", " \u00b5s")
                .replace("m^3", "m\u00b3");
    }

    /** Whether only its lower end is known. */
    public boolean isFloor() {
        return !low.isEmpty() && high.isEmpty();
    }

    /** Number and unit, as they stand in a sentence. */
    public String text() {
        return unit.isEmpty() ? number : number + "\u00a0" + unit;
    }

    /** {@code 26.9 to 35.3}; empty where it is exact. */
    public String interval() {
        if (low.isEmpty()) return "";
        return high.isEmpty() ? "at least " + low : low + " to " + high;
    }
}
