// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.evaluate.Evaluation.Share;

/** What a placement comes to, read off the frame, by name. */
final class Outcome {

    private static final Map<String, Integer> STEP_PARTS = new LinkedHashMap<>();
    private static final Map<String, Integer> TOKEN_PARTS = new LinkedHashMap<>();
    private static final Map<String, Integer> MEMORY_TRAINING = new LinkedHashMap<>();
    private static final Map<String, Integer> MEMORY_SERVING = new LinkedHashMap<>();

    static {
        STEP_PARTS.put("matrix products", B_PRODUCTS);
        STEP_PARTS.put("attention", B_ATTENTION);
        STEP_PARTS.put("elementwise", B_POINTWISE);
        STEP_PARTS.put("recomputation", B_RECOMPUTED);
        STEP_PARTS.put("tp communication", B_TENSOR);
        STEP_PARTS.put("cp communication", B_CONTEXT);
        STEP_PARTS.put("ep communication", B_EXPERT);
        STEP_PARTS.put("pp communication", B_PIPELINE);
        STEP_PARTS.put("pipeline bubble", BUBBLE);
        STEP_PARTS.put("dp communication", DP_SHOWN);
        STEP_PARTS.put("optimizer", OPTIMIZER_TIME);
        TOKEN_PARTS.put("matrix products", B_PRODUCTS);
        TOKEN_PARTS.put("attention", B_ATTENTION);
        TOKEN_PARTS.put("elementwise", B_POINTWISE);
        TOKEN_PARTS.put("tp communication", B_TENSOR);
        TOKEN_PARTS.put("ep communication", B_EXPERT);
        TOKEN_PARTS.put("pp communication", B_PIPELINE);
        TOKEN_PARTS.put("routing", B_ROUTING);
        TOKEN_PARTS.put("host", B_HOST);
        TOKEN_PARTS.put("guesses", B_DRAFTS);
        TOKEN_PARTS.put("prompts of others", INTERRUPTIONS);
        MEMORY_TRAINING.put("weights", M_WEIGHTS);
        MEMORY_TRAINING.put("gradients", M_GRADIENTS);
        MEMORY_TRAINING.put("optimizer", M_OPTIMIZER);
        MEMORY_TRAINING.put("activations", M_ACTIVATIONS);
        MEMORY_TRAINING.put("recomputation", KEPT_WORKING);
        MEMORY_TRAINING.put("logits", M_LOGITS);
        MEMORY_TRAINING.put("context", CONTEXT);
        MEMORY_SERVING.put("weights", M_WEIGHTS);
        MEMORY_SERVING.put("kv cache", KV_CACHE);
        MEMORY_SERVING.put("context", CONTEXT);
    }

    private Outcome() {}

    /** Where the time of a step or a token goes. */
    static List<Share> breakdown(Frame f, boolean serves) {
        return shares(f, serves ? TOKEN_PARTS : STEP_PARTS);
    }

    /** Bytes on the fullest accelerator by category. */
    static List<Share> memory(Frame f, boolean serves) {
        return shares(f, serves ? MEMORY_SERVING : MEMORY_TRAINING);
    }

    /** Bytes of a serving accelerator with the cache of one mean request. */
    static List<Share> oneRequest(Frame f) {
        return List.of(
                new Share("weights", f.get(M_WEIGHTS)),
                new Share("kv cache", f.get(CACHED) * f.get(RANK_KV)),
                new Share("context", f.get(CONTEXT)));
    }

    private static List<Share> shares(Frame f, Map<String, Integer> parts) {
        List<Share> all = new ArrayList<>();
        parts.forEach((name, cell) -> all.add(new Share(name, f.get(cell))));
        return all;
    }

    private static final List<Metric> SERVING =
            List.of(
                    new Metric("throughput", THROUGHPUT, "tok/s", 0),
                    new Metric("ttft.mean", TTFT, "s", 0),
                    new Metric("tpot.mean", TOKEN_TIME, "s", 0),
                    new Metric("e2e.mean", END_TO_END, "s", 0),
                    new Metric("capacity", CAPACITY_REQUESTS, "req/s", 0),
                    new Metric("utilization", OCCUPANCY, "%", 0),
                    new Metric("prompt_time", PROMPT_TIME, "s", 0),
                    new Metric("prompt_each", PROMPT_EACH, "s", 0),
                    new Metric("batches.mean", REQUESTS, "req", 0),
                    new Metric("batches.max", BATCH_LIMIT, "req", Defaults.RESIDUAL_MEMORY),
                    new Metric("rate.requests", REQUEST_RATE, "req/s", 0),
                    new Metric("rate.per_accelerator", PER_ACCELERATOR, "tok/s", 0),
                    new Metric("rate.per_user", PER_USER, "tok/s", 0),
                    new Metric("memory.peak", M_PEAK, "B", Defaults.RESIDUAL_MEMORY),
                    new Metric("memory.weights", M_WEIGHTS, "B", 0),
                    new Metric("memory.kv_cache", KV_CACHE, "B", Defaults.RESIDUAL_MEMORY),
                    new Metric("memory.kv_request", KV_REQUEST, "B", 0));

    /** Where power or heat may lower it. */
    static final Metric CLOCK = new Metric("clock", Cells.CLOCK, "%", 0);

    /** Of engines of which some read prompts and others answer. */
    static final List<Metric> APART =
            List.of(
                    new Metric("transfer", TRANSFER, "s", 0),
                    new Metric("prefill_capacity", READ_CAPACITY, "req/s", 0),
                    new Metric("decode_capacity", ANSWER_CAPACITY, "req/s", 0));

    /** Of training on a cluster with storage. */
    static final List<Metric> SAVED_WORK =
            List.of(
                    new Metric("checkpoint.size", SAVED, "B", 0),
                    new Metric("checkpoint.time", SAVE_TIME, "s", 0),
                    new Metric("checkpoint.stall", STALL, "s", 0));

    /** Of training where checkpoints have an interval, given or by interruptions. */
    static final List<Metric> KEPT =
            List.of(
                    new Metric("checkpoint.interval", BETWEEN, "s", 0),
                    new Metric("goodput.share", GOODPUT, "%", 0),
                    new Metric("goodput.throughput", KEPT_THROUGHPUT, "tok/s", 0));

    private static final List<Metric> TRAINING =
            List.of(
                    new Metric("step_time", STEP, "s", 0),
                    new Metric("mfu", MFU, "%", 0),
                    new Metric("hfu", HFU, "%", 0),
                    new Metric("flops", RATE_FLOPS, "FLOP/s", 0),
                    new Metric("throughput", THROUGHPUT, "tok/s", 0),
                    new Metric("memory.peak", M_PEAK, "B", Defaults.RESIDUAL_MEMORY),
                    new Metric("memory.weights", M_WEIGHTS, "B", 0),
                    new Metric("memory.gradients", M_GRADIENTS, "B", 0),
                    new Metric("memory.optimizer", M_OPTIMIZER, "B", 0),
                    new Metric("memory.activations", M_ACTIVATIONS, "B", Defaults.RESIDUAL_MEMORY));

    /** The cell of each metric of a workload that the closed form gives. */
    static List<Metric> metrics(boolean serves) {
        return serves ? SERVING : TRAINING;
    }

    /**
     * A metric of a workload.
     *
     * @param residual what the closed form misses beyond its inputs, relative; that of times and
     *     powers is moved with the inputs
     */
    record Metric(String name, int cell, String unit, double residual) {}
}
