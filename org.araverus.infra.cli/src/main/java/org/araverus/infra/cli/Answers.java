// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.araverus.infra.engine.Evaluated;
import org.araverus.infra.engine.finding.Finding;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.engine.json.EvaluationJson;
import org.araverus.infra.report.render.EvaluationText;
import org.araverus.infra.report.render.FindingsJson;
import org.jspecify.annotations.Nullable;

/** Evaluates one candidate after the other and prints what comes out. */
final class Answers {
    private final Terminal terminal;
    private final @Nullable EvaluationText text;
    private boolean first = true;
    private final Refusals refusals;

    /** With the form of the text; null for JSON. */
    Answers(Terminal terminal, @Nullable EvaluationText text) {
        this.terminal = terminal;
        this.text = text;
        this.refusals = new Refusals(terminal);
    }

    /** Prints all; the exit code comes back. */
    int print(List<Candidate> all) {
        int code = ExitCode.FINE;
        for (Candidate c : all) {
            boolean fine = c.errors().isEmpty() ? evaluate(c) : refuse(c, c.errors());
            if (!fine) code = ExitCode.NOT_FINE;
        }
        return code;
    }

    private boolean evaluate(Candidate c) {
        long start = System.nanoTime();
        Evaluated done =
                Progress.during(
                        terminal, "evaluating " + c.simpleName(), () -> Evaluated.of(c.design()));
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        if (text == null) {
            terminal.out().print(done.json());
        } else if (done.evaluation() == null) {
            return refuse(c, errors(done));
        } else {
            if (!first) terminal.out().println();
            first = false;
            List<Shown> findings = counted(done);
            terminal.out().print(text.write(done.evaluation(), c.design(), findings, shown(time)));
        }
        return done.fine();
    }

    /** The findings for which there is no evaluation. */
    static List<Shown> errors(Evaluated done) {
        return counted(done).stream().filter(f -> f.severity() == Severity.ERROR).toList();
    }

    private static List<Shown> counted(Evaluated done) {
        List<Shown> all = new ArrayList<>();
        for (Finding f : done.findings())
            if (Evaluated.accepted(f, done.design()) == null) all.add(Shown.of(f, done.design()));
        return all;
    }

    /** Says the errors that stand in the way. */
    private boolean refuse(Candidate c, List<Shown> errors) {
        if (text == null) {
            terminal.out()
                    .print(EvaluationJson.write(c.design(), null, FindingsJson.titled(errors)));
            return false;
        }
        refusals.say(c, errors);
        return false;
    }

    /** Only for a person who watches: elsewhere the same design gives the same bytes. */
    private String shown(Duration time) {
        if (!terminal.env().outIsTerminal()) return "";
        return String.format(Locale.ROOT, "%.0f ms", time.toNanos() / 1e6);
    }
}
