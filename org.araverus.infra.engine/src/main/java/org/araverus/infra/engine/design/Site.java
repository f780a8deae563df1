// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;

/** A data centre. */
@Kind(value = "site", doc = "A data centre: power, weather, prices")
public record Site(
        Header header,
        @Attribute(doc = "Power") Power power,
        @Attribute(doc = "Cooling plant") Cooling cooling,
        @Attribute(doc = "Facility power over IT power", min = 1, max = 5) Value pue,
        @Attribute(doc = "Price of electricity", unit = "USD/J", min = 0) Value electricity,
        @Attribute(doc = "Wet bulb outside, design day", unit = "degC") Value wetBulb)
        implements Element {

    /** Power of a site. */
    public record Power(
            @Attribute(doc = "The most it may draw, cooling included", unit = "W", min = 0)
                    Value budget,
            @Attribute(doc = "From contract to power, if it is not there yet", unit = "s", min = 0)
                    Value leadTime,
            @Attribute(
                            doc =
                                    "Whether a power manager lowers the clocks of its accelerators to keep the budget")
                    Flag capping) {}

    /** Cooling plant of a site. */
    public record Cooling(
            @Attribute(doc = "Heat that it rejects", unit = "W", min = 0) Value capacity,
            @Attribute(
                            doc =
                                    "Supply of the liquid over the wet bulb at full load, towers and exchangers together",
                            unit = "K",
                            min = 0)
                    Value approach,
            @Attribute(
                            doc = "From order to cold water, if it is not there yet",
                            unit = "s",
                            min = 0)
                    Value leadTime,
            @Attribute(
                            doc =
                                    "Whether its accelerators lower their clocks to give no more heat than the plant rejects")
                    Flag throttling) {}
}
