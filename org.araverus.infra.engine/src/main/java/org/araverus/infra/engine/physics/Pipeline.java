// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * How layers are dealt to the stages of a pipeline.
 *
 * <p>L layers go to p v chunks; chunk j lies on stage j mod p. Where L does not divide and L + 2
 * does, embedding and head hold a layer's place each, so that the first and the last chunk get one
 * layer less (the deal of Llama 3, arXiv:2407.21783 section 3.3.2). Else chunks get as equal counts
 * as whole layers allow.
 */
public final class Pipeline {

    private static final String DEAL = "chunks as equal as whole layers allow";

    private Pipeline() {}

    /** Layers before chunk {@code index}. */
    @Formula(
            id = "pipeline.layers_before",
            unit = "1",
            source = DEAL,
            text = "index (L + 2) / chunks - 1 if that is whole, else floor(index L / chunks)")
    public static double layersBefore(double layers, double chunks, double index) {
        double each = layers / chunks;
        double withEnds = (layers + 2) / chunks;
        if (each == Math.floor(each) || withEnds != Math.floor(withEnds)) {
            return Math.floor(index * layers / chunks);
        }
        double before = index * withEnds - 1;
        return Math.max(0, Math.min(layers, before));
    }

    /**
     * Layers of one stage between two places of the model: all of its layers for 0 and L, those
     * without experts for 0 and their number.
     */
    @Formula(
            id = "pipeline.stage_layers",
            unit = "1",
            source = DEAL,
            text = "sum over the stage's chunks of the layers in from .. to")
    public static double stageLayers(
            double layers, double stages, double chunks, double stage, double from, double to) {
        double count = 0;
        double all = stages * chunks;
        for (double chunk = stage; chunk < all; chunk += stages) {
            double first = Math.max(from, layersBefore(layers, all, chunk));
            double last = Math.min(to, layersBefore(layers, all, chunk + 1));
            count += Math.max(0, last - first);
        }
        return count;
    }

    /** Time of forward and backward of one micro-batch on one stage. */
    @Formula(
            id = "stage.time",
            unit = "s",
            source = "sum",
            text = "n_d dense + n_m moe + ends + transfers")
    public static double stageTime(
            double denseLayers,
            double dense,
            double moeLayers,
            double moe,
            double ends,
            double transfers) {
        return denseLayers * dense + moeLayers * moe + ends + transfers;
    }

    /** Parameters of one stage on one rank. */
    @Formula(
            id = "parameters.stage",
            unit = "1",
            source = "sum",
            text = "n_d dense + n_m moe + ends")
    public static double stageParameters(
            double denseLayers, double dense, double moeLayers, double moe, double ends) {
        return denseLayers * dense + moeLayers * moe + ends;
    }
}
