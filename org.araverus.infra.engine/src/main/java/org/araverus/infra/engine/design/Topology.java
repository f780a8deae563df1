// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import java.util.List;
import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;

/**
 * A network over the accelerators inside the element that holds it (a node's or rack's {@code
 * scale_up}, a cluster's {@code network}). Switches either by count as a part ({@code switch: 4 x
 * NVSwitch3}) or by type, the count following from the endpoints.
 */
@Kind(value = "topology", doc = "A network over accelerators")
public record Topology(
        Header header,
        @Attribute(doc = "Its form") Choice<Shape> shape,
        @Attribute(doc = "Kind of switch") Ref<Switch> switch_,
        @Attribute(doc = "Kind of link, or the rate of one in one direction", orQuantity = "B/s")
                Ref<Link> link,
        @Attribute(doc = "Downlinks over uplinks of every tier but the top one", min = 1)
                Value oversubscription,
        @Attribute(
                        doc = "Rails: separate planes, one for each accelerator of a node",
                        min = 1,
                        whole = true)
                Value rails,
        @Attribute(
                        doc =
                                "Dimensions of a torus, all of one length (default: 3); other shapes have none",
                        min = 1,
                        max = 6,
                        whole = true)
                Value dimensions,
        @Attribute(doc = "Equal tiers", min = 1, max = 5, whole = true) Value tiers,
        @Attribute(doc = "Its longest cable", unit = "m", min = 0) Value length,
        @Attribute(doc = "One tier, from below") List<Named<Tier>> tier)
        implements Element {

    /** One tier. */
    public record Tier(
            @Attribute(doc = "Endpoints of one group at this height", min = 1, whole = true)
                    Value endpoints,
            @Attribute(doc = "Kind of switch") Ref<Switch> switch_,
            @Attribute(
                            doc = "Kind of link, or the rate of one in one direction",
                            orQuantity = "B/s")
                    Ref<Link> link,
            @Attribute(
                            doc = "Rate of its endpoints over the rate that its switches pass on",
                            min = 1)
                    Value oversubscription,
            @Attribute(doc = "Its longest cable (default: the topology's)", unit = "m", min = 0)
                    Value length) {}
}
