// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/** Times of one layer and one micro-batch on one rank, in s. */
public final class Layer {

    private static final String SUM = "sum of what follows one another";

    private Layer() {}

    /** Kernels of one direction, as the stack runs them. */
    @Formula(
            id = "layer.kernels",
            unit = "s",
            source = SUM,
            text = "kernel_time (products + attention + elementwise)")
    public static double kernels(
            double kernelTime, double products, double attention, double elementwise) {
        return kernelTime * (products + attention + elementwise);
    }

    /** One direction with the communication that nothing hides. */
    @Formula(
            id = "layer.pass",
            unit = "s",
            source = SUM,
            text = "kernels + tensor + context + expert")
    public static double pass(double kernels, double tensor, double context, double expert) {
        return kernels + tensor + context + expert;
    }

    /** Forward, backward, and what the backward pass computes again. */
    @Formula(id = "layer.time", unit = "s", source = SUM, text = "forward + backward + recomputed")
    public static double time(double forward, double backward, double recomputed) {
        return forward + backward + recomputed;
    }
}
