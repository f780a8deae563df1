// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import java.util.List;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.engine.finding.InfraRule;
import org.araverus.infra.engine.finding.RuleRunner;
import org.araverus.infra.engine.finding.RuleSource;
import org.eclipse.emf.ecore.resource.Resource;

/** The built-in rules over texts. */
public final class TextRules implements RuleSource {
    private static final List<InfraRule> ALL =
            List.of(new ByteBitSlip(), new DirectionSlip(), new UnusedImport(), new UnusedLet());

    @Override
    public List<InfraRule> rules() {
        return ALL;
    }

    /**
     * What the text rules among some rules say about a file.
     *
     * @param failure takes note of a rule that fails; one that nobody notes ends the check
     */
    public static List<TextFinding> check(
            Resource resource, List<InfraRule> rules, RuleRunner.Failure failure) {
        TextFindings findings = new TextFindings();
        if (!resource.getContents().isEmpty()
                && resource.getContents().get(0) instanceof InfraFile file)
            for (InfraRule rule : rules)
                if (rule instanceof TextRule t) check(t, file, findings, failure);
        return findings.all();
    }

    private static void check(
            TextRule rule, InfraFile file, TextFindings findings, RuleRunner.Failure failure) {
        try {
            rule.check(file, findings);
        } catch (RuntimeException | LinkageError e) {
            if (!failure.isNoted(rule, e)) throw e;
        }
    }
}
