// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.finding;

import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.evaluate.Evaluation;

/**
 * Runs rules over a design or an evaluation. A rule whose inputs are not all known says nothing
 * about that element; its neighbours still speak.
 */
public final class RuleRunner {
    private final List<InfraRule> rules;

    public RuleRunner(RuleSource... sources) {
        this.rules = java.util.Arrays.stream(sources).flatMap(s -> s.rules().stream()).toList();
    }

    public List<InfraRule> rules() {
        return rules;
    }

    /** What the rules over designs say. */
    public List<Finding> check(Design design) {
        Findings findings = new Findings();
        for (InfraRule rule : rules)
            if (rule instanceof DesignRule<?> r)
                for (Element e : design.elements().values()) check(r, e, design, findings);
        return findings.all();
    }

    /** What the rules over evaluations say. */
    public List<Finding> check(Evaluation evaluation, Design design) {
        Findings findings = new Findings();
        for (InfraRule rule : rules)
            if (rule instanceof EvaluationRule r)
                for (Evaluation.Run run : evaluation.runs())
                    findings.guarded(() -> r.check(run, evaluation, design, findings));
        return findings.all();
    }

    private static <E extends Element> void check(
            DesignRule<E> rule, Element e, Design design, Findings findings) {
        if (rule.subject().isInstance(e))
            findings.guarded(() -> rule.check(rule.subject().cast(e), design, findings));
    }
}
