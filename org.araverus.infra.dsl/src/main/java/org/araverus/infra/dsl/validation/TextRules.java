// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import java.util.List;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.engine.finding.InfraRule;
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

    /** What the text rules among some rules say about a file. */
    public static List<TextFinding> check(Resource resource, List<InfraRule> rules) {
        TextFindings findings = new TextFindings();
        if (!resource.getContents().isEmpty()
                && resource.getContents().get(0) instanceof InfraFile file)
            for (InfraRule rule : rules) if (rule instanceof TextRule t) t.check(file, findings);
        return findings.all();
    }
}
