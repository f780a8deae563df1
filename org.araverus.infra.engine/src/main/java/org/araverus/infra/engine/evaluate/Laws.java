// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why an input has its number where no text gives that number as it is. */
final class Laws {

    /** A number of the layout: what the workload says, or what follows for it. */
    static final String LAYOUT = "layout";

    static final String CONSTANT = "constant";
    static final String DEFAULT = "default where nothing is written";
    static final String COUNTED = "counted from the parts";

    private static final Map<Integer, String> BY_CELL = new HashMap<>();

    static {
        for (int cell : new int[] {ZERO, ONE, TWO, HALF}) BY_CELL.put(cell, CONSTANT);
        BY_CELL.put(MATRICES, "3 with a gate, 2 without");
        BY_CELL.put(EMBEDDINGS, "1 where head and embedding are tied, else 2");
        BY_CELL.put(NORM_VECTORS, "2 with biases, 1 without");
        BY_CELL.put(ACCELERATORS, "counted in what the placement names");
        BY_CELL.put(KERNELS, "2 in serving engines, which fuse them; 6 in training");
        BY_CELL.put(TILE, "128 rows in training, no padding in serving");
        BY_CELL.put(LAYER_KERNELS, "10, with latent attention 20, counted");
        BY_CELL.put(EXPERT_KERNELS, "8, counted: router, sorting, products, sums");
        BY_CELL.put(TWO_BATCHES, "2 with two_batches, else 1");
        BY_CELL.put(PREFILL_TWO_BATCHES, "2 with two_batches, else 1");
        BY_CELL.put(CAPTURED, "1 unless the stack says otherwise");
        BY_CELL.put(BACKWARD_ATTENTION, "2.5 with scores computed again, 2 with scores kept");
        BY_CELL.put(LOGIT_BYTES, "2 bytes of the logit and 4 of its gradient");
        BY_CELL.put(OVERLAPS, "1 where the stack does so, else 0");
        BY_CELL.put(APART_BYTES, "none where products add in place, else those of the precision");
        BY_CELL.put(ADAPTED, "counted from the rank and the sizes of the model");
        BY_CELL.put(ADAPTED_VISITED, "counted from the rank and the sizes of the model");
        BY_CELL.put(RESERVED, Defaults.RESERVED_LAW);
        BY_CELL.put(BYTES, "bytes of the precision, from 2 to 4");
        BY_CELL.put(OP_BYTES, "bytes of the precision");
        BY_CELL.put(WEIGHT_OPERAND, "bytes of the format of weights, else of the precision");
        BY_CELL.put(EXPERT_OPERAND, "bytes of the experts' precision, else of the precision");
        BY_CELL.put(EXPERT_WEIGHT, "bytes of the format of weights, else of the experts'");
        BY_CELL.put(WEIGHT_BYTES, "bytes of the precision, from 2 to 4");
        BY_CELL.put(KV_BYTES, "bytes of the cache's precision, at least 1 by default");
        BY_CELL.put(OUTPUT, "mean of the distribution");
        BY_CELL.put(PROMPT, "mean of the distribution");
        BY_CELL.put(ARRIVALS, "mean rate");
        BY_CELL.put(VARIATION_OF_PROMPTS, "squared coefficient of variation of the distribution");
        BY_CELL.put(VARIATION_OF_ANSWERS, "squared coefficient of variation of the distribution");
        for (int i = 0; i < LEVELS; i++) {
            BY_CELL.put(DIMENSIONS + i, "those of a torus, 3 unless written; 0 with switches");
            BY_CELL.put(DOMAIN + i, "accelerators that reach each other on this level, counted");
        }
    }

    private Laws() {}

    /** The law of an input cell; null where its number is as the text gives it. */
    static @Nullable String of(int cell) {
        return BY_CELL.get(cell);
    }
}
