// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;

/**
 * A kind of link. Reached rate of a message of S bytes = efficiency x bandwidth x S / (S +
 * half_size).
 */
@Kind(value = "link", doc = "A kind of link: cable, lane, backplane")
public record Link(
        Header header,
        @Attribute(doc = "Rate in one direction", unit = "B/s", min = 1) Value bandwidth,
        @Attribute(doc = "Time of one hop without load, software included", unit = "s", min = 0)
                Value latency,
        @Attribute(
                        doc = "Reached share of the rate by collectives with large messages",
                        unit = "%",
                        min = 0,
                        max = 1)
                Value efficiency,
        @Attribute(doc = "Message at which half of that is reached", unit = "B", min = 0)
                Value halfSize,
        @Attribute(doc = "The longest cable that it runs over", unit = "m", min = 0) Value reach,
        @Attribute(doc = "Draw of the modules at its two ends", unit = "W", min = 0) Value power,
        @Attribute(doc = "Price of one, both ends included", unit = "USD", min = 0) Value price,
        @Attribute(doc = "From order to delivery", unit = "s", min = 0) Value leadTime)
        implements Element {}
