// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;

/** A kind of switch. */
@Kind(value = "switch", doc = "A kind of switch")
public record Switch(
        Header header,
        @Attribute(doc = "Ports", min = 1, whole = true) Value ports,
        @Attribute(doc = "Rate of a port in one direction", unit = "B/s", min = 1) Value bandwidth,
        @Attribute(doc = "Power of one") BoxPower power,
        @Attribute(doc = "Height", unit = "m", min = 0) Value size,
        @Attribute(doc = "Weight", unit = "kg", min = 0) Value weight,
        @Attribute(doc = "Price of one", unit = "USD", min = 0) Value price,
        @Attribute(doc = "From order to delivery", unit = "s", min = 0) Value leadTime)
        implements Element {}
