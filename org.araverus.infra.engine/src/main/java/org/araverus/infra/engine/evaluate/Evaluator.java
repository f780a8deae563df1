// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

/**
 * Evaluates a plan under a layout in closed form: pure double code that allocates nothing. Results
 * stay in the frame.
 */
final class Evaluator {

    private Evaluator() {}

    /** Time and memory of a training step. */
    static void training(Plan plan, Layout layout, OperatingPoint point, Probe probe, Frame frame) {
        Plan.Traits t = plan.traits();
        frame.watch(probe);
        Sizes.load(frame, plan, layout, point);
        Sizes.widths(frame, t);
        Sizes.trainingTokens(frame, t);
        TrainingMemory.evaluate(frame, t, layout);
        TrainingStep.evaluate(frame, t, layout);
        TrainingResults.evaluate(frame, t, layout);
    }
}
