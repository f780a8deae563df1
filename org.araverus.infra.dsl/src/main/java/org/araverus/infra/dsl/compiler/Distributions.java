// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.compiler.Result.Dist;
import org.araverus.infra.dsl.compiler.Result.Num;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.engine.design.Distribution;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.State;
import org.araverus.infra.engine.units.Dimension;
import org.jspecify.annotations.Nullable;

/** Calls of distributions with their arguments checked. */
final class Distributions {
    /** Standard normal quantiles, Abramowitz and Stegun table 26.1. */
    private static final Map<String, Double> QUANTILES =
            Map.of("p90", 1.2815515655446004, "p95", 1.6448536269514722, "p99", 2.3263478740408408);

    private static final Map<String, List<String>> PARAMETERS =
            Map.of(
                    "poisson",
                    List.of("rate"),
                    "uniform",
                    List.of("low", "high"),
                    "constant",
                    List.of("value"),
                    "lognormal",
                    List.of("median", "p90", "p95", "p99", "sigma"));

    private final Problems problems;

    Distributions(Problems problems) {
        this.problems = problems;
    }

    Distribution of(Dist d, Expr at, String unit, Origin origin) {
        Map<String, Num> given = arguments(d, at, Dimension.parse(unit));
        Distribution made = given == null ? null : make(d.function(), given, at, origin);
        return made == null ? new Distribution.None(State.UNKNOWN, origin) : made;
    }

    private @Nullable Map<String, Num> arguments(Dist d, Expr at, Dimension dimension) {
        List<String> names = PARAMETERS.getOrDefault(d.function(), List.of());
        Map<String, Num> given = new LinkedHashMap<>();
        for (int i = 0; i < d.arguments().size(); i++) {
            Result.Argument a = d.arguments().get(i);
            String name = a.name() != null ? a.name() : i < names.size() ? names.get(i) : null;
            if (name == null || !(a.value() instanceof Num n))
                return fail(
                        "missing-argument",
                        d.function() + " takes " + String.join(", ", names),
                        at);
            if (!name.equals("sigma") && !n.dimension().equals(dimension))
                return fail(
                        "unit-mismatch",
                        Describe.mismatch(
                                name + " of " + d.function() + " has the unit of the attribute",
                                n.dimension(),
                                dimension),
                        at);
            if (n.si() < 0)
                return fail("out-of-range", name + " of " + d.function() + " is below 0", at);
            given.put(name, n);
        }
        return given;
    }

    private @Nullable Distribution make(
            String function, Map<String, Num> given, Expr at, Origin origin) {
        switch (function) {
            case "poisson" -> {
                Num rate = given.get("rate");
                return rate == null
                        ? lack(function, "rate", at)
                        : new Distribution.Poisson(rate.si(), origin);
            }
            case "constant" -> {
                Num value = given.get("value");
                return value == null
                        ? lack(function, "value", at)
                        : new Distribution.Constant(value.si(), origin);
            }
            case "uniform" -> {
                Num low = given.get("low");
                Num high = given.get("high");
                if (low == null || high == null) return lack(function, "low, high", at);
                if (low.si() > high.si())
                    return fail("empty-range", "uniform from low to high: low comes first", at);
                return new Distribution.Uniform(low.si(), high.si(), origin);
            }
            default -> {
                return lognormal(given, at, origin);
            }
        }
    }

    private @Nullable Distribution lognormal(Map<String, Num> given, Expr at, Origin origin) {
        Num median = given.get("median");
        if (median == null) return lack("lognormal", "median", at);
        Num sigma = given.get("sigma");
        if (sigma != null) return new Distribution.Lognormal(median.si(), sigma.si(), origin);
        for (String p : List.of("p90", "p95", "p99")) {
            Num high = given.get(p);
            if (high == null) continue;
            if (high.si() < median.si() || median.si() == 0)
                return fail("empty-range", p + " of a lognormal is not below its median", at);
            return new Distribution.Lognormal(
                    median.si(), Math.log(high.si() / median.si()) / QUANTILES.get(p), origin);
        }
        return lack("lognormal", "p90, p95, p99 or sigma beside its median", at);
    }

    private <T> @Nullable T lack(String function, String what, Expr at) {
        return fail("missing-argument", function + " needs " + what, at);
    }

    private <T> @Nullable T fail(String code, String message, Expr at) {
        problems.error(code, message, at);
        return null;
    }
}
