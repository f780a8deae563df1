// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.PrintStream;
import org.araverus.infra.cli.render.Glyphs;
import org.araverus.infra.cli.render.Paint;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Where a call writes: results to {@code out}, talk to {@code err}.
 *
 * @param colour {@code auto}, {@code always} or {@code never}
 * @param ascii whether the call asks for ASCII alone
 */
record Terminal(PrintStream out, PrintStream err, Environment env, String colour, boolean ascii) {

    /** The options that say how to write. */
    static void addOptions(CommandSpec spec) {
        spec.addOption(
                OptionSpec.builder("--color")
                        .paramLabel("WHEN")
                        .type(String.class)
                        .description("auto (on a terminal, the default), always or never")
                        .build());
        spec.addOption(
                OptionSpec.builder("--ascii")
                        .type(boolean.class)
                        .description("no signs beyond ASCII")
                        .build());
    }

    /** The same with what the call says. */
    Terminal with(ParseResult given) throws UsageException {
        String when = Choices.of(given, "--color", "auto", "always", "never");
        return new Terminal(out, err, env, when, given.hasMatchedOption("--ascii"));
    }

    Paint outPaint() {
        return paint(env.outIsTerminal());
    }

    Paint errPaint() {
        return paint(env.errIsTerminal());
    }

    private Paint paint(boolean terminal) {
        boolean on =
                switch (colour) {
                    case "always" -> true;
                    case "never" -> false;
                    default -> env.colours(terminal);
                };
        return on ? Paint.ON : Paint.OFF;
    }

    Glyphs glyphs() {
        return ascii || !env.unicode() ? Glyphs.ASCII : Glyphs.UNICODE;
    }
}
