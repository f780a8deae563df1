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
    private final Failure failure;

    /** What becomes of a rule that fails. */
    @FunctionalInterface
    public interface Failure {
        /** Takes note of it; false if nobody does, and the run ends with it. */
        boolean isNoted(InfraRule rule, Throwable e);
    }

    /** A rule that fails is a defect, and the run ends with it. */
    public RuleRunner(RuleSource... sources) {
        this((rule, e) -> false, sources);
    }

    public RuleRunner(Failure failure, RuleSource... sources) {
        this.failure = failure;
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
                    run(r, findings, () -> r.check(run, evaluation, design, findings));
        return findings.all();
    }

    private <E extends Element> void check(
            DesignRule<E> rule, Element e, Design design, Findings findings) {
        if (rule.subject().isInstance(e))
            run(rule, findings, () -> rule.check(rule.subject().cast(e), design, findings));
    }

    private void run(InfraRule rule, Findings findings, Runnable check) {
        try {
            findings.guarded(check);
        } catch (RuntimeException | LinkageError e) {
            if (!failure.isNoted(rule, e)) throw e;
        }
    }
}
