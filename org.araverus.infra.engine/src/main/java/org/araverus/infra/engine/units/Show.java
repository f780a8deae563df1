// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people read them: three significant digits, and the unit in which the number has at
 * most three digits before the point.
 */
public final class Show {
    /** A unit, how much it is of the coherent one, and from which number on it is used. */
    private record Step(String unit, double factor, double from) {}

    private static final Map<String, List<Step>> STEPS =
            Map.ofEntries(
                    Map.entry("W", steps("W", 1, "kW", 1e3, "MW", 1e6, "GW", 1e9)),
                    Map.entry("J", steps("J", 1, "kJ", 1e3, "MJ", 1e6, "GJ", 1e9)),
                    Map.entry("J/tok", steps("mJ/tok", 1e-3, "J/tok", 1, "kJ/tok", 1e3)),
                    Map.entry(
                            "B",
                            steps(
                                    "B", 1, "KiB", 0x1p10, "MiB", 0x1p20, "GiB", 0x1p30, "TiB",
                                    0x1p40)),
                    Map.entry(
                            "B/s",
                            steps("B/s", 1, "kB/s", 1e3, "MB/s", 1e6, "GB/s", 1e9, "TB/s", 1e12)),
                    Map.entry(
                            "FLOP/s",
                            steps(
                                    "FLOP/s", 1, "GFLOP/s", 1e9, "TFLOP/s", 1e12, "PFLOP/s", 1e15,
                                    "EFLOP/s", 1e18)),
                    Map.entry(
                            "FLOP",
                            steps(
                                    "FLOP", 1, "GFLOP", 1e9, "TFLOP", 1e12, "PFLOP", 1e15, "EFLOP",
                                    1e18)),
                    Map.entry(
                            "s",
                            steps(
                                    "ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1, "min", 120, 60.0,
                                    "h", 7200, 3600.0, "d", 172800, 86400.0)),
                    Map.entry("USD/tok", steps("USD/Mtok", 1e-6)),
                    Map.entry("USD/J", steps("USD/kWh", 1 / 3.6e6)),
                    Map.entry("USD/s", steps("USD/h", 1 / 3600.0)),
                    Map.entry("USD", steps("USD", 1, "kUSD", 1e4, 1e3, "MUSD", 1e6, "GUSD", 1e9)),
                    Map.entry("tok/s", steps("tok/s", 1, "ktok/s", 1e4, 1e3, "Mtok/s", 1e6)),
                    Map.entry("tok", steps("tok", 1)),
                    Map.entry("req/s", steps("req/s", 1)),
                    Map.entry("m", steps("mm", 1e-3, "m", 1)),
                    Map.entry("m^3/s", steps("L/s", 1e-3)),
                    Map.entry("kg", steps("kg", 1)),
                    Map.entry("K", steps("K", 1)),
                    Map.entry("%", steps("%", 0.01)));

    /** Numbers below and above are better read in another unit. */
    private static final double LEAST = 1e-3;

    private static final double MOST = 1e6;

    private static final Map<String, List<Step>> BITS =
            Map.of(
                    "B/s", steps("Gbit/s", 125e6, "Tbit/s", 125e9),
                    "B", steps("GB", 1e9, "TB", 1e12));

    private Show() {}

    /**
     * {@code unit, from, [factor]}: the unit is used from that number on; its factor is the same
     * unless given.
     */
    private static List<Step> steps(Object... facts) {
        java.util.ArrayList<Step> all = new java.util.ArrayList<>();
        for (int i = 0; i < facts.length; ) {
            String unit = (String) facts[i++];
            double from = ((Number) facts[i++]).doubleValue();
            boolean own = i < facts.length && facts[i] instanceof Number;
            double factor = own ? ((Number) facts[i++]).doubleValue() : from;
            all.add(new Step(unit, factor, from));
        }
        return List.copyOf(all);
    }

