// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.schedule;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation with what holds its metrics back. That takes longer than all its numbers, and most
 * edits are over before anybody wants to know: it is made for the first who asks, once. Safe for
 * all threads.
 */
final class Whole {
    private final Design design;
    private @Nullable Evaluation made;

    Whole(Design design) {
        this.design = design;
    }

    synchronized Evaluation evaluation() {
        Evaluation e = made;
        if (e == null) made = e = ClosedForm.evaluate(design);
        return e;
    }
}
