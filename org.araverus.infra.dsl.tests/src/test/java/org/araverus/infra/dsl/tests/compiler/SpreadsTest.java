// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Value;

/**
 * Spreads are carried on linearly (JCGM 100:2008, 5.1.2): one declaration is one variable however
 * often it is used, and different ones are independent.
 */
class SpreadsTest {
    private static Value budget(String lets, String value) {
        Rack r =
                Sketches.element(
                        Sketches.anyDesign(lets + "\nrack R { power { budget: " + value + " } }"),
                        "R");
        return r.power().budget();
    }

    private static void is(Value v, double number, double spread) {
        assertThat(v.si()).isCloseTo(number, within(1e-9 * Math.abs(number) + 1e-9));
        assertThat(v.spread()).isCloseTo(spread, within(1e-9 * Math.abs(spread) + 1e-6));
    }

    private static String let(String name, int kilowatts, int percent) {
        return "let " + name + " = " + kilowatts + " kW +- " + percent + " %\n";
    }

    @Property(tries = 40, seed = "1")
    void aShareIsOfItsValue(
            @ForAll @IntRange(min = 1, max = 900) int n,
            @ForAll @IntRange(min = 0, max = 40) int p) {
        is(budget("", n + " kW +- " + p + " %"), n * 1e3, n * 10.0 * p);
        is(budget("", n + " kW +- " + p + " W"), n * 1e3, p);
    }

    @Property(tries = 40, seed = "1")
    void oneDeclarationIsOneVariable(
            @ForAll @IntRange(min = 1, max = 900) int n,
            @ForAll @IntRange(min = 1, max = 40) int p,
            @ForAll @IntRange(min = 1, max = 9) int k) {
        double w = n * 1e3;
        double s = n * 10.0 * p;
        String a = let("a", n, p);
        is(budget(a, "a + a"), 2 * w, 2 * s);
        is(budget(a, "a * " + k), k * w, k * s);
        is(budget(a, "a * " + k + " - a"), (k - 1) * w, (k - 1) * s);
        is(budget(a, "a - a"), 0, 0);
        is(budget(a, "a * a / a"), w, s);
        is(budget(a, "1 kW * (a / a)"), 1e3, 0);
        is(budget(a + "let b = a\nlet c = b + a\n", "c"), 2 * w, 2 * s);
    }

    @Property(tries = 40, seed = "1")
    void differentOnesAddInQuadrature(
            @ForAll @IntRange(min = 1, max = 900) int n,
            @ForAll @IntRange(min = 1, max = 900) int m,
            @ForAll @IntRange(min = 1, max = 40) int p,
            @ForAll @IntRange(min = 1, max = 40) int q) {
        String both = let("a", n, p) + let("b", m, q);
        double s = n * 10.0 * p;
        double t = m * 10.0 * q;
        is(budget(both, "a + b"), (n + m) * 1e3, Math.hypot(s, t));
        is(budget(both, "a - b + 1 GW"), 1e9 + (n - m) * 1e3, Math.hypot(s, t));
        is(budget(both, "a + b + a"), (2.0 * n + m) * 1e3, Math.hypot(2 * s, t));
        double product = n * 1e3 * m;
        is(budget(both, "a * (b / 1 kW)"), product, product / 100 * Math.hypot(p, q));
        double quotient = 1e3 * n / m;
        is(budget(both, "1 kW * (a / b)"), quotient, quotient / 100 * Math.hypot(p, q));
    }

    /** Two heirs of one declaration share it; two literals alike do not. */
    @Property(tries = 20, seed = "1")
    void inheritedValuesAreThatOfTheirDeclaration(
            @ForAll @IntRange(min = 1, max = 900) int n,
            @ForAll @IntRange(min = 1, max = 40) int p) {
        String base =
                "rack A { power { budget: %d kW +- %d %% } }\nrack B extends A { }\n"
                        .formatted(n, p);
        double s = n * 10.0 * p;
        is(budget(base, "A.power.budget + B.power.budget"), 2e3 * n, 2 * s);
        String literal = n + " kW +- " + p + " %";
        is(budget("", "(" + literal + ") + (" + literal + ")"), 2e3 * n, Math.hypot(s, s));
    }
}
