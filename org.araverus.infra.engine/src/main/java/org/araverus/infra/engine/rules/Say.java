// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.araverus.infra.engine.design.Address;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.registry.Kind;
import org.araverus.infra.engine.units.RackUnit;
import org.araverus.infra.engine.units.Show;

/** How rules speak: names, counts, and round numbers to propose. */
public final class Say {
    private Say() {}

    /** {@code rack AirRack}. */
    public static String kind(Element e) {
        return e.getClass().getAnnotation(Kind.class).value() + " " + name(e);
    }

    /** {@code AirRack}. */
    public static String name(Element e) {
        return e.header().simpleName();
    }

    /** The last segment of a qualified name. */
    public static String name(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    /** {@code 4 x DGX_H100}. */
    public static String parts(double count, Element type) {
        return count(count) + " x " + name(type);
    }

    /** {@code Factory.racks[0..31]}, without the package. */
    public static String host(Address host) {
        return new Address(name(host.element()), host.steps()).toString();
    }

    /** A whole number as the language writes it: {@code 24_576}. */
    public static String count(double n) {
        return String.format(Locale.ROOT, "%,d", Math.round(n)).replace(',', '_');
    }

    /** {@code 70.6 billion}, or {@code 350 million}. */
    public static String billions(double n) {
        return n >= 1e9 ? Show.digits(n / 1e9) + " billion" : Show.digits(n / 1e6) + " million";
    }

    /** {@code 1 node}, {@code 2 nodes}. */
    public static String many(double n, String noun) {
        return count(n) + " " + noun + (Math.round(n) == 1 ? "" : "s");
    }

    /** {@code 8 U}. */
    public static String height(double metres) {
        return Show.digits(metres / RackUnit.METRES) + " U";
    }

    /** The next whole number of rack units, in m. */
    public static double wholeUnits(double metres) {
        return Math.ceil(metres / RackUnit.METRES - 1e-9) * RackUnit.METRES;
    }

    /** {@code a, b and c}. */
    public static String list(Stream<String> names) {
        List<String> all = names.toList();
        if (all.size() < 2) {
            return String.join("", all);
        }
        String head = all.stream().limit(all.size() - 1L).collect(Collectors.joining(", "));
        return head + " and " + all.get(all.size() - 1);
    }

    /**
     * The next number that is not smaller and reads well: two significant digits, three where there
     * are three before the point of its unit ({@code 42 kW}, {@code 132 kW}).
     */
    public static double up(double x) {
        // twelve digits first: 40_000.000000001 is 40_000
        BigDecimal near = new BigDecimal(x).round(new MathContext(12));
        int before = near.precision() - near.scale();
        int digits = Math.floorMod(before, 3) == 0 ? 3 : 2;
        return near.round(new MathContext(digits, RoundingMode.CEILING)).doubleValue();
    }

    /** The rate of a line, B/s, as network people say it: {@code 400 Gbit/s}. */
    public static String line(double rate) {
        return Show.digits(rate * 8 / 1e9) + " Gbit/s";
    }
}
