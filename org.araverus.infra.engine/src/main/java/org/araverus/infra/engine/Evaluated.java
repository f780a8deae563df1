// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.Policy;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Finding;
import org.araverus.infra.engine.finding.RuleRunner;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.json.Canonical;
import org.araverus.infra.engine.json.DesignJson;
import org.araverus.infra.engine.json.EvaluationJson;
import org.araverus.infra.engine.json.UnreadableDesign;
import org.araverus.infra.engine.rules.BuiltInRules;
import org.jspecify.annotations.Nullable;

/**
 * A compiled design with what the rules say of it and what it comes to.
 *
 * @param findings of the rules over the design, then of those over its evaluation
 * @param evaluation null where an error among the findings stands in the way
 */
public record Evaluated(Design design, List<Finding> findings, @Nullable Evaluation evaluation) {

    public Evaluated {
        findings = List.copyOf(findings);
    }

    /** Checks and evaluates a design with the rules that come with the engine. */
    public static Evaluated of(Design design) {
        RuleRunner rules = new RuleRunner(new BuiltInRules());
        List<Finding> findings = new ArrayList<>(regarded(rules.check(design), design));
        if (hasError(findings, design)) return new Evaluated(design, findings, null);
        Evaluation evaluation = ClosedForm.evaluate(design);
        findings.addAll(regarded(rules.check(evaluation, design), design));
        return new Evaluated(design, findings, hasError(findings, design) ? null : evaluation);
    }

    /**
     * The same, where rules and evaluation have been asked already.
     *
     * @param design under the policy that holds
     * @param before what the rules say of the design
     * @param evaluation what it comes to
     * @param after what the rules say of that
     */
    public static Evaluated of(
            Design design, List<Finding> before, Evaluation evaluation, List<Finding> after) {
        List<Finding> findings = new ArrayList<>(regarded(before, design));
        if (hasError(findings, design)) return new Evaluated(design, findings, null);
        findings.addAll(regarded(after, design));
        return new Evaluated(design, findings, hasError(findings, design) ? null : evaluation);
    }

    /** Findings with the severity that the design gives their rules; without those it turns off. */
    private static List<Finding> regarded(List<Finding> findings, Design design) {
        List<Finding> all = new ArrayList<>();
        for (Finding f : findings) {
            String word = design.policy().severities().get(f.rule());
            if (word == null) all.add(f);
            else if (!word.equals("off")) all.add(f.with(severity(word)));
        }
        return all;
    }

    private static Severity severity(String word) {
        return Severity.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Reads a compiled design that is to be evaluated. */
    public static Design read(String text) throws UnreadableDesign {
        Design design = DesignJson.read(text);
        if (design.elements().get(design.name()) instanceof Evaluate) return design;
        throw new UnreadableDesign("there is no evaluate in this design", 0, 0);
    }

    private static boolean hasError(List<Finding> findings, Design design) {
        return findings.stream()
                .anyMatch(f -> f.severity() == Severity.ERROR && accepted(f, design) == null);
    }

    /** The reason for which the design accepts a finding; null if it does not. */
    public static @Nullable String accepted(Finding finding, Design design) {
        String key = Policy.key(finding.rule(), finding.origin());
        return design.policy().accepted().get(key);
    }

    /** Whether there is an evaluation and all that is required is met. */
    public boolean fine() {
        return evaluation != null && evaluation.met();
    }

    /** As canonical JSON, in the shape of the published schema. */
    public String json() {
        return Canonical.write(tree());
    }

    /** What {@link #json} writes, as a tree that may stand in a greater one. */
    public Map<String, Object> tree() {
        return EvaluationJson.tree(
                design,
                evaluation,
                EvaluationJson.findings(design, findings, f -> accepted(f, design)));
    }
}
