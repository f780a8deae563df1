// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Link;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Value;

/** What the links of a topology carry. */
public final class Links {
    private Links() {}

    /** The rate of the lowest link of a topology in one direction. */
    public static Value rate(Topology topology, Design design) {
        return rate(lowest(topology), design);
    }

    /** The link of a topology's lowest tier. */
    public static Ref<Link> lowest(Topology topology) {
        boolean tiers = !topology.tier().isEmpty();
        Ref<Link> own = tiers ? topology.tier().get(0).value().link() : topology.link();
        return own.isAbsent() ? topology.link() : own;
    }

    /** The rate of a link, by its kind or as a plain quantity. */
    public static Value rate(Ref<Link> link, Design design) {
        return link.isElement() ? design.get(link).bandwidth() : link.quantity();
    }
}
