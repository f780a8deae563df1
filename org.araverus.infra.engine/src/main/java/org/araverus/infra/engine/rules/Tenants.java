// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.Link;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Site;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.evaluate.Switches;

/**
 * Clusters that stand on a site at once. Two clusters that only share a site may be alternatives;
 * those that one evaluate uses are not.
 *
 * @param clusters at least one
 * @param draw nameplate of all of them, W
 */
public record Tenants(List<Cluster> clusters, double draw) {
    /**
     * The heaviest of those that the design says stand there at once; draws 0 if there are none.
     */
    public static Tenants heaviest(Site site, Design design) {
        Tenants heaviest = new Tenants(List.of(), 0);
        for (List<Cluster> together : groups(site, design)) {
            double draw = together.stream().mapToDouble(c -> draw(c, design)).sum();
            if (draw > heaviest.draw) {
                heaviest = new Tenants(together, draw);
            }
        }
        return heaviest;
    }

    /**
     * The nameplates of a cluster's parts, and of the switches and links of its network beyond its
     * racks, W.
     */
    public static double draw(Cluster cluster, Design design) {
        double draw = Parts.nameplate(cluster, design);
        for (Map.Entry<Switch, Double> s : Switches.of(design, cluster).entrySet()) {
            draw += s.getValue() * s.getKey().power().max().orElse(0);
        }
        for (Map.Entry<Link, Double> l : Switches.links(design, cluster).entrySet()) {
            draw += l.getValue() * l.getKey().power().orElse(0);
        }
        return draw;
    }

    private static List<List<Cluster>> groups(Site site, Design design) {
        List<List<Cluster>> groups = new ArrayList<>();
        for (Element e : design.elements().values()) {
            if (e instanceof Cluster c && stands(c, site)) {
                groups.add(List.of(c));
            } else if (e instanceof Evaluate v) {
                Set<Cluster> hosts = new LinkedHashSet<>();
                for (Placement p : v.placements()) {
                    if (design.elements().get(p.host().element()) instanceof Cluster c
                            && stands(c, site)) {
                        hosts.add(c);
                    }
                }
                groups.add(List.copyOf(hosts));
            }
        }
        return groups;
    }

    private static boolean stands(Cluster cluster, Site site) {
        return site.name().equals(cluster.site().name());
    }
}
