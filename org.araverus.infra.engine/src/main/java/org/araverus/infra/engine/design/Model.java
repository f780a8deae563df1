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
        @Attribute(doc = "Experts") Experts experts,
        @Attribute(doc = "Multi-head latent attention") Mla mla,
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
            @Attribute(doc = "Leading layers without experts", min = 0, whole = true)
                    Value denseLayers) {}

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
                    Value activeParameters) {}
}
