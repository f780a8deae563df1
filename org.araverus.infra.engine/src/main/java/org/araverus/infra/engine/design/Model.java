// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import java.util.List;
import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;
import org.araverus.infra.engine.registry.Metric;

/** A transformer by its sizes. */
@Kind(value = "model", doc = "A neural network by its architecture", metrics = Model.Metrics.class)
public record Model(
        Header header,
        @Attribute(doc = "Other names, by which ledgers and importers find it") List<String> alias,
        @Attribute(doc = "Layers", min = 1, whole = true) Value layers,
        @Attribute(doc = "Width of the residual stream", min = 1, whole = true) Value hidden,
        @Attribute(doc = "Query heads", min = 1, whole = true) Value heads,
        @Attribute(doc = "Key and value heads (default: heads)", min = 1, whole = true)
                Value kvHeads,
        @Attribute(doc = "Width of one head (default: hidden / heads)", min = 1, whole = true)
                Value headDim,
        @Attribute(doc = "Inner width of the MLP", min = 1, whole = true) Value ffn,
        @Attribute(doc = "Entries of the vocabulary", min = 1, whole = true) Value vocab,
        @Attribute(doc = "Longest sequence it was made for", unit = "tok", min = 1) Value context,
        @Attribute(doc = "Entries of a learned table of positions", min = 0, whole = true)
                Value positions,
        @Attribute(doc = "Whether the MLP is gated (SwiGLU): three matrices instead of two")
                Flag gated,
        @Attribute(doc = "Whether embedding and head share one matrix") Flag tied,
        @Attribute(doc = "Whether linear layers and norms have biases") Flag bias,
        @Attribute(
                        doc =
                                "Layers with an MLP or experts, where layers counts them apart from attention (default: layers)",
                        min = 1,
                        whole = true)
                Value mlpLayers,
        @Attribute(doc = "Attention where it is not full and in every layer") Sight attention,
        @Attribute(doc = "Attention over compressed keys (DeepSeek-V4)") Compressed compressed,
        @Attribute(
                        doc = "Residual streams that blocks mix (hyper-connections; default: 1)",
                        min = 1,
                        whole = true)
                Value streams,
        @Attribute(doc = "Layers that carry a state in place of attention") Recurrent recurrent,
        @Attribute(doc = "Experts") Experts experts,
        @Attribute(doc = "Multi-head latent attention") Mla mla,
        @Attribute(
                        doc =
                                "Modules that predict one token further each, a layer and a projection (default: 0); not among its parameters",
                        min = 0,
                        whole = true)
                Value mtp,
        @Attribute(doc = "What its makers print") Published published)
        implements Element {

    /** A mixture of experts. */
    public record Experts(
            @Attribute(doc = "Routed experts of a layer", min = 1, whole = true) Value count,
            @Attribute(doc = "Routed experts that a token visits", min = 1, whole = true)
                    Value active,
            @Attribute(doc = "Inner width of one expert (default: ffn)", min = 1, whole = true)
                    Value ffn,
            @Attribute(doc = "Experts that every token visits", min = 0, whole = true) Value shared,
            @Attribute(
                            doc = "Inner width of one of those (default: that of an expert)",
                            min = 1,
                            whole = true)
                    Value sharedFfn,
            @Attribute(
                            doc = "Width in which routed experts work (default: hidden)",
                            min = 1,
                            whole = true)
                    Value latent,
            @Attribute(doc = "Leading layers without experts", min = 0, whole = true)
                    Value denseLayers) {}

    /** What attention sees, and which layers have it. */
    public record Sight(
            @Attribute(
                            doc = "Layers with attention (default: all that are not recurrent)",
                            min = 0,
                            whole = true)
                    Value layers,
            @Attribute(
                            doc = "Keys that a query sees in layers with a window",
                            unit = "tok",
                            min = 1)
                    Value window,
            @Attribute(doc = "Layers with a window (default: all)", min = 0, whole = true)
                    Value windowed,
            @Attribute(doc = "Whether a gate as wide as its heads scales its output") Flag gate,
            @Attribute(
                            doc =
                                    "Keys that an indexer picks for each query; entries where keys are compressed",
                            unit = "tok",
                            min = 1)
                    Value picked,
            @Attribute(doc = "Heads of the indexer", min = 1, whole = true) Value indexHeads,
            @Attribute(doc = "Width of a head of the indexer", min = 1, whole = true)
                    Value indexDim) {}

    /**
     * Attention whose keys are compressed: behind the window a query sees entries that stand for
     * several tokens. One vector is key and value; queries and output go through narrow widths.
     */
    public record Compressed(
            @Attribute(doc = "Rank of the compressed query", min = 1, whole = true) Value queryRank,
            @Attribute(doc = "Rank of the output of a group of heads", min = 1, whole = true)
                    Value outputRank,
            @Attribute(
                            doc = "Groups of heads whose outputs are projected apart",
                            min = 1,
                            whole = true)
                    Value outputGroups,
            @Attribute(
                            doc = "Tokens of an entry in layers whose indexer picks entries",
                            unit = "tok",
                            min = 1)
                    Value sparseRatio,
            @Attribute(
                            doc = "Layers whose indexer picks entries (default: 0)",
                            min = 0,
                            whole = true)
                    Value sparseLayers,
            @Attribute(
                            doc = "Tokens of an entry in layers that see all entries",
                            unit = "tok",
                            min = 1)
                    Value denseRatio,
            @Attribute(doc = "Layers that see all entries (default: 0)", min = 0, whole = true)
                    Value denseLayers) {}

    /** Layers with a state of fixed size. */
    public record Recurrent(
            @Attribute(doc = "How the state is carried") Choice<Recurrence> kind,
            @Attribute(doc = "How many layers are so", min = 1, whole = true) Value layers,
            @Attribute(doc = "Heads of keys, or groups", min = 1, whole = true) Value keyHeads,
            @Attribute(doc = "Heads of values", min = 1, whole = true) Value valueHeads,
            @Attribute(doc = "Width of a key, the size of the state", min = 1, whole = true)
                    Value keyDim,
            @Attribute(doc = "Width of a value", min = 1, whole = true) Value valueDim,
            @Attribute(doc = "Tokens that the convolution before it sees", min = 1, whole = true)
                    Value conv,
            @Attribute(doc = "Tokens that are computed at once", unit = "tok", min = 1)
                    Value chunk) {}

    /** Multi-head latent attention (DeepSeek-V2). */
    public record Mla(
            @Attribute(doc = "Rank of the compressed query", min = 1, whole = true) Value queryRank,
            @Attribute(doc = "Rank of the compressed key and value", min = 1, whole = true)
                    Value kvRank,
            @Attribute(doc = "Width of a head's rotated part", min = 1, whole = true) Value ropeDim,
            @Attribute(doc = "Width of a head's part without rotation", min = 1, whole = true)
                    Value nopeDim,
            @Attribute(doc = "Width of a head's value", min = 1, whole = true) Value valueDim) {}

    /** What its makers print. */
    public record Published(@Attribute(doc = "Parameters in all", min = 1) Value parameters) {}

    /** Follows from the sizes. */
    public record Metrics(
            @Metric(doc = "Parameters in all", formula = "model.parameters", structural = true)
                    Value parameters,
            @Metric(
                            doc = "Parameters that a token visits",
                            formula = "model.active_parameters",
                            structural = true)
                    Value activeParameters,
            @Metric(
                            doc = "Parameters of the modules that predict further tokens",
                            formula = "model.mtp_parameters",
                            structural = true)
                    Value mtpParameters) {}
}
