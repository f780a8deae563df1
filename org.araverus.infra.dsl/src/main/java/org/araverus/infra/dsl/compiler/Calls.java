// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.compiler.Result.Argument;
import org.araverus.infra.dsl.compiler.Result.Items;
import org.araverus.infra.dsl.compiler.Result.Num;
import org.araverus.infra.dsl.infra.Call;
import org.araverus.infra.engine.units.Dimension;

/** Functions of the language. Distributions stay calls until an attribute says what they are of. */
final class Calls {
    private final Problems problems;
    private final Arithmetic arithmetic;

    Calls(Problems problems, Arithmetic arithmetic) {
        this.problems = problems;
        this.arithmetic = arithmetic;
    }

    Result call(Call at, String function, List<Argument> arguments) {
        return switch (function) {
            case "min", "max", "sum" -> fold(at, function, arguments);
            case "ceil", "floor" -> round(at, function, arguments);
            default -> new Result.Dist(function, arguments);
        };
    }

    private Result fold(Call at, String function, List<Argument> arguments) {
        List<Num> all = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Result value = arguments.get(i).value();
            List<Result> values = value instanceof Items l ? l.items() : List.of(value);
            for (Result r : values) {
                if (!(r instanceof Num n))
                    return arithmetic.notANumber(at.getArguments().get(i).getValue(), r);
                if (!all.isEmpty() && !n.dimension().equals(all.get(0).dimension())) {
                    problems.error(
                            "unit-mismatch",
                            Describe.mismatch(
                                    "what " + function + " compares is of one dimension",
                                    all.get(0).dimension(),
                                    n.dimension()),
                            at);
                    return Result.UNKNOWN;
                }
                if (n.point() && function.equals("sum"))
                    return arithmetic.point(at.getArguments().get(i).getValue());
                all.add(n);
            }
        }
        if (all.isEmpty()) {
            problems.error("missing-argument", function + " needs at least one number", at);
            return Result.UNKNOWN;
        }
        Num best = all.get(0);
        for (Num n : all.subList(1, all.size()))
            best =
                    switch (function) {
                        case "sum" ->
                                new Num(
                                        best.si() + n.si(),
                                        Spreads.sum(best.spreads(), 1, n.spreads(), 1),
                                        n.dimension(),
                                        n.plain() && best.plain(),
                                        false);
                        case "min" -> n.si() < best.si() ? n : best;
                        default -> n.si() > best.si() ? n : best;
                    };
        return best;
    }

    private Result round(Call at, String function, List<Argument> arguments) {
        if (arguments.size() != 1) {
            problems.error("missing-argument", function + " takes one number", at);
            return Result.UNKNOWN;
        }
        if (!(arguments.get(0).value() instanceof Num n))
            return arithmetic.notANumber(
                    at.getArguments().get(0).getValue(), arguments.get(0).value());
        if (!n.dimension().isNone()) {
            problems.error(
                    "unit-mismatch",
                    function
                            + " rounds a plain number; divide by a unit first, for example  "
                            + function
                            + "(x / 1 kW)",
                    at);
            return Result.UNKNOWN;
        }
        return new Num(
                function.equals("ceil") ? Math.ceil(n.si()) : Math.floor(n.si()),
                Map.of(),
                Dimension.NONE,
                true,
                false);
    }
}
