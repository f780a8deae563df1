// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.units.RackUnit;

/** A quantity is the same whatever unit it is written in. */
class UnitsTest {
    /** Units of power with what one of them is in watts, by definition of the prefixes. */
    private static final List<String> POWER = List.of("W 1", "kW 1e3", "MW 1e6", "GW 1e9");

    /** Units of information with what one of them is in bytes: SI and IEC 80000-13 prefixes. */
    private static final List<String> BYTES =
            List.of(
                    "B 1",
                    "kB 1e3",
                    "MB 1e6",
                    "GB 1e9",
                    "TB 1e12",
                    "KiB 1024",
                    "MiB 1048576",
                    "GiB 1073741824",
                    "TiB 1099511627776",
                    "bit 0.125",
                    "kbit 125",
                    "Mbit 125e3",
                    "Gbit 125e6");

    private static final List<String> TIMES =
            List.of("s 1", "ms 1e-3", "us 1e-6", "min 60", "h 3600");

    private static Value budget(String value) {
        Rack r =
                Sketches.element(
                        Sketches.anyDesign("rack R { power { budget: " + value + " } }"), "R");
        return r.power().budget();
    }

    private static Accelerator chip(String body) {
        return Sketches.element(Sketches.anyDesign("accelerator X { " + body + " }"), "X");
    }

    private static String unit(String entry) {
        return entry.split(" ")[0];
    }

    private static double size(String entry) {
        return Double.parseDouble(entry.split(" ")[1]);
    }

    @Provide
    Arbitrary<BigDecimal> number() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("99999"))
                .ofScale(3);
    }

    /** A byte is the least that an attribute takes, also of bits an hour. */
    @Provide
    Arbitrary<BigDecimal> large() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("30000"), new BigDecimal("99999"))
                .ofScale(3);
    }

    @Provide
    Arbitrary<String> power() {
        return Arbitraries.of(POWER);
    }

    @Provide
    Arbitrary<String> bytes() {
        return Arbitraries.of(BYTES);
    }

    @Provide
    Arbitrary<String> time() {
        return Arbitraries.of(TIMES);
    }

    private static void same(double is, double expected) {
        assertThat(is).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    }

    /** The library's unit and the constant of the rules are one. */
    @Example
    void aRackUnitIsTheSameEverywhere() {
        Rack r = Sketches.element(Sketches.anyDesign("rack R { size: 1 U }"), "R");
        assertThat(r.size().si()).isEqualTo(RackUnit.METRES);
    }

    @Property(tries = 60, seed = "1")
    void powers(@ForAll("number") BigDecimal n, @ForAll("power") String unit) {
        same(budget(n + " " + unit(unit)).si(), n.doubleValue() * size(unit));
    }

    @Property(tries = 60, seed = "1")
    void information(@ForAll("large") BigDecimal n, @ForAll("bytes") String unit) {
        same(
                chip("memory { capacity: " + n + " " + unit(unit) + " }").memory().capacity().si(),
                n.doubleValue() * size(unit));
    }

    /** A rate is one unit, glued; a quotient of two quantities is the same value. */
    @Property(tries = 60, seed = "1")
    void rates(
            @ForAll("large") BigDecimal n, @ForAll("bytes") String of, @ForAll("time") String per) {
        double expected = n.doubleValue() * size(of) / size(per);
        String glued = n + " " + unit(of) + "/" + unit(per);
        String quotient = n + " " + unit(of) + " / 1 " + unit(per);
        same(chip("memory { bandwidth: " + glued + " }").memory().bandwidth().si(), expected);
        same(chip("memory { bandwidth: " + quotient + " }").memory().bandwidth().si(), expected);
    }

    /** Energy over time is power, whatever the two are written in. */
    @Property(tries = 60, seed = "1")
    void products(
            @ForAll("number") BigDecimal n,
            @ForAll("power") String unit,
            @ForAll("time") String time) {
        String energy = n + " " + unit(unit) + "*" + unit(time) + " / 1 " + unit(time);
        same(budget(energy).si(), n.doubleValue() * size(unit));
    }

    /** Both directions together are half per direction. */
    @Property(tries = 40, seed = "1")
    void bothDirections(@ForAll("number") BigDecimal n) {
        double whole = chip("scale_up { bandwidth: " + n + " GB/s }").scaleUp().bandwidth().si();
        double half =
                chip("scale_up { bandwidth: " + n + " GB/s bidi }").scaleUp().bandwidth().si();
        same(half, whole / 2);
    }

    /** Zero points: t degC is 9/5 t + 32 degF, and 273.15 K more. */
    @Property(tries = 40, seed = "1")
    void temperatures(@ForAll("small") BigDecimal celsius) {
        BigDecimal fahrenheit = celsius.multiply(new BigDecimal("1.8")).add(new BigDecimal(32));
        double c = supply(celsius + " degC");
        assertThat(c).isCloseTo(celsius.doubleValue() + 273.15, within(1e-9));
        assertThat(supply(fahrenheit.setScale(4, RoundingMode.UNNECESSARY) + " degF"))
                .isCloseTo(c, within(1e-9));
    }

    @Provide
    Arbitrary<BigDecimal> small() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("1"), new BigDecimal("60"))
                .ofScale(3);
    }

    private static double supply(String value) {
        Rack r =
                Sketches.element(
                        Sketches.anyDesign("rack R { cooling { supply: " + value + " } }"), "R");
        return r.cooling().supply().si();
    }

    /** A unit of another dimension is never taken for a value. */
    @Property(tries = 60, seed = "1")
    void otherDimensions(
            @ForAll("number") BigDecimal n,
            @ForAll("bytes") String bytes,
            @ForAll("time") String time) {
        for (String unit : List.of(unit(bytes), unit(time), unit(bytes) + "/" + unit(time))) {
            assertThat(budget(n + " " + unit).isKnown()).isFalse();
            assertThat(Sketches.said("rack R { power { budget: " + n + " " + unit + " } }"))
                    .singleElement()
                    .asString()
                    .startsWith("unit-mismatch: ");
        }
    }
}
