// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.engine.units.Dimension;

/** Words for dimensions and results. */
final class Describe {
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        String[][] words = {
            {"W", "power"},
            {"J", "energy"},
            {"m", "length"},
            {"s", "time"},
            {"kg", "mass"},
            {"K", "temperature"},
            {"B", "amount of data"},
            {"B/s", "data rate"},
            {"FLOP", "work"},
            {"FLOP/s", "compute rate"},
            {"tok", "number of tokens"},
            {"tok/s", "token rate"},
            {"req/s", "request rate"},
            {"USD", "price"},
            {"USD/J", "price of energy"},
            {"USD/tok", "price of a token"},
            {"USD/s", "cost rate"},
            {"J/tok", "energy of a token"},
            {"m^3/s", "flow"},
            {"m^3", "volume"},
            {"m^2", "area"},
            {"Hz", "frequency"},
            {"Pa", "pressure"},
            {"A", "current"},
            {"V", "voltage"}
        };
        for (String[] w : words) WORDS.put(Dimension.parse(w[0]).toString(), w[1]);
        WORDS.put(Dimension.NONE.toString(), "plain number");
    }

    private Describe() {}

    /** {@code power}; the base units where there is no word. */
    static String dimension(Dimension d) {
        return WORDS.getOrDefault(d.toString(), d.toString());
    }

    static String article(String word) {
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }

    static String mismatch(String message, Dimension l, Dimension r) {
        return message + ": here " + article(dimension(l)) + " meets " + article(dimension(r));
    }

    /** {@code left power kg m^2 s^-3 34 kW}, the right side below it and a way out. */
    static List<String> sides(String left, Dimension l, String right, Dimension r) {
        int word = Math.max(dimension(l).length(), dimension(r).length());
        int base = Math.max(l.toString().length(), r.toString().length());
        int text = Math.max(left.length(), right.length());
        String way = way(l, r);
        return List.of(
                "left   " + pad(dimension(l), word) + "  " + pad(l.toString(), base) + "   " + left,
                ("right  "
                        + pad(dimension(r), word)
                        + "  "
                        + pad(r.toString(), base)
                        + "   "
                        + (way.isEmpty() ? right : pad(right, text) + "   " + way)));
    }

    private static String way(Dimension l, Dimension r) {
        Dimension lacking = r.per(l);
        String word = WORDS.get(lacking.toString());
        if (word != null && !lacking.isNone())
            return "multiply the left by " + article(word) + ", or divide the right by it";
        word = WORDS.get(l.per(r).toString());
        return word == null
                ? ""
                : "multiply the right by " + article(word) + ", or divide the left by it";
    }

    private static String pad(String s, int width) {
        return s + " ".repeat(Math.max(0, width - s.length()));
    }

    /** {@code a text}, {@code rack R1}. */
    static String what(Result r) {
        return switch (r) {
            case Result.Num n -> article(dimension(n.dimension()));
            case Result.Truth t -> "true or false";
            case Result.Str s -> "a word";
            case Result.Interval i -> "a range";
            case Result.Items i -> "a list";
            case Result.Elem e -> Elements.kind(e.declaration()) + " " + e.declaration().getName();
            case Result.Dist d -> "a distribution";
            case Result.Unknown u -> "unknown";
            case Result.Absent a -> "not written";
        };
    }
}
