// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * Memory of weights, gradients and optimizer state on one accelerator, in bytes.
 *
 * <p>{@code parameters} are those of the rank after tensor, pipeline and expert parallelism. Each
 * category is cut by its own count of shards: 1 when every data-parallel rank holds the whole, the
 * data-parallel size when the category is sharded (ZeRO 1 shards the optimizer, 2 the gradients
 * too, 3 the weights too).
 */
public final class StateMemory {

    private static final String ZERO = "arXiv:1910.02054 section 5";

    private StateMemory() {}

    /** Weights as kernels read them. */
    @Formula(id = "memory.weights", unit = "B", source = ZERO, text = "parameters bytes / shards")
    public static double weights(double parameters, double bytes, double shards) {
        return parameters * bytes / shards;
    }

    /** Gradients as they are accumulated over the micro-batches. */
    @Formula(id = "memory.gradients", unit = "B", source = ZERO, text = "parameters bytes / shards")
    public static double gradients(double parameters, double bytes, double shards) {
        return parameters * bytes / shards;
    }

    /** Optimizer state, the master copy of the weights included (Adam in fp32: 12 bytes). */
    @Formula(id = "memory.optimizer", unit = "B", source = ZERO, text = "parameters bytes / shards")
    public static double optimizer(double parameters, double bytes, double shards) {
        return parameters * bytes / shards;
    }

    /** Gradients of weights as products give them, before they are added to those kept. */
    @Formula(
            id = "memory.gradients_apart",
            unit = "B",
            source =
                    "products without gradient_accumulation_fusion (NVIDIA/Megatron-LM"
                            + " arguments.py); which ones lie side by side at the peak: fitted to"
                            + " the ten peaks of MooreThreads/SimuMax",
            text = "bytes (vocabulary + width h)")
    public static double gradientsApart(
            double bytes, double vocabulary, double width, double hidden) {
        return bytes * (vocabulary + width * hidden);
    }

    /** Key-value cache of one token with grouped heads, all layers, on one of {@code tp} ranks. */
    @Formula(
            id = "memory.kv_token",
            unit = "B",
            source = "keys and values of each layer; a head is not cut below one rank",
            text = "2 L k d bytes / min(tp, k)")
    public static double kvToken(
            double layers, double kvHeads, double headDim, double bytes, double tp) {
        return 2 * layers * kvHeads * headDim * bytes / Math.min(tp, kvHeads);
    }

    /** Key-value cache of one token with latent attention, all layers; each rank holds it whole. */
    @Formula(
            id = "memory.kv_token_latent",
            unit = "B",
            source = "arXiv:2405.04434 section 2.1.2",
            text = "L (kv_r + d_r) bytes")
    public static double kvTokenLatent(double layers, double kvRank, double ropeDim, double bytes) {
        return layers * (kvRank + ropeDim) * bytes;
    }

    /** Everything on one accelerator while it trains. */
    @Formula(
            id = "memory.peak",
            unit = "B",
            source = "sum",
            text =
                    "weights + gradients + optimizer + activations + recomputation + logits + context")
    public static double peak(
            double weights,
            double gradients,
            double optimizer,
            double activations,
            double recomputation,
            double logits,
            double context) {
        return weights + gradients + optimizer + activations + recomputation + logits + context;
    }

    /** Key-value cache of the requests that a rank works on. */
    @Formula(
            id = "memory.kv_cache",
            unit = "B",
            source = "sum over the requests",
            text = "requests tokens bytes")
    public static double kvCache(double requests, double tokens, double bytes) {
        return requests * tokens * bytes;
    }

    /** Key-value cache of one request on all accelerators that share it, copies included. */
    @Formula(
            id = "memory.kv_request",
            unit = "B",
            source = "sum over ranks and stages",
            text = "tokens bytes ranks stages")
    public static double kvRequest(double tokens, double bytes, double ranks, double stages) {
        return tokens * bytes * ranks * stages;
    }
}
