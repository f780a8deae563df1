// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import java.util.List;
import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;

/** Software below a model: functions of operator, size and layout, never of a model's name. */
@Kind(value = "stack", doc = "The software that runs a workload")
public record Stack(
        Header header,
        @Attribute(doc = "Other names, by which ledgers and importers find it") List<String> alias,
        @Attribute(
                        doc = "Time of its kernels over that of the accelerator's efficiency",
                        min = 0.1,
                        max = 10)
                Value kernelTime,
        @Attribute(
                        doc =
                                "Memory traffic of norms, activations, residuals over that of fused kernels",
                        min = 0,
                        max = 10)
                Value elementwiseTraffic,
        @Attribute(
                        doc =
                                "Time of matrix products by number format, over that of the accelerator's efficiency")
                Products products,
        @Attribute(
                        doc = "Rate that its attention kernels reach at most, whatever the peak",
                        unit = "FLOP/s",
                        min = 1)
                Value attentionRate,
        @Attribute(
                        doc = "Time of the experts' grouped products over that of plain ones",
                        min = 0.1,
                        max = 10)
                Value groupedTime,
        @Attribute(
                        doc =
                                "Time of a layer with experts beside its kernels, forward and backward: routing, sorting, waiting for the host",
                        unit = "s",
                        min = 0)
                Value expertLayer,
        @Attribute(doc = "Share of communication that computation does not hide") Exposed exposed,
        @Attribute(doc = "Memory of training state") State state,
        @Attribute(doc = "What it computes again unless a workload says")
                Choice<Recompute> recompute,
        @Attribute(doc = "Whether it splits norms and dropout over the tensor-parallel ranks")
                Flag sequenceParallel,
        @Attribute(
                        doc =
                                "What it shards over data-parallel ranks: 0 nothing, 1 optimizer, 2 and gradients, 3 and weights",
                        min = 0,
                        max = 3,
                        whole = true)
                Value zero,
        @Attribute(doc = "Whether attention kernels keep no score matrix") Flag flashAttention,
        @Attribute(doc = "What serving engines take beside kernels and links") Serving serving)
        implements Element {

    /** Times of products in small formats, casts included. */
    public record Products(
            @Attribute(doc = "8-bit float", min = 0.1, max = 10) Value fp8,
            @Attribute(doc = "4-bit float", min = 0.1, max = 10) Value fp4) {}

    /** Shares of communication that are not hidden. */
    public record Exposed(
            @Attribute(doc = "Tensor parallelism", unit = "%", min = 0, max = 1) Value tp,
            @Attribute(doc = "Context parallelism", unit = "%", min = 0, max = 1) Value cp,
            @Attribute(doc = "Expert parallelism", unit = "%", min = 0, max = 1) Value ep,
            @Attribute(doc = "Pipeline transfers", unit = "%", min = 0, max = 1) Value pp,
            @Attribute(
                            doc =
                                    "Data parallelism: what cannot run beside backward passes; more shows where it outlasts them",
                            unit = "%",
                            min = 0,
                            max = 1)
                    Value dp) {}

    /** Bytes of state for a parameter, and what the framework takes. */
    public record State(
            @Attribute(doc = "Bytes of a parameter's gradient", unit = "B", min = 0, max = 8)
                    Value gradient,
            @Attribute(
                            doc =
                                    "Whether products add a weight's gradient in place (default: yes); otherwise that of the head and that of a block lie beside the others for a while")
                    Flag fusedAccumulation,
            @Attribute(
                            doc = "Bytes of a parameter's optimizer state, master copy included",
                            unit = "B",
                            min = 0,
                            max = 32)
                    Value optimizer,
            @Attribute(
                            doc = "Device memory that context and communication buffers take",
                            unit = "B",
                            min = 0)
                    Value context) {}

    /** What a step of a serving engine waits for the host. */
    public record Host(
            @Attribute(
                            doc =
                                    "Time of a step whatever its requests: scheduling, its inputs, its results (default: none)",
                            unit = "s",
                            min = 0)
                    Value step,
            @Attribute(
                            doc =
                                    "Time that the device waits for the launch of a kernel, in steps that are not replayed from captured graphs",
                            unit = "s",
                            min = 0)
                    Value launch,
            @Attribute(
                            doc =
                                    "Whether steps that write are replayed from captured graphs (default: yes); those that read never are")
                    Flag captured) {}

    /** What serving engines take beside kernels and links. */
    public record Serving(
            @Attribute(
                            doc =
                                    "Overhead of a kernel in a step that is replayed, over that of one alone",
                            unit = "%",
                            min = 0,
                            max = 2)
                    Value launch,
            @Attribute(
                            doc =
                                    "Time of a layer with experts beside its products: routing, sorting",
                            unit = "s",
                            min = 0)
                    Value expertLayer,
            @Attribute(
                            doc = "Time of a step for each request of a rank: sampling, scheduling",
                            unit = "s",
                            min = 0)
                    Value request,
            @Attribute(doc = "What a step waits for the host") Host host,
            @Attribute(
                            doc =
                                    "Steps between two looks at new requests; after prompts it looks at once (default: 1)",
                            min = 1)
                    Value poll,
            @Attribute(
                            doc = "Tokens of an answer that are sent together (default: 1)",
                            unit = "tok",
                            min = 1)
                    Value stream,
            @Attribute(
                            doc = "Time to read a prompt over that of its kernels and exchanges",
                            min = 0.1,
                            max = 10)
                    Value promptTime,
            @Attribute(
                            doc =
                                    "Time before the first token beside the steps: tokens, queues, streams",
                            unit = "s",
                            min = 0)
                    Value firstToken,
            @Attribute(
                            doc = "Latency of an all-reduce for each doubling of its ranks",
                            unit = "s",
                            min = 0)
                    Value allReduce,
            @Attribute(doc = "Latency of an all-to-all, one way", unit = "s", min = 0)
                    Value allToAll,
            @Attribute(
                            doc =
                                    "Whether what experts give travels back beside their last product and the shared experts (default: no)")
                    Flag overlapCombine,
            @Attribute(
                            doc = "Rows of an expert at which its product reaches half of its rate",
                            min = 0)
                    Value halfRows,
            @Attribute(
                            doc = "Share of an accelerator's memory that an engine takes",
                            unit = "%",
                            min = 0.05,
                            max = 1)
                    Value memory) {}
}
