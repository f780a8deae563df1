// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Link;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Value;

/** What the links of a topology carry. */
public final class Links {
    private Links() {}

    /**
     * The rate of a topology's link in one direction; of its lowest tier's, if that has its own.
     */
    public static Value rate(Topology topology, Design design) {
        boolean own =
                !topology.tier().isEmpty() && !topology.tier().get(0).value().link().isAbsent();
        return rate(own ? topology.tier().get(0).value().link() : topology.link(), design);
    }

    /** The rate of a link, by its kind or as a plain quantity. */
    public static Value rate(Ref<Link> link, Design design) {
        return link.isElement() ? design.get(link).bandwidth() : link.quantity();
    }

    /** The switch that a reference or a part named {@code switch} names. */
    public static Ref<Switch> switchOf(Topology topology, Topology.Tier tier) {
        return tier.switch_().isAbsent() ? topology.switch_() : tier.switch_();
    }
}
