// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;
import org.araverus.infra.engine.registry.Metric;

/** A rack: nodes, switches, other parts, and what power and cooling it gets. */
@Kind(value = "rack", doc = "A rack with nodes and switches", metrics = Rack.Metrics.class)
public record Rack(
        Header header,
        @Attribute(doc = "Topology over the accelerators inside") Ref<Topology> scaleUp,
        @Attribute(doc = "Power") Power power,
        @Attribute(doc = "Cooling") Cooling cooling,
        @Attribute(doc = "Height that parts may take", unit = "m", min = 0) Value size,
        @Attribute(doc = "Weight that rack and floor carry", unit = "kg", min = 0)
                Value weightLimit,
        @Attribute(doc = "Price of the whole, parts included", unit = "USD", min = 0) Value price,
        @Attribute(
                        doc = "From order to delivery, if not the longest of its parts'",
                        unit = "s",
                        min = 0)
                Value leadTime)
        implements Element {

    /** Power of a rack. */
    public record Power(
            @Attribute(doc = "The most it may draw", unit = "W", min = 0) Value budget,
            @Attribute(
                            doc = "Nameplate of the whole, if not the sum of its parts",
                            unit = "W",
                            min = 0)
                    Value max,
            @Attribute(doc = "Number of feeds", min = 1, max = 16, whole = true) Value feeds,
            @Attribute(doc = "How many feeds may fail without harm") Choice<Redundancy> redundancy,
            @Attribute(doc = "One feed") Feed feed,
            @Attribute(
                            doc =
                                    "Whether a power manager lowers the clocks of its accelerators to keep the budget and what its feeds carry")
                    Flag capping) {}

    /** One feed. */
    public record Feed(
            @Attribute(doc = "The most that its breaker carries", unit = "W", min = 0) Value limit,
            @Attribute(
                            doc = "Share of it that may be used without end (0.8 by NEC 210.20)",
                            unit = "%",
                            min = 0,
                            max = 1)
                    Value derating) {}

    /** Cooling of a rack. */
    public record Cooling(
            @Attribute(doc = "Heat that the air takes away", unit = "W", min = 0) Value air,
            @Attribute(doc = "Heat that the liquid takes away", unit = "W", min = 0) Value liquid,
            @Attribute(doc = "Air at the inlet", unit = "degC") Value inlet,
            @Attribute(doc = "Liquid at the inlet", unit = "degC") Value supply,
            @Attribute(doc = "Flow of the liquid", unit = "m^3/s", min = 0) Value flow,
            @Attribute(doc = "The liquid (default: pg25)") Choice<Coolant> coolant,
            @Attribute(doc = "The most that the liquid may warm up", unit = "K", min = 0)
                    Value rise,
            @Attribute(
                            doc =
                                    "Whether its accelerators lower their clocks to give no more heat than air and liquid take")
                    Flag throttling) {}

    /** Follows from its parts. */
    public record Metrics(
            @Metric(doc = "Accelerators inside", structural = true) Value accelerators,
            @Metric(doc = "Power") MetricsPower power) {
        /** Power. */
        public record MetricsPower(
                @Metric(doc = "Nameplate, or the sum of the parts'", unit = "W", structural = true)
                        Value nameplate) {}
    }
}
