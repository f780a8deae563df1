// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report;

import java.util.SortedMap;
import org.araverus.infra.engine.Evaluated;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.evaluate.Derivation;
import org.araverus.infra.engine.evaluate.Evaluation;

/**
 * One evaluate of a report.
 *
 * @param evaluated with an evaluation: no error stands in its way
 * @param derivations how each metric came to be, by name
 */
public record Chapter(Evaluated evaluated, SortedMap<String, Derivation> derivations) {

    /** Of an evaluated design; throws {@link IllegalArgumentException} without an evaluation. */
    public static Chapter of(Evaluated evaluated) {
        if (evaluated.evaluation() == null)
            throw new IllegalArgumentException(evaluated.design().name() + " is not evaluated");
        return new Chapter(evaluated, ClosedForm.explain(evaluated.design()));
    }

    Design design() {
        return evaluated.design();
    }

    Evaluation evaluation() {
        Evaluation e = evaluated.evaluation();
        if (e == null) throw new IllegalStateException("refused when it was made");
        return e;
    }
}
