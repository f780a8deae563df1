// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.List;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.report.render.FindingsText;

/** Says why an evaluate is not evaluated, each list of errors once. */
final class Refusals {
    private final Terminal terminal;
    private List<Shown> said = List.of();

    Refusals(Terminal terminal) {
        this.terminal = terminal;
    }

    void say(Candidate c, List<Shown> errors) {
        if (!said.equals(errors)) {
            FindingsText findings =
                    new FindingsText(terminal.errPaint(), terminal.glyphs(), c.sources());
            terminal.err().print(findings.findings(errors) + "\n");
            said = errors;
        }
        terminal.err().println(c.simpleName() + " is not evaluated: an error stands in the way");
    }
}
