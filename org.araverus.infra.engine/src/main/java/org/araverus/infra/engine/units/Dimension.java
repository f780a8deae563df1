// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.units;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A dimension as exponents of base units. The base units are {@code m kg s K A B FLOP tok seq req
 * USD} (the byte, so that the engine computes in bytes); a library may add its own. Dimensionless
 * is the empty product.
 */
public record Dimension(SortedMap<String, Integer> exponents) {
    public static final Dimension NONE = new Dimension(new TreeMap<>());

    private static final Map<String, Dimension> PARSED = new ConcurrentHashMap<>();

    private static final Map<String, String> COHERENT =
            Map.ofEntries(
                    Map.entry("N", "kg*m/s^2"),
                    Map.entry("J", "kg*m^2/s^2"),
                    Map.entry("W", "kg*m^2/s^3"),
                    Map.entry("Pa", "kg/m/s^2"),
                    Map.entry("Hz", "1/s"),
                    Map.entry("V", "kg*m^2/s^3/A"),
                    Map.entry("degC", "K"),
                    Map.entry("%", "1"));

    public Dimension {
        exponents = new TreeMap<>(exponents);
        exponents.values().removeIf(e -> e == 0);
        exponents = java.util.Collections.unmodifiableSortedMap(exponents);
    }

    /** The base dimension of one symbol. */
    public static Dimension base(String symbol) {
        return new Dimension(new TreeMap<>(Map.of(symbol, 1)));
    }

    /**
     * Reads a coherent SI expression as registries write it: {@code "W"}, {@code "B/s"}, {@code
     * "USD/J"}, {@code "m^3/s"}, {@code ""}.
     */
    public static Dimension parse(String unit) {
        // registries have few units and ask for them all the time
        Dimension known = PARSED.get(unit);
        if (known != null) return known;
        Dimension d = read(unit);
        PARSED.put(unit, d);
        return d;
    }

    private static Dimension read(String unit) {
        Dimension d = NONE;
        int sign = 1;
        for (String part : unit.split("(?=[*/])|(?<=[*/])")) {
            if (part.equals("*") || part.equals("/")) {
                sign = part.equals("/") ? -1 : 1;
                continue;
            }
            if (part.isEmpty() || part.equals("1")) continue;
            int hat = part.indexOf('^');
            String symbol = hat < 0 ? part : part.substring(0, hat);
            int power = sign * (hat < 0 ? 1 : Integer.parseInt(part.substring(hat + 1)));
            String derived = COHERENT.get(symbol);
            d = d.times((derived == null ? base(symbol) : parse(derived)).power(power));
        }
        return d;
    }

    public Dimension times(Dimension other) {
        TreeMap<String, Integer> sum = new TreeMap<>(exponents);
        other.exponents.forEach((k, v) -> sum.merge(k, v, Integer::sum));
        return new Dimension(sum);
    }

    public Dimension per(Dimension other) {
        return times(other.power(-1));
    }

    public Dimension power(int n) {
        TreeMap<String, Integer> all = new TreeMap<>();
        exponents.forEach((k, v) -> all.put(k, v * n));
        return new Dimension(all);
    }

    public boolean isNone() {
        return exponents.isEmpty();
    }

    /** For example {@code kg m^2 s^-3}; {@code 1} when dimensionless. */
    @Override
    public String toString() {
        if (isNone()) return "1";
        StringBuilder all = new StringBuilder();
        exponents.forEach(
                (k, v) ->
                        all.append(all.isEmpty() ? "" : " ")
                                .append(k)
                                .append(v == 1 ? "" : "^" + v));
        return all.toString();
    }
}
