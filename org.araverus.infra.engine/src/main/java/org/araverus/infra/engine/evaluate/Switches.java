// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.physics.TopologyCounts;

/**
 * The switches of a cluster's network that no rack holds as parts. A cluster whose racks hold
 * switches of the network's kinds has said how many there are.
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
            double endpoints = count(design, cluster, Nic.class);
            if (endpoints == 0) endpoints = count(design, cluster, Accelerator.class);
            if (!t.tier().isEmpty()) {
                tiers(design, t, endpoints, all);
            } else if (t.switch_().isElement()) {
                tree(design, t, endpoints, all);
            }
        }
        all.keySet().removeIf(s -> holds(design, cluster, s));
        return all;
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
