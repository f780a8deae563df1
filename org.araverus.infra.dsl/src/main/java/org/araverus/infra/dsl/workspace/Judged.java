// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Finding;
import org.araverus.infra.engine.finding.RuleRunner;

/**
 * What the engine says of the design of one evaluate, errors beside it or not: what cannot be
 * computed has no result, and of that rules say nothing. What holds metrics back stays out: that
 * takes longer than the rest, and no finding asks for it.
 *
 * @param findings of the rules over evaluations
 */
public record Judged(Design design, Evaluation evaluation, List<Finding> findings) {

    public Judged {
        findings = List.copyOf(findings);
    }

    /** Asks the engine; touches no text, so that any thread may do it. */
    public static Judged of(Design design, RuleRunner rules) {
        Evaluation evaluation = ClosedForm.answers(design);
        return new Judged(design, evaluation, rules.check(evaluation, design));
    }

    /** The same of a design that differs in its places at most. */
    public Judged with(Design other) {
        return new Judged(other, evaluation, findings);
    }
}
