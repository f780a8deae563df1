// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.design.Recompute;
import org.araverus.infra.engine.evaluate.Evaluation;

/** What came of a row. */
sealed interface Outcome {
    /** The row. */
    Row row();

    /**
     * A prediction beside the measurement; both in seconds of a step, bytes, or a share.
     *
     * @param recompute what was recomputed in it
     * @param text the text that was evaluated
     * @param peer what the peer predicts; NaN where there is none
     * @param fits whether its memory fits
     * @param laws what was filled in
     * @param errors ids of rules that call the run an error, though somebody ran it
     */
    record Predicted(
            Row row,
            Cut cut,
            Recompute recompute,
            String text,
            double measured,
            double predicted,
            double peer,
            boolean fits,
            Evaluation.Run run,
            List<Evaluation.Assumption> assumptions,
            Map<Law, String> laws,
            List<String> errors)
            implements Outcome {

        /** Predicted over measured, less one: above zero is too slow, or too much. */
        double error() {
            return predicted / measured - 1;
        }

        /** The same of the peer. */
        double peerError() {
            return peer / measured - 1;
        }
    }

    /**
     * No prediction.
     *
     * @param why in a few words, the same for rows of one sort
     */
    record Missing(Row row, String why) implements Outcome {}
}
