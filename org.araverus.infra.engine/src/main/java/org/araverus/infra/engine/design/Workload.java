// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import java.util.List;
import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;
import org.araverus.infra.engine.registry.Metric;

/** Training or serving of one model. */
@Kind(value = "workload", doc = "Training or serving of a model", metrics = Workload.Metrics.class)
public record Workload(
        Header header,
        Choice<Mode> mode,
        Ref<Model> model,
        List<Requirement> requirements,
        @Attribute(doc = "Software that runs it") Ref<Stack> stack,
        @Attribute(doc = "Number format of its matrix products") Choice<Precision> precision,
        @Attribute(doc = "Tokens of one sequence", unit = "tok", min = 1) Value sequence,
        @Attribute(
                        doc =
                                "Tokens of a document where a sequence is packed with several: attention sees its own alone, in kernels that store no scores (default: sequence)",
                        unit = "tok",
                        min = 1)
                Value document,
        @Attribute(doc = "Sequences of one step, all ranks together", min = 1, whole = true)
                Value batch,
        @Attribute(doc = "Sequences of a micro-batch on one rank", min = 1, whole = true)
                Value microBatch,
        @Attribute(doc = "How training cuts the model") Parallel parallel,
        @Attribute(doc = "What the backward pass computes again") Choice<Recompute> recompute,
        @Attribute(
                        doc =
                                "Low-rank matrices that are trained in place of the weights (LoRA); the weights stay as they are")
                Adapter adapter,
        @Attribute(doc = "Arrivals of requests", unit = "req/s") Distribution arrivals,
        @Attribute(
                        doc =
                                "Requests in flight, where clients send the next one when one is answered (instead of arrivals)",
                        min = 1,
                        whole = true)
                Value concurrency,
        @Attribute(
                        doc =
                                "Most requests that one attention rank answers at once (default: what fits)",
                        min = 1,
                        whole = true)
                Value maxBatch,
        @Attribute(doc = "Tokens of a prompt", unit = "tok") Distribution prompt,
        @Attribute(doc = "Tokens of an answer", unit = "tok") Distribution output,
        @Attribute(doc = "Number format of the KV cache (default: precision, at least 8 bits)")
                Choice<Precision> kvPrecision,
        @Attribute(
                        doc =
                                "Number format in which served attention multiplies queries, keys, values (default: 16 bits)")
                Choice<Precision> attentionPrecision,
        @Attribute(doc = "Number format of the products of served experts (default: precision)")
                Choice<Precision> expertPrecision,
        @Attribute(
                        doc =
                                "How unevenly tokens choose served experts: the n-th most chosen has 1 / n^skew of the first (default: 0, evenly)",
                        min = 0,
                        max = 0.95)
                Value expertSkew,
        @Attribute(
                        doc =
                                "Number format in which served weights are stored, those of the experts where there are experts (default: that of their products)")
                Choice<Precision> weights,
        @Attribute(
                        doc =
                                "Most tokens of prompts that a rank reads in one step (default: one prompt)",
                        unit = "tok",
                        min = 1)
                Value chunk,
        @Attribute(doc = "Tokens that are guessed and checked in one step") Speculative speculative,
        @Attribute(doc = "Engines that read prompts; without this block the decode engines do")
                Engines prefill,
        @Attribute(doc = "Engines that write answers") Engines decode,
        @Attribute(doc = "Checkpoints of training, where the cluster has storage")
                Checkpoint checkpoint)
        implements Element {

    /** How training cuts the model. */
    public record Parallel(
            @Attribute(doc = "Tensor parallel: ranks that share each matrix", min = 1, whole = true)
                    Value tp,
            @Attribute(doc = "Pipeline parallel: stages", min = 1, whole = true) Value pp,
            @Attribute(doc = "Virtual stages on one rank (interleaved 1F1B)", min = 1, whole = true)
                    Value vpp,
            @Attribute(doc = "Context parallel: ranks that share a sequence", min = 1, whole = true)
                    Value cp,
            @Attribute(doc = "Expert parallel: ranks that share the experts", min = 1, whole = true)
                    Value ep,
            @Attribute(
                            doc = "Data parallel: copies (default: what the placement leaves)",
                            min = 1,
                            whole = true)
                    Value dp,
            @Attribute(
                            doc =
                                    "What is sharded over the copies: 0 nothing, 1 optimizer, 2 and gradients, 3 and weights",
                            min = 0,
                            max = 3,
                            whole = true)
                    Value zero,
            @Attribute(doc = "Whether norms are split over the tensor-parallel ranks")
                    Flag sequenceParallel) {}

    /** Low-rank adapters (arXiv:2106.09685): two small matrices beside a frozen one. */
    public record Adapter(
            @Attribute(doc = "Rank: the width between the two matrices", min = 1, whole = true)
                    Value rank,
            @Attribute(
                            doc =
                                    "Products that have an adapter: qkv, attention, all (default: all); routers, indexers, gates, recurrent layers and the head have none")
                    Choice<Target> targets) {}

    /** Speculative decoding. */
    public record Speculative(
            @Attribute(
                            doc =
                                    "Tokens guessed in a step, by the model's modules for further tokens; without such modules guesses take no time",
                            min = 1,
                            whole = true)
                    Value tokens,
            @Attribute(doc = "Share of guesses that hold, each", unit = "%", min = 0, max = 1)
                    Value acceptance) {}

    /** Engines of a serving workload. */
    public record Engines(
            @Attribute(doc = "Tensor parallel: ranks that share each matrix", min = 1, whole = true)
                    Value tp,
            @Attribute(doc = "Pipeline stages", min = 1, whole = true) Value pp,
            @Attribute(doc = "Expert parallel: ranks that share the experts", min = 1, whole = true)
                    Value ep,
            @Attribute(doc = "Data parallel attention ranks of one engine", min = 1, whole = true)
                    Value dp,
            @Attribute(
                            doc =
                                    "Copies of the most chosen experts beside the model's own, on the ranks that share the experts",
                            min = 0,
                            whole = true)
                    Value redundant,
            @Attribute(
                            doc =
                                    "Whether a step works on two halves of its tokens, so that one half's exchange of experts runs beside the other's work (default: no)")
                    Flag twoBatches,
            @Attribute(doc = "Engines", min = 1, whole = true) Value replicas) {}

    /** Checkpoints of training. */
    public record Checkpoint(
            @Attribute(
                            doc = "Time between two (default: Young's, where mtbf is given)",
                            unit = "s",
                            min = 1)
                    Value interval,
            @Attribute(
                            doc =
                                    "Whether training waits for the copy to the host alone (default: for the storage)")
                    Flag asynchronous) {}

    /** What it does where it runs. */
    public record Metrics(
            @Metric(doc = "Time of one optimizer step", unit = "s", formula = "step.time")
                    Value stepTime,
            @Metric(
                            doc = "Model FLOP utilization: model FLOP over peak",
                            unit = "%",
                            formula = "step.mfu")
                    Value mfu,
            @Metric(
                            doc = "Hardware FLOP utilization: recomputation counted",
                            unit = "%",
                            formula = "step.hfu")
                    Value hfu,
            @Metric(
                            doc = "Model FLOP per accelerator and second",
                            unit = "FLOP/s",
                            formula = "step.flops")
                    Value flops,
            @Metric(
                            doc = "Tokens in a second: trained, or written when serving",
                            unit = "tok/s",
                            formula = "throughput")
                    Value throughput,
            @Metric(
                            doc = "Clock of the accelerators over the rated one",
                            unit = "%",
                            formula = "power.capped_clock")
                    Value clock,
            @Metric(doc = "Checkpoints of training") Saved checkpoint,
            @Metric(doc = "What is kept of the work") Goodput goodput,
            @Metric(doc = "Most memory of an accelerator") Memory memory,
            @Metric(doc = "Time to first token", unit = "s") Percentiles ttft,
            @Metric(doc = "Time per output token", unit = "s") Percentiles tpot,
            @Metric(doc = "Time of a whole request") Whole e2e,
            @Metric(
                            doc = "Requests in a second that full engines answer",
                            unit = "req/s",
                            formula = "serving.pool_capacity")
                    Value capacity,
            @Metric(
                            doc =
                                    "Requests answered in a second over capacity; above 100 % arrivals outrun it",
                            unit = "%",
                            formula = "serving.utilization")
                    Value utilization,
            @Metric(
                            doc = "Requests in a second that the engines of prefill read",
                            unit = "req/s",
                            formula = "serving.prompt_capacity")
                    Value prefillCapacity,
            @Metric(
                            doc = "Requests in a second that full engines of decode answer",
                            unit = "req/s",
                            formula = "serving.answer_capacity")
                    Value decodeCapacity,
            @Metric(doc = "Time to read a mean prompt alone", unit = "s") Value promptTime,
            @Metric(
                            doc = "Time for a mean prompt of steps that read as many as fit",
                            unit = "s",
                            formula = "serving.prompt_each")
                    Value promptEach,
            @Metric(doc = "Requests in one engine") Batch batches,
            @Metric(doc = "What a second brings") Rate rate,
            @Metric(
                            doc =
                                    "Time that the cache of a prompt takes to the engine that answers",
                            unit = "s",
                            formula = "collective.send")
                    Value transfer,
            @Metric(doc = "Cost") PerToken.Cost cost,
            @Metric(doc = "Energy") PerToken.Energy energy) {}

    /** Checkpoints of training. */
    public record Saved(
            @Metric(
                            doc = "Weights and optimizer state, each once",
                            unit = "B",
                            formula = "checkpoint.size")
                    Value size,
            @Metric(doc = "Time to write one", unit = "s", formula = "checkpoint.transfer")
                    Value time,
            @Metric(doc = "Time that training waits for one", unit = "s") Value stall,
            @Metric(doc = "Time between two", unit = "s") Value interval) {}

    /** What is kept of the work. */
    public record Goodput(
            @Metric(
                            doc =
                                    "Share of the time in which steps are made that stay: without checkpoints, restarts, and what interruptions undo",
                            unit = "%",
                            formula = "goodput.share")
                    Value share,
            @Metric(
                            doc = "Trained tokens that stay, in a second",
                            unit = "tok/s",
                            formula = "goodput.throughput")
                    Value throughput) {}

    /** Memory of the fullest accelerator. */
    public record Memory(
            @Metric(doc = "In all", unit = "B", formula = "memory.peak") Value peak,
            @Metric(doc = "Weights", unit = "B", formula = "memory.weights") Value weights,
            @Metric(doc = "Gradients", unit = "B", formula = "memory.gradients") Value gradients,
            @Metric(doc = "Optimizer state", unit = "B", formula = "memory.optimizer")
                    Value optimizer,
            @Metric(doc = "Activations", unit = "B", formula = "memory.activations")
                    Value activations,
            @Metric(doc = "KV cache", unit = "B", formula = "memory.kv_cache") Value kvCache,
            @Metric(
                            doc = "KV cache of one mean request, all accelerators of its engine",
                            unit = "B",
                            formula = "memory.kv_request")
                    Value kvRequest) {}

    /** Time of a whole request. */
    public record Whole(
            @Metric(doc = "Mean", unit = "s", formula = "serving.end_to_end") Value mean) {}

    /** Requests in one engine at once. */
    public record Batch(
            @Metric(doc = "Mean", unit = "req", formula = "serving.batch") Value mean,
            @Metric(doc = "Most that fit", unit = "req", formula = "serving.batch_limit")
                    Value max) {}

    /** What a second brings. */
    public record Rate(
            @Metric(doc = "Requests answered", unit = "req/s", formula = "serving.request_rate")
                    Value requests,
            @Metric(
                            doc =
                                    "Tokens written by one accelerator, those that read prompts counted",
                            unit = "tok/s",
                            formula = "serving.per_accelerator")
                    Value perAccelerator,
            @Metric(
                            doc = "Tokens that one user sees once the answer has begun",
                            unit = "tok/s",
                            formula = "serving.per_user")
                    Value perUser) {}

    /** A metric that is a distribution. */
    public record Percentiles(
            @Metric(doc = "Mean", unit = "s") Value mean,
            @Metric(doc = "Median", unit = "s") Value p50,
            @Metric(doc = "95th percentile", unit = "s") Value p95,
            @Metric(doc = "99th percentile", unit = "s") Value p99) {}

    /** Results per token. */
    public interface PerToken {
        /** Cost. */
        record Cost(
                @Metric(
                                doc = "Cost of one token, of one written when serving",
                                unit = "USD/tok",
                                formula = "cost.per_token")
                        Value perToken,
                @Metric(
                                doc = "Cost of a token of a prompt, by the time it takes",
                                unit = "USD/tok",
                                formula = "serving.part_per_token")
                        Value perInputToken,
                @Metric(
                                doc = "Cost of a token of an answer, by the time it takes",
                                unit = "USD/tok",
                                formula = "serving.part_per_token")
                        Value perOutputToken) {}

        /** Energy. */
        record Energy(
                @Metric(
                                doc = "Facility energy of one token, of one written when serving",
                                unit = "J/tok",
                                formula = "energy.per_token")
                        Value perToken,
                @Metric(
                                doc =
                                        "Facility energy of a token of a prompt, by the time it takes",
                                unit = "J/tok",
                                formula = "serving.part_per_token")
                        Value perInputToken,
                @Metric(
                                doc =
                                        "Facility energy of a token of an answer, by the time it takes",
                                unit = "J/tok",
                                formula = "serving.part_per_token")
                        Value perOutputToken) {}
    }
}
