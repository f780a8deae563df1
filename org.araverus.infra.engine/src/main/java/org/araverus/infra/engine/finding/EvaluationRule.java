// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.finding;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.Evaluation;

/**
 * A rule over what an evaluate of a design comes to, in closed form. Unknown values as in {@link
 * DesignRule}.
 */
public abstract class EvaluationRule extends InfraRule {
    /** Looks at one placement's result and reports what does not fit. */
    public abstract void check(
            Evaluation.Run run, Evaluation evaluation, Design design, Findings findings);
}
