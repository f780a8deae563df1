// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.nio.file.Path;
import java.util.List;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.UnreadableInput;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.report.render.FindingsText;
import org.araverus.infra.report.render.Glyphs;
import org.araverus.infra.report.render.Paint;
import org.araverus.infra.report.render.Sources;

/**
 * Texts that are opened.
 *
 * @param path what the call names, for messages
 */
record Opened(String path, Workspace workspace) {

    static Opened of(List<String> paths, Terminal terminal) throws UsageException {
        for (String p : paths)
            if (CompiledFile.is(p))
                throw new UsageException(p + " is a compiled design; infra evaluate reads it");
        String all = String.join(" ", paths);
        List<Path> files = paths.stream().map(Path::of).toList();
        try {
            Workspace w = Progress.during(terminal, "reading " + all, () -> Workspace.open(files));
            return new Opened(all, w);
        } catch (UnreadableInput e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    List<Compiled> evaluates() {
        return workspace.evaluates();
    }

    /** The lines behind the places. */
    Sources sources() {
        return new Sources(workspace::text);
    }

    /** All findings, in the order of the text. */
    List<Shown> findings(Terminal terminal) {
        return Progress.during(terminal, "checking " + path, workspace::check).stream()
                .map(Diagnostic::shown)
                .toList();
    }

    /** The findings for which nothing is made of the text. */
    List<Shown> errors(Terminal terminal) {
        return findings(terminal).stream()
                .filter(f -> f.accepted() == null && f.severity() == Severity.ERROR)
                .toList();
    }

    /** Why nothing is made of it, as check says it. */
    String refusal(List<Shown> errors, Terminal terminal) {
        FindingsText text = text(terminal.errPaint(), terminal.glyphs());
        return text.findings(errors) + "\n" + text.summary(errors, 0, path);
    }

    /** Findings of these texts for a person. */
    FindingsText text(Paint paint, Glyphs glyphs) {
        return new FindingsText(paint, glyphs, sources());
    }
}
