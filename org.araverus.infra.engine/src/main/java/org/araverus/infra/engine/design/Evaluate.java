// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import java.util.List;
import org.araverus.infra.engine.registry.Kind;
import org.araverus.infra.engine.registry.Metric;

/** Workloads placed on a fleet, to be evaluated together. */
@Kind(
        value = "evaluate",
        doc = "A placement of workloads, to be evaluated",
        metrics = Evaluate.Metrics.class)
public record Evaluate(Header header, List<Placement> placements, List<Requirement> requirements)
        implements Element {

    /** Results of the whole. */
    public record Metrics(@Metric(doc = "Power") Power power, @Metric(doc = "Cost") Cost cost) {
        /** Power of the whole. */
        public record Power(
                @Metric(doc = "Most IT power of the hosts", unit = "W", formula = "power.peak")
                        Value peak,
                @Metric(
                                doc = "Facility power, cooling and losses included",
                                unit = "W",
                                formula = "power.facility")
                        Value facility) {}

        /** Cost of the whole. */
        public record Cost(
                @Metric(
                                doc = "Capital, upkeep and energy of the hosts",
                                unit = "USD/s",
                                formula = "cost.per_hour")
                        Value perHour) {}
    }
}
