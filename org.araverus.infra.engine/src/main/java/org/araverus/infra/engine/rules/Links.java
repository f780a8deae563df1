// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Link;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Switch;
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

    /** The port that the lowest link ends in, B/s; without limit where no switch is named. */
    public static double port(Topology topology, Design design) {
        boolean tiers = !topology.tier().isEmpty();
        Ref<Switch> own = tiers ? topology.tier().get(0).value().switch_() : topology.switch_();
        Ref<Switch> ref = own.isAbsent() ? topology.switch_() : own;
        return ref.isAbsent()
                ? Double.POSITIVE_INFINITY
                : design.get(ref).bandwidth().orElse(Double.POSITIVE_INFINITY);
    }

    /** What really passes from node to node: the least of link, port and adapters, B/s. */
    public static double between(Element host, Topology network, Design design) {
        double rate = Math.min(rate(network, design).si(), port(network, design));
        for (Nic nic : Fabric.types(host, Nic.class, design)) {
            rate = Math.min(rate, nic.bandwidth().orElse(Double.POSITIVE_INFINITY));
        }
        return rate;
    }

    /** The rate of a link, by its kind or as a plain quantity. */
    public static Value rate(Ref<Link> link, Design design) {
        return link.isElement() ? design.get(link).bandwidth() : link.quantity();
    }
}
