// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;

/** A host processor. */
@Kind(value = "cpu", doc = "A host processor")
public record Cpu(
        Header header,
        @Attribute(doc = "Power of one") Accelerator.DevicePower power,
        @Attribute(doc = "Price of one", unit = "USD", min = 0) Value price,
        @Attribute(doc = "From order to delivery", unit = "s", min = 0) Value leadTime)
        implements Element {}
