// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Link;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.physics.TopologyCounts;

/**
 * The links of a cluster's network, and the switches of it that no rack holds as parts. A cluster
 * whose racks hold switches of the network's kinds has said how many there are.
 */
public final class Switches {

    private static final int MOST_TIERS = 5;

    private Switches() {}

    /** How many of each kind, beyond what racks hold. */
    public static Map<Switch, Double> of(Design design, Cluster cluster) {
        Map<Switch, Double> all = new LinkedHashMap<>();
        if (!cluster.network().isElement()) return all;
        Topology t = design.get(cluster.network());
        for (Part p : t.header().parts()) {
            for (Part.Run r : p.runs()) {
                if (design.get(r.type()) instanceof Switch s)
                    all.merge(s, r.count().si(), Double::sum);
            }
        }
        if (all.isEmpty()) {
            double endpoints = endpoints(design, cluster);
            if (!t.tier().isEmpty()) {
                tiers(design, t, endpoints, all);
            } else if (t.switch_().isElement()) {
                tree(design, t, endpoints, all);
            }
        }
        all.keySet().removeIf(s -> holds(design, cluster, s));
        return all;
    }

    /** How many links of each kind; those that are a mere rate are left out. */
    public static Map<Link, Double> links(Design design, Cluster cluster) {
        Map<Link, Double> all = new LinkedHashMap<>();
        if (!cluster.network().isElement()) return all;
        Topology t = design.get(cluster.network());
        double left = endpoints(design, cluster);
        for (Named<Topology.Tier> named : t.tier()) {
            Topology.Tier tier = named.value();
            left = TopologyCounts.uplinks(left, tier.oversubscription().orElse(1));
            count(design, tier.link().isAbsent() ? t.link() : tier.link(), left, all);
        }
        if (t.tier().isEmpty() && t.switch_().isElement())
            count(design, t.link(), treeLinks(design, t, left), all);
        return all;
    }

    private static void count(Design design, Ref<Link> link, double n, Map<Link, Double> all) {
        if (link.isElement()) all.merge(design.get(link), n, Double::sum);
    }

    /** Links from endpoints, and from each tier to the next. */
    private static double treeLinks(Design design, Topology t, double endpoints) {
        double rails = t.rails().orElse(1);
        double over = t.oversubscription().orElse(1);
        double radix = design.get(t.switch_()).ports().si();
        double tiers = t.tiers().orElse(MOST_TIERS);
        double left = Math.ceil(endpoints / rails);
        double sum = left;
        for (int tier = 1; tier < tiers && left > radix; tier++) {
            left = TopologyCounts.uplinks(left, over);
            sum += left;
        }
        return sum * rails;
    }

    private static double endpoints(Design design, Cluster cluster) {
        double nics = count(design, cluster, Nic.class);
        return nics == 0 ? count(design, cluster, Accelerator.class) : nics;
    }

    /** Equal tiers, plane by plane. */
    private static void tree(Design design, Topology t, double endpoints, Map<Switch, Double> all) {
        Switch s = design.get(t.switch_());
        double rails = t.rails().orElse(1);
        double over = t.oversubscription().orElse(1);
        double radix = s.ports().si();
        double left = Math.ceil(endpoints / rails);
        double tiers = t.tiers().orElse(MOST_TIERS);
        double sum = 0;
        for (int tier = 1; tier <= tiers; tier++) {
            if (tier == tiers || left <= radix) {
                sum += TopologyCounts.top(left, radix);
                break;
            }
            sum += TopologyCounts.leaves(left, radix, over);
            left = TopologyCounts.uplinks(left, over);
        }
        all.merge(s, sum * rails, Double::sum);
    }

    /** Tier by tier, each with its kind of switch. */
    private static void tiers(
            Design design, Topology t, double endpoints, Map<Switch, Double> all) {
        double left = endpoints;
        for (int i = 0; i < t.tier().size(); i++) {
            Topology.Tier tier = t.tier().get(i).value();
            var type = tier.switch_().isAbsent() ? t.switch_() : tier.switch_();
            if (!type.isElement()) continue;
            Switch s = design.get(type);
            boolean top = i == t.tier().size() - 1;
            double over = top ? 1 : t.tier().get(i + 1).value().oversubscription().orElse(1);
            double n =
                    top
                            ? TopologyCounts.top(left, s.ports().si())
                            : TopologyCounts.leaves(left, s.ports().si(), over);
            all.merge(s, n, Double::sum);
            left = TopologyCounts.uplinks(left, over);
        }
    }

    private static double count(Design design, Element e, Class<?> kind) {
        if (kind.isInstance(e)) return 1;
        double n = 0;
        for (Part p : e.header().parts()) {
            for (Part.Run r : p.runs()) {
                n += r.count().si() * count(design, design.get(r.type()), kind);
            }
        }
        return n;
    }

    private static boolean holds(Design design, Element e, Switch kind) {
        for (Part p : e.header().parts()) {
            for (Part.Run r : p.runs()) {
                Element type = design.get(r.type());
                if (type.name().equals(kind.name()) || holds(design, type, kind)) return true;
            }
        }
        return false;
    }
}
