// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import org.araverus.infra.engine.registry.Attribute;

/** Power of a box. */
public record BoxPower(
        @Attribute(doc = "Nameplate: the most it draws", unit = "W", min = 0) Value max,
        @Attribute(doc = "Draw without work", unit = "W", min = 0) Value idle) {}
