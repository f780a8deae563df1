// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.ide.schedule.Answer;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.engine.Evaluated;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.report.Chapter;
import org.araverus.infra.report.Program;
import org.araverus.infra.report.Report;
import org.jspecify.annotations.Nullable;

/** What {@code infra report} and {@code infra evaluate} write, for a file that is edited. */
public final class ReportService {
    /**
     * Arguments: a file, and the name of an evaluate or nothing. The answer has {@code html} (a
     * whole page that loads nothing), {@code title}, {@code evaluates} (names in the file) and
     * {@code evaluate} (the one shown); where there is nothing to show {@code html} is null and
     * {@code message} says why.
     */
    public static final String REPORT = "infra.report";

    /** The same arguments; the answer is the JSON of {@code infra evaluate}, as text. */
    public static final String EVALUATE = "infra.evaluate";

    private ReportService() {}

    /**
     * The page of one evaluate.
     *
     * @param file its name without a folder
     * @param name of the evaluate, simple or qualified; null for the first
     * @param findings of the file, accepted ones included
     */
    public static Map<String, @Nullable Object> report(
            String file, @Nullable String name, List<Answer> answers, List<Diagnostic> findings) {
        Answer answer = named(name, answers);
        if (answer == null) return nothing(none(file, name));
        Evaluated whole = whole(answer);
        if (whole == null) return nothing(answer.simpleName() + ": an error stands in the way");
        Report report =
                new Report(
                        file.replaceAll("\\.infra$", ""),
                        Program.version(),
                        List.of(Chapter.of(whole)),
                        findings.stream().map(Diagnostic::shown).toList());
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("html", report.html());
        all.put("title", answer.simpleName());
        all.put("evaluates", answers.stream().map(Answer::simpleName).toList());
        all.put("evaluate", answer.simpleName());
        return all;
    }

    /** The numbers of one evaluate; null where it is not there, or an error stands in the way. */
    public static @Nullable String evaluate(@Nullable String name, List<Answer> answers) {
        Answer answer = named(name, answers);
        Evaluated whole = answer == null ? null : whole(answer);
        return whole == null ? null : whole.json();
    }

    /** With what holds its metrics back; null where an error stands in the way. */
    private static @Nullable Evaluated whole(Answer a) {
        Evaluation e = a.whole();
        Evaluated known = a.evaluated();
        return e == null ? null : new Evaluated(known.design(), known.findings(), e);
    }

    private static @Nullable Answer named(@Nullable String name, List<Answer> answers) {
        for (Answer a : answers)
            if (name == null || a.name().equals(name) || a.simpleName().equals(name)) return a;
        return null;
    }

    private static String none(String file, @Nullable String name) {
        return name == null ? file + " has no evaluate" : "no evaluate " + name + " in " + file;
    }

    private static Map<String, @Nullable Object> nothing(String message) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("html", null);
        all.put("message", message);
        return all;
    }
}