    /**
     * {@code 41900, "W"} gives {@code "41.9 kW"}; degrees Celsius for {@code degC}; a plain number
     * for an empty unit.
     */
    public static String value(double si, String unit) {
        if (Double.isNaN(si)) return "unknown";
        if (Double.isInfinite(si)) return si > 0 ? "without limit" : "-without limit";
        if (unit.equals("degC")) return digits(si - 273.15) + " degC";
        Step best = step(si, unit);
        if (best == null) return digits(si) + (unit.isEmpty() ? "" : " " + unit);
        return digits(si / best.factor) + " " + best.unit;
    }

    /**
     * As {@link #value}, with so many significant digits at most: for pages of facts, where a
     * figure must be found as its maker prints it.
     */
    public static String exact(double si, String unit, int digits) {
        if (!Double.isFinite(si)) return value(si, unit);
        if (unit.equals("degC")) return plain(si - 273.15, digits) + " degC";
        Step best = step(si, unit);
        if (best == null) return plain(si, digits) + (unit.isEmpty() ? "" : " " + unit);
        return plain(si / best.factor, digits) + " " + best.unit;
    }

    /** The number alone, as {@link #exact} writes it, in the unit in which {@code like} is. */
    public static String exact(double si, String unit, double like, int digits) {
        if (unit.equals("degC")) return plain(si - 273.15, digits);
        Step best = step(like, unit);
        return plain(best == null ? si : si / best.factor, digits);
    }

    private static String plain(double x, int digits) {
        if (x == Math.rint(x) && Math.abs(x) >= 999.5 && Math.abs(x) < 1e15) return digits(x);
        BigDecimal d = new BigDecimal(x).round(new MathContext(digits)).stripTrailingZeros();
        return Math.abs(x) < 1e-4 && x != 0 ? d.toString() : d.toPlainString();
    }

    /**
     * The number alone, in the unit in which {@code like} is shown, so that an interval reads like
     * its value.
     */
    public static String digits(double si, String unit, double like) {
        if (!Double.isFinite(si)) return value(si, unit);
        if (unit.equals("degC")) return digits(si - 273.15);
        Step best = step(like, unit);
        return digits(best == null ? si : si / best.factor);
    }

    private static @Nullable Step step(double si, String unit) {
        List<Step> steps = STEPS.get(unit);
        if (steps == null) return null;
        Step best = steps.get(0);
        for (Step s : steps) if (Math.abs(si) >= s.from * 0.9995) best = s;
        if (si == 0) best = steps.stream().filter(s -> s.factor == 1).findFirst().orElse(best);
        return best;
    }

    /** The units that numbers of a coherent unit are written in, the smallest first. */
    public static List<String> units(String unit) {
        return STEPS.getOrDefault(unit, List.of()).stream().map(Step::unit).toList();
    }

    /** The coherent units that have a scale of their own here. */
    public static List<String> coherentUnits() {
        return STEPS.keySet().stream().sorted().toList();
    }

    /**
     * A number in each unit of its scale in which it reads well: {@code 44_000 W}, {@code 44 kW},
     * {@code 0.044 MW}. Information is counted in bits too.
     */
    public static List<String> everyUnit(double si, String unit) {
        if (!Double.isFinite(si)) return List.of();
        if (unit.equals("degC")) return List.of(value(si, "degC"), digits(si) + " K");
        List<Step> steps = new java.util.ArrayList<>(STEPS.getOrDefault(unit, List.of()));
        steps.addAll(BITS.getOrDefault(unit, List.of()));
        List<String> all = new java.util.ArrayList<>();
        for (Step s : steps) {
            double x = Math.abs(si / s.factor);
            if (si == 0 || x >= LEAST && x < MOST) all.add(digits(si / s.factor) + " " + s.unit);
        }
        return all.isEmpty() && unit.isEmpty() ? List.of() : all;
    }

    /** The number alone, in the unit given by its factor, with three significant digits. */
    public static String digits(double x) {
        if (x == 0) return "0";
        if (!Double.isFinite(x)) return value(x, "");
        if (Math.abs(x) >= 999.5) {
            return String.format(java.util.Locale.ROOT, "%,d", Math.round(x)).replace(',', '_');
        }
        BigDecimal d = new BigDecimal(x).round(new MathContext(3)).stripTrailingZeros();
        return Math.abs(x) < 1e-4 ? d.toString() : d.toPlainString();
    }
}
