// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the arguments of a call, in this program's words. */
final class Misuse {
    private Misuse() {}

    static String message(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException u -> unmatched(u);
            case OverwrittenOptionException o -> name(o.getOverwritten()) + " is given twice";
            case MissingParameterException m -> missing(m);
            default -> String.valueOf(e.getMessage());
        };
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String first = e.getUnmatched().getFirst();
        if (!first.startsWith("-")) return "too much: " + String.join(" ", e.getUnmatched());
        List<String> options = new ArrayList<>();
        for (OptionSpec o : e.getCommandLine().getCommandSpec().options())
            options.add(o.longestName());
        return "no option "
                + first
                + Nearest.to(first, options).map(o -> "; did you mean " + o + "?").orElse("");
    }

    private static String missing(MissingParameterException e) {
        List<String> names = new ArrayList<>();
        for (ArgSpec a : e.getMissing()) names.add(name(a));
        if (names.isEmpty()) return String.valueOf(e.getMessage());
        return String.join(" and ", names) + (names.size() == 1 ? " is" : " are") + " missing";
    }

    private static String name(ArgSpec a) {
        return a instanceof OptionSpec o ? o.longestName() : a.paramLabel();
    }
}
