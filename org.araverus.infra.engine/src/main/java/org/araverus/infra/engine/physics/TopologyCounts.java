// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * What a network of switches takes and reaches: endpoints, switches, cables, bisection.
 *
 * <p>{@code radix} r is the number of ports of a switch. Results are counts unless said otherwise.
 */
public final class TopologyCounts {

    private static final String CLOS = "folded Clos of switches with half of the ports up";
    private static final String DRAGONFLY = "DOI 10.1109/ISCA.2008.19 (balanced: a = 2 p = 2 h)";
    private static final String DRAGONFLY_PLUS = "DOI 10.1109/HiPINEB.2017.11";
    private static final String TORUS = "links cut through the middle of the largest dimension";

    private TopologyCounts() {}

    /** Most endpoints of a fat-tree of two tiers at full bisection. */
    @Formula(id = "topology.two_tier_hosts", unit = "1", source = CLOS, text = "r^2 / 2")
    public static double twoTierHosts(double radix) {
        return radix * radix / 2;
    }

    /** Most endpoints of a fat-tree of three tiers at full bisection. */
    @Formula(id = "topology.three_tier_hosts", unit = "1", source = CLOS, text = "r^3 / 4")
    public static double threeTierHosts(double radix) {
        return radix * radix * radix / 4;
    }

    /**
     * Leaf switches for this many endpoints.
     *
     * @param oversubscription ports down per port up
     */
    @Formula(id = "topology.leaves", unit = "1", source = CLOS, text = "ceil(n (o + 1) / (o r))")
    public static double leaves(double endpoints, double radix, double oversubscription) {
        double down = Math.floor(radix * oversubscription / (oversubscription + 1));
        return Math.ceil(endpoints / down);
    }

    /** Switches of the top tier that end this many uplinks. */
    @Formula(id = "topology.top", unit = "1", source = CLOS, text = "ceil(uplinks / r)")
    public static double top(double uplinks, double radix) {
        return Math.ceil(uplinks / radix);
    }

    /** Uplinks of one tier. */
    @Formula(id = "topology.uplinks", unit = "1", source = CLOS, text = "n / o")
    public static double uplinks(double endpoints, double oversubscription) {
        return endpoints / oversubscription;
    }

    /**
     * Rate of one endpoint across a tier that all endpoints use at once.
     *
     * @param oversubscription product of those on the way up
     */
    @Formula(
            id = "topology.rate",
            unit = "B/s",
            source = "uplinks of a tier shared by all endpoints below",
            text = "W / o")
    public static double rate(double bandwidth, double oversubscription) {
        return bandwidth / oversubscription;
    }

    /** Bandwidth through the middle of a fat-tree, one direction, B/s. */
    @Formula(id = "topology.bisection_tree", unit = "B/s", source = CLOS, text = "n W / (2 o)")
    public static double bisectionTree(
            double endpoints, double bandwidth, double oversubscription) {
        return endpoints * bandwidth / (2 * oversubscription);
    }

    /** Groups of a balanced dragonfly with {@code global} global links a switch. */
    @Formula(id = "topology.dragonfly_groups", unit = "1", source = DRAGONFLY, text = "2 h^2 + 1")
    public static double dragonflyGroups(double global) {
        return 2 * global * global + 1;
    }

    /** Endpoints of a balanced dragonfly. */
    @Formula(
            id = "topology.dragonfly_hosts",
            unit = "1",
            source = DRAGONFLY,
            text = "4 h^4 + 2 h^2")
    public static double dragonflyHosts(double global) {
        return 2 * global * global * dragonflyGroups(global);
    }

    /** Switches of a balanced dragonfly. */
    @Formula(
            id = "topology.dragonfly_switches",
            unit = "1",
            source = DRAGONFLY,
            text = "2 h (2 h^2 + 1)")
    public static double dragonflySwitches(double global) {
        return 2 * global * dragonflyGroups(global);
    }

    /** Cables inside the groups of a balanced dragonfly. */
    @Formula(
            id = "topology.dragonfly_local",
            unit = "1",
            source = DRAGONFLY,
            text = "groups h (2 h - 1)")
    public static double dragonflyLocal(double global) {
        return dragonflyGroups(global) * global * (2 * global - 1);
    }

    /** Cables between the groups of a balanced dragonfly. */
    @Formula(id = "topology.dragonfly_global", unit = "1", source = DRAGONFLY, text = "groups h^2")
    public static double dragonflyGlobal(double global) {
        return dragonflyGroups(global) * global * global;
    }

    /** Endpoints of a dragonfly+ of the most groups. */
    @Formula(
            id = "topology.dragonfly_plus_hosts",
            unit = "1",
            source = DRAGONFLY_PLUS,
            text = "r^2 / 4 (r^2 / 4 + 1)")
    public static double dragonflyPlusHosts(double radix) {
        double group = radix * radix / 4;
        return group * (group + 1);
    }

    /** Switches of a dragonfly+ of the most groups: r / 2 leaves and r / 2 spines each. */
    @Formula(
            id = "topology.dragonfly_plus_switches",
            unit = "1",
            source = DRAGONFLY_PLUS,
            text = "r (r^2 / 4 + 1)")
    public static double dragonflyPlusSwitches(double radix) {
        return radix * (radix * radix / 4 + 1);
    }

    /** Bandwidth through the middle of a torus with wrap-around, one direction, B/s. */
    @Formula(id = "topology.bisection_torus", unit = "B/s", source = TORUS, text = "2 N / k W")
    public static double bisectionTorus(double nodes, double largest, double bandwidth) {
        return 2 * nodes / largest * bandwidth;
    }

    /**
     * Rate of one rank when all ranks of a group send evenly to each other in a torus of equal
     * sides: half of what each sends crosses the middle, over two links of each row, one where the
     * group is a block of a larger torus and its rows do not close.
     *
     * @param bandwidth of all links of an endpoint, in one direction
     * @param ranks of the group
     * @param domain endpoints of the torus
     */
    @Formula(
            id = "topology.torus_rate",
            unit = "B/s",
            source = TORUS,
            text = "min(1, c / (d ranks^(1 / d))) W, c = 4 for ranks = domain, else 2")
    public static double torusRate(
            double bandwidth, double ranks, double domain, double dimensions) {
        double side = Math.pow(ranks, 1 / dimensions);
        double closed = ranks >= domain ? 4 : 2;
        return bandwidth * Math.min(1, closed / (dimensions * side));
    }

    /** Uniform all-to-all of S from each node of a torus, bound by its bisection. */
    @Formula(id = "topology.all_to_all_torus", unit = "s", source = TORUS, text = "k S / (8 W)")
    public static double allToAllTorus(double largest, double bytes, double bandwidth) {
        return largest * bytes / (8 * bandwidth);
    }
}
