// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.engine.Evaluated;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Answer;
import org.araverus.infra.report.render.EvaluationText;
import org.araverus.infra.report.render.Glyphs;
import org.araverus.infra.report.render.Numbers;
import org.araverus.infra.report.render.Paint;

/** {@code infra:evaluate}. */
final class Evaluating implements Work<EvaluateMojo> {
    @Override
    public void run(EvaluateMojo goal) throws MojoExecutionException, MojoFailureException {
        Texts texts = Texts.of(goal);
        if (texts == null) return;
        Results results = new Results(goal);
        List<String> unmet = new ArrayList<>();
        for (Compiled c : results.evaluates(texts, goal.evaluates())) {
            Evaluation evaluation = evaluate(c, goal, results);
            for (Evaluation.Verdict v : evaluation.requirements()) {
                if (v.answer() == Answer.MET) continue;
                String said = c.name() + " " + word(v.answer()) + ": " + v.text();
                if (fails(goal.failOnRequirement(), v.answer())) unmet.add(said);
                else goal.getLog().warn(said);
            }
        }
        if (!unmet.isEmpty()) throw new MojoFailureException(String.join("; ", unmet));
    }

    private static Evaluation evaluate(Compiled c, EvaluateMojo goal, Results results)
            throws MojoExecutionException, MojoFailureException {
        Evaluated done = results.evaluated(c);
        if (goal.formats().contains(EvaluateMojo.Format.json))
            results.write(c.name() + ".evaluation.json", done.json());
        if (goal.formats().contains(EvaluateMojo.Format.text))
            results.write(c.name() + ".evaluation.txt", text(Glyphs.UNICODE, done));
        goal.getLog().info("\n" + text(glyphs(), done).stripTrailing());
        return Objects.requireNonNull(done.evaluation());
    }

    private static String text(Glyphs glyphs, Evaluated done) {
        Evaluation e = Objects.requireNonNull(done.evaluation());
        return new EvaluationText(Paint.OFF, glyphs, Numbers.READABLE, false)
                .write(e, done.design(), Results.counted(done), "");
    }

    /** Signs that the log can show. */
    private static Glyphs glyphs() {
        boolean bars = System.out.charset().newEncoder().canEncode("·█▏");
        return bars ? Glyphs.UNICODE : Glyphs.ASCII;
    }

    /** Whether an answer fails a build. */
    static boolean fails(Unmet on, Answer answer) {
        return switch (answer) {
            case MET -> false;
            case MISSED -> on != Unmet.never;
            case UNDECIDED -> on == Unmet.undecided;
        };
    }

    private static String word(Answer answer) {
        return answer == Answer.MISSED ? "misses a requirement" : "leaves a requirement undecided";
    }
}
