// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;
import org.araverus.infra.engine.registry.Metric;

/** Racks on one network. */
@Kind(value = "cluster", doc = "Racks on one network", metrics = Cluster.Metrics.class)
public record Cluster(
        Header header,
        @Attribute(doc = "Where it stands") Ref<Site> site,
        @Attribute(doc = "Network over its accelerators") Ref<Topology> network,
        @Attribute(doc = "How it is paid") Finance finance,
        @Attribute(doc = "How it is put up") Deploy deploy,
        @Attribute(doc = "What its jobs write to") Storage storage,
        @Attribute(doc = "How often it is interrupted") Reliability reliability)
        implements Element {

    /** How it is paid. */
    public record Finance(
            @Attribute(doc = "Years of use, as a time", unit = "s", min = 1) Value lifetime,
            @Attribute(doc = "Interest per year", unit = "%", min = 0, max = 1) Value interest,
            @Attribute(
                            doc = "Upkeep per year, as a share of the price",
                            unit = "%",
                            min = 0,
                            max = 1)
                    Value upkeep) {}

    /** How it is put up. */
    public record Deploy(
            @Attribute(
                            doc = "What one crew takes for one rack: place, cable, test",
                            unit = "s",
                            min = 0)
                    Value install,
            @Attribute(doc = "Crews that work side by side", min = 1, whole = true) Value crews,
            @Attribute(doc = "Acceptance test of the whole", unit = "s", min = 0) Value burnIn) {}

    /** What its jobs write to. */
    public record Storage(
            @Attribute(doc = "Bytes that a job writes in a second", unit = "B/s", min = 1)
                    Value write,
            @Attribute(
                            doc = "Bytes that a job reads in a second (default: as it writes)",
                            unit = "B/s",
                            min = 1)
                    Value read) {}

    /** How often it is interrupted. */
    public record Reliability(
            @Attribute(
                            doc =
                                    "Hours of one accelerator between interruptions, whatever the cause",
                            unit = "s",
                            min = 1)
                    Value mtbf,
            @Attribute(
                            doc =
                                    "From an interruption to the next step, reading the checkpoint left out",
                            unit = "s",
                            min = 0)
                    Value restart) {}

    /** What it is and does. */
    public record Metrics(
            @Metric(doc = "Accelerators inside", structural = true) Value accelerators,
            @Metric(doc = "Power") Power power,
            @Metric(doc = "Heat") Heat heat,
            @Metric(doc = "Cost") Cost cost,
            @Metric(doc = "Putting it up") Deployment deploy) {
        /** Power. */
        public record Power(
                @Metric(doc = "Nameplate of all parts", unit = "W", structural = true)
                        Value nameplate,
                @Metric(
                                doc = "Most IT power of the placed workloads",
                                unit = "W",
                                formula = "power.peak")
                        Value peak,
                @Metric(
                                doc = "Facility power, cooling and losses included",
                                unit = "W",
                                formula = "power.facility")
                        Value facility) {}

        /** Heat. */
        public record Heat(
                @Metric(doc = "Heat into the air", unit = "W", formula = "heat.air") Value air,
                @Metric(doc = "Heat into the liquid", unit = "W", formula = "heat.liquid")
                        Value liquid) {}

        /** Cost. */
        public record Cost(
                @Metric(doc = "Price of all parts", unit = "USD", structural = true) Value capex,
                @Metric(
                                doc = "Capital, upkeep and energy",
                                unit = "USD/s",
                                formula = "cost.per_hour")
                        Value perHour) {}

        /** Putting it up. */
        public record Deployment(
                @Metric(doc = "From order to running", unit = "s", formula = "deploy.time")
                        Value time) {}
    }
}
