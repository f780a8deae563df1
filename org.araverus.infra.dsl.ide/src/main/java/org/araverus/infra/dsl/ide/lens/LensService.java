// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.lens;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.ide.diagnostics.LspDiagnostics;
import org.araverus.infra.dsl.ide.schedule.Answer;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.report.render.Headline;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;

/** The lenses of a file: one for each line that an evaluate's answer has. */
public final class LensService {
    /** The client's command that opens the report: arguments are the file and the evaluate. */
    public static final String SHOW_REPORT = "infra.showReport";

    private static final String IN_THE_WAY = "an error stands in the way";

    private LensService() {}

    /**
     * The lenses.
     *
     * @param uri as the client names the file
     */
    public static List<CodeLens> of(String uri, List<Answer> answers) {
        List<CodeLens> all = new ArrayList<>();
        for (Answer a : answers)
            for (String line : lines(a))
                all.add(
                        new CodeLens(
                                LspDiagnostics.range(a.place()),
                                new Command(line, SHOW_REPORT, List.of(uri, a.simpleName())),
                                null));
        return all;
    }

    private static List<String> lines(Answer a) {
        Evaluation e = a.whole();
        return e == null ? List.of(IN_THE_WAY) : Headline.of(e);
    }
}
