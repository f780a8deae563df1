// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.List;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.report.render.Sources;

/** Evaluates of texts; here the language is loaded. */
final class TextFiles {
    private TextFiles() {}

    /** All that the text has, in its order; none where errors leave none, which is said then. */
    static List<Candidate> read(String path, Terminal terminal) throws UsageException {
        return of(Opened.of(List.of(path), terminal), terminal);
    }

    /** All that opened texts have. */
    static List<Candidate> of(Opened opened, Terminal terminal) throws UsageException {
        List<Compiled> all = opened.evaluates();
        boolean blocked = all.isEmpty() || all.stream().anyMatch(Compiled::blocked);
        List<Shown> errors = blocked ? opened.errors(terminal) : List.of();
        if (all.isEmpty()) {
            if (errors.isEmpty()) throw new UsageException(opened.path() + " has no evaluate");
            terminal.err().print(opened.refusal(errors, terminal));
        }
        Sources sources = opened.sources();
        return all.stream()
                .map(
                        c ->
                                new Candidate(
                                        c.name(),
                                        c.design(),
                                        c.blocked() ? errors : List.of(),
                                        sources))
                .toList();
    }
}
