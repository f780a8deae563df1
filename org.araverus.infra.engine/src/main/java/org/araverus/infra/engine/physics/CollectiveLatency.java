// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * Latency of a collective as the library's own tuning model counts it, in seconds.
 *
 * <p>{@code base} is paid once, {@code intra} on each step inside a node, {@code inter} on each
 * step between nodes. The constants depend on algorithm and protocol and come with the stack.
 */
public final class CollectiveLatency {

    private static final String TUNING = "NVIDIA/nccl src/graph/tuning.cc";

    private CollectiveLatency() {}

    /**
     * A ring of {@code steps} steps of which {@code netSteps} leave the node; a step inside costs
     * at least what the network proxy takes.
     */
    @Formula(
            id = "collective.latency_ring",
            unit = "s",
            source = TUNING,
            text = "base + (steps - net_steps) max(intra, overhead) + net_steps inter")
    public static double ring(
            double base,
            double steps,
            double netSteps,
            double intra,
            double netOverhead,
            double inter) {
        return base + (steps - netSteps) * Math.max(intra, netOverhead) + netSteps * inter;
    }

    /** A double tree over {@code nodes} nodes of {@code perNode} ranks, up and down. */
    @Formula(
            id = "collective.latency_tree",
            unit = "s",
            source = TUNING,
            text = "base + 2 ((g - 1) intra + log2(N) inter)")
    public static double tree(
            double base, double perNode, double nodes, double intra, double inter) {
        return base + 2 * ((perNode - 1) * intra + log2(nodes) * inter);
    }

    /** In-switch reduction inside each node and a tree between them. */
    @Formula(
            id = "collective.latency_nvls_tree",
            unit = "s",
            source = TUNING,
            text = "intra + 2 log2(N) inter")
    public static double nvlsTree(double nodes, double intra, double inter) {
        return intra + 2 * log2(nodes) * inter;
    }

    /** Parallel aggregated trees, one rank a node. */
    @Formula(
            id = "collective.latency_pat",
            unit = "s",
            source = TUNING,
            text = "base + log2(n) inter / 3.5 + n step")
    public static double pat(double base, double ranks, double inter, double step) {
        return base + log2(ranks) * inter / 3.5 + ranks * step;
    }

    private static double log2(double n) {
        return Math.log(n) / Math.log(2);
    }
}
