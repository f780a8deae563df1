// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;

/** A network adapter. */
@Kind(value = "nic", doc = "A network adapter")
public record Nic(
        Header header,
        @Attribute(doc = "Rate of all its ports in one direction", unit = "B/s", min = 1)
                Value bandwidth,
        @Attribute(doc = "Power of one") BoxPower power,
        @Attribute(doc = "Price of one", unit = "USD", min = 0) Value price,
        @Attribute(doc = "From order to delivery", unit = "s", min = 0) Value leadTime)
        implements Element {}
