// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.PrintStream;
import org.araverus.infra.report.render.Glyphs;
import org.araverus.infra.report.render.Paint;

/**
 * Where a call writes: results to {@code out}, talk to {@code err}.
 *
 * @param colour {@code auto}, {@code always} or {@code never}
 * @param ascii whether the call asks for ASCII alone
 */
record Terminal(PrintStream out, PrintStream err, Environment env, String colour, boolean ascii) {

    /** The same with what the call says. */
    Terminal with(Given given) {
        return new Terminal(out, err, env, given.value("--color"), given.has("--ascii"));
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
