// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;
import org.araverus.infra.engine.registry.Metric;

/** A machine: parts such as {@code gpu}, {@code cpu}, {@code nic}. */
@Kind(value = "node", doc = "A machine with accelerators", metrics = Node.Metrics.class)
public record Node(
        Header header,
        @Attribute(doc = "Topology over the accelerators inside") Ref<Topology> scaleUp,
        @Attribute(doc = "Power of the whole box") BoxPower power,
        @Attribute(doc = "What it needs to stay cool") Cooling cooling,
        @Attribute(doc = "Height", unit = "m", min = 0) Value size,
        @Attribute(doc = "Weight", unit = "kg", min = 0) Value weight,
        @Attribute(doc = "Price of the whole, parts included", unit = "USD", min = 0) Value price,
        @Attribute(
                        doc = "From order to delivery, if not the longest of its parts'",
                        unit = "s",
                        min = 0)
                Value leadTime)
        implements Element {

    /** What it needs to stay cool. */
    public record Cooling(
            @Attribute(doc = "What carries the heat") Choice<Medium> medium,
            @Attribute(
                            doc = "Share of the heat that goes into the liquid",
                            unit = "%",
                            min = 0,
                            max = 1)
                    Value liquidShare,
            @Attribute(
                            doc = "Accepted temperatures of air or liquid at the inlet",
                            unit = "degC",
                            range = true)
                    Span inlet) {}

    /** Follows from its parts. */
    public record Metrics(
            @Metric(doc = "Accelerators inside", structural = true) Value accelerators,
            @Metric(doc = "Power") Power power) {
        /** Power. */
        public record Power(
                @Metric(doc = "Nameplate, or the sum of the parts'", unit = "W", structural = true)
                        Value nameplate) {}
    }
}
