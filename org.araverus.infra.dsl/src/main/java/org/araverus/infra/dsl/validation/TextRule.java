// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.engine.finding.InfraRule;

/**
 * A rule over a text as it is typed: units as written, names that nobody uses. Its id, severity and
 * configuration are those of every rule. It sees linked names; a proxy is a name that leads
 * nowhere, about which the linker speaks.
 */
public abstract class TextRule extends InfraRule {
    /** Looks at one file and reports what does not fit. */
    public abstract void check(InfraFile file, TextFindings findings);
}
