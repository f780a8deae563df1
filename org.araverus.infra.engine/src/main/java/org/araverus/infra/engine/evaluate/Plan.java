// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Target;
import org.jspecify.annotations.Nullable;

/**
 * What one placement needs, lowered once from the design into arrays: the number of each input
 * cell, its half width of the 90 % interval and its origin, and the facts that choose formulas.
 *
 * @param values by input cell
 * @param spreads by input cell; 0 for an exact number
 * @param origins by input cell; {@link Origin#NOWHERE} for what no text gives
 * @param laws by input cell: how a number follows that is not as the text gives it; null for others
 * @param made by input cell: how a number was made of several that the text gives; null for others
 * @param traits facts that choose formulas
 */
record Plan(
        double[] values,
        double[] spreads,
        Origin[] origins,
        @Nullable String[] laws,
        @Nullable Derivation[] made,
        Traits traits) {

    /**
     * Facts that choose formulas.
     *
     * @param levels levels of the network, from below
     * @param scaleUpLevels how many of them are scale-up domains
     * @param capped whether the accelerator's draw has a cap, which its clock follows
     * @param adapters which products have adapters, in place of weights that are trained; null for
     *     none
     * @param keeps what is known of how the work of training is kept
     */
    record Traits(
            boolean serves,
            boolean experts,
            boolean latentAttention,
            boolean rotation,
            boolean biases,
            boolean storesScores,
            int levels,
            int scaleUpLevels,
            boolean capped,
            @Nullable Target adapters,
            Keeps keeps) {}

    /**
     * What is known of how the work of training is kept.
     *
     * @param saves whether there is storage for checkpoints
     * @param copies whether training waits for the copy to the host alone
     * @param paced whether the time between checkpoints is given
     * @param interrupted whether it is known how often a job is interrupted
     */
    record Keeps(boolean saves, boolean copies, boolean paced, boolean interrupted) {
        static final Keeps NOTHING = new Keeps(false, false, false, false);

        /** Whether the share of time that is kept follows. */
        boolean goodput() {
            return saves && (paced || interrupted);
        }
    }

    /** The same plan with other inputs; for re-runs. */
    Plan with(double[] other) {
        return new Plan(other, spreads, origins, laws, made, traits);
    }
}
