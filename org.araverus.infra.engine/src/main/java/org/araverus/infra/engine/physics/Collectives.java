// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * Times of collectives by latency and bandwidth.
 *
 * <p>{@code ranks} n, {@code bytes} S (the whole buffer: the output of an all-gather, the input of
 * a reduce-scatter), {@code latency} alpha of one step in s, {@code bandwidth} W of one rank in one
 * direction in B/s.
 */
public final class Collectives {

    private static final String RING = "ring, n - 1 steps of S / n; DOI 10.1177/1094342005051521";
    private static final String NCCL_TESTS = "NVIDIA/nccl-tests doc/PERFORMANCE.md";

    private Collectives() {}

    /** Ring all-reduce. */
    @Formula(
            id = "collective.all_reduce_ring",
            unit = "s",
            source = RING,
            text = "2 (n - 1) alpha + 2 (n - 1) / n S / W")
    public static double allReduceRing(
            double ranks, double bytes, double latency, double bandwidth) {
        return 2 * (ranks - 1) * (latency + bytes / (ranks * bandwidth));
    }

    /** Ring all-gather. */
    @Formula(
            id = "collective.all_gather_ring",
            unit = "s",
            source = RING,
            text = "(n - 1) alpha + (n - 1) / n S / W")
    public static double allGatherRing(
            double ranks, double bytes, double latency, double bandwidth) {
        return (ranks - 1) * (latency + bytes / (ranks * bandwidth));
    }

    /** Ring reduce-scatter. */
    @Formula(
            id = "collective.reduce_scatter_ring",
            unit = "s",
            source = RING,
            text = "(n - 1) alpha + (n - 1) / n S / W")
    public static double reduceScatterRing(
            double ranks, double bytes, double latency, double bandwidth) {
        return (ranks - 1) * (latency + bytes / (ranks * bandwidth));
    }

    /** All-to-all in which each rank sends S / n to each other rank. */
    @Formula(
            id = "collective.all_to_all",
            unit = "s",
            source = "pairwise exchange",
            text = "(n - 1) alpha + (n - 1) / n S / W")
    public static double allToAll(double ranks, double bytes, double latency, double bandwidth) {
        return (ranks - 1) * (latency + bytes / (ranks * bandwidth));
    }

    /** Pipelined ring broadcast of S. */
    @Formula(
            id = "collective.broadcast",
            unit = "s",
            source = "pipelined chain",
            text = "(n - 1) alpha + S / W")
    public static double broadcast(double ranks, double bytes, double latency, double bandwidth) {
        return (ranks - 1) * latency + bytes / bandwidth;
    }

    /** All-reduce over two complementary binary trees. */
    @Formula(
            id = "collective.all_reduce_tree",
            unit = "s",
            source = "double binary tree; DOI 10.1016/j.parco.2009.09.001",
            text = "2 log2(n) alpha + 2 S / W")
    public static double allReduceTree(
            double ranks, double bytes, double latency, double bandwidth) {
        return 2 * log2(ranks) * latency + 2 * bytes / bandwidth;
    }

    /** All-reduce by recursive halving and doubling. */
    @Formula(
            id = "collective.all_reduce_halving",
            unit = "s",
            source = "recursive halving and doubling; DOI 10.1177/1094342005051521",
            text = "2 log2(n) alpha + 2 (n - 1) / n S / W")
    public static double allReduceHalving(
            double ranks, double bytes, double latency, double bandwidth) {
        return 2 * log2(ranks) * latency + 2 * (ranks - 1) / ranks * bytes / bandwidth;
    }

    /** All-gather or reduce-scatter in log2(n) steps (PAT). */
    @Formula(
            id = "collective.all_gather_pat",
            unit = "s",
            source = "NVIDIA/nccl PAT, parallel aggregated trees",
            text = "log2(n) alpha + (n - 1) / n S / W")
    public static double allGatherPat(
            double ranks, double bytes, double latency, double bandwidth) {
        return log2(ranks) * latency + (ranks - 1) / ranks * bytes / bandwidth;
    }

    /** All-reduce in switches that form a tree: each rank sends S up once and gets S back once. */
    @Formula(
            id = "collective.all_reduce_sharp",
            unit = "s",
            source = "one pass up and one down, both directions at once",
            text = "alpha + S / W")
    public static double allReduceSharp(double bytes, double latency, double bandwidth) {
        return latency + bytes / bandwidth;
    }

    /**
     * All-reduce in the scale-up switch with multicast: each rank owns S / n, loads its reduction
     * and stores the result to all, so S + S / n cross each link in each direction.
     */
    @Formula(
            id = "collective.all_reduce_nvls",
            unit = "s",
            source = "multimem load-reduce and store of each rank's share",
            text = "alpha + (1 + 1 / n) S / W")
    public static double allReduceNvls(
            double ranks, double bytes, double latency, double bandwidth) {
        return latency + (1 + 1 / ranks) * bytes / bandwidth;
    }

    /**
     * All-reduce over two levels: reduce-scatter and all-gather among {@code inner} ranks, and an
     * all-reduce of each share among {@code outer} groups, all shares at once.
     */
    @Formula(
            id = "collective.all_reduce_hierarchical",
            unit = "s",
            source = "reduce-scatter, all-reduce, all-gather",
            text = "2 ring(g, S) + all_reduce_ring(N, S / g)")
    public static double allReduceHierarchical(
            double inner,
            double outer,
            double bytes,
            double innerLatency,
            double innerBandwidth,
            double outerLatency,
            double outerBandwidth) {
        return reduceScatterRing(inner, bytes, innerLatency, innerBandwidth)
                + allReduceRing(outer, bytes / inner, outerLatency, outerBandwidth)
                + allGatherRing(inner, bytes, innerLatency, innerBandwidth);
    }

    /**
     * All-gather over two levels: shares first cross the outer level, in {@code inner} rings at
     * once, then spread among the inner ranks. A reduce-scatter runs the same steps backwards.
     */
    @Formula(
            id = "collective.all_gather_hierarchical",
            unit = "s",
            source = "all-gather of each rail, then all-gather inside",
            text = "ring(N, S / g) + ring(g, S)")
    public static double allGatherHierarchical(
            double inner,
            double outer,
            double bytes,
            double innerLatency,
            double innerBandwidth,
            double outerLatency,
            double outerBandwidth) {
        return allGatherRing(outer, bytes / inner, outerLatency, outerBandwidth)
                + allGatherRing(inner, bytes, innerLatency, innerBandwidth);
    }

    /**
     * All-to-all over two levels: of each rank's S the share for other groups crosses the outer
     * level, the rest the inner one; both run at once.
     */
    @Formula(
            id = "collective.all_to_all_hierarchical",
            unit = "s",
            source = "slower of the two levels",
            text = "max((g - 1) (alpha_i + S / (n W_i)), (n - g) S / (n W_o) + (N - 1) alpha_o)")
    public static double allToAllHierarchical(
            double inner,
            double outer,
            double bytes,
            double innerLatency,
            double innerBandwidth,
            double outerLatency,
            double outerBandwidth) {
        double ranks = inner * outer;
        double inside = (inner - 1) * (innerLatency + bytes / (ranks * innerBandwidth));
        double outside =
                (outer - 1) * outerLatency + (ranks - inner) * bytes / (ranks * outerBandwidth);
        return Math.max(inside, outside);
    }

    /**
     * All-reduce of serving engines inside one domain: each rank reads what the others hold, either
     * all of it, or its share before it reads the sums.
     */
    @Formula(
            id = "collective.all_reduce_direct",
            unit = "s",
            source = "one-shot and two-shot kernels, the faster of both",
            text = "log2(n) alpha + min((n - 1) S / W, log2(n) alpha + 2 (n - 1) / n S / W)")
    public static double allReduceDirect(
            double ranks, double bytes, double latency, double bandwidth) {
        double steps = log2(ranks) * latency;
        double oneShot = (ranks - 1) * bytes / bandwidth;
        double twoShot = steps + 2 * (ranks - 1) / ranks * bytes / bandwidth;
        return steps + Math.min(oneShot, twoShot);
    }

    /**
     * All-to-all of serving engines: all messages are posted at once, and those that stay inside
     * and those that leave run side by side.
     *
     * @param inner ranks of the group in one domain
     * @param ranks of the group
     */
    @Formula(
            id = "collective.all_to_all_posted",
            unit = "s",
            source = "one-sided messages without rounds (DeepEP, low latency)",
            text = "alpha + max((g - 1) / n S / W_i, (n - g) / n S / W_o)")
    public static double allToAllPosted(
            double inner,
            double ranks,
            double bytes,
            double latency,
            double innerBandwidth,
            double outerBandwidth) {
        double inside = (inner - 1) / ranks * bytes / innerBandwidth;
        double outside = (ranks - inner) / ranks * bytes / outerBandwidth;
        return latency + Math.max(inside, outside);
    }

    /** One message from rank to rank. */
    @Formula(
            id = "collective.send",
            unit = "s",
            source = "latency and bandwidth",
            text = "alpha + S / W")
    public static double send(double bytes, double latency, double bandwidth) {
        return latency + bytes / bandwidth;
    }

    /** Messages passed on around a ring, n - 1 times. */
    @Formula(
            id = "collective.ring_pass",
            unit = "s",
            source = "arXiv:2310.01889",
            text = "(n - 1) (alpha + S / W)")
    public static double ringPass(double ranks, double bytes, double latency, double bandwidth) {
        return (ranks - 1) * (latency + bytes / bandwidth);
    }

    /** Rate that a message of this size reaches; half of the best at {@code halfSize}. */
    @Formula(
            id = "collective.rate",
            unit = "B/s",
            source = "saturating curve of measured collectives",
            text = "W best S / (S + half)")
    public static double rate(double bandwidth, double best, double bytes, double halfSize) {
        return bandwidth * best * bytes / (bytes + halfSize);
    }

    /** Rate that large messages reach, or many that are in flight at once. */
    @Formula(
            id = "collective.best_rate",
            unit = "B/s",
            source = "measured collectives of large messages",
            text = "W best")
    public static double bestRate(double bandwidth, double best) {
        return bandwidth * best;
    }

    /** The faster of ring and tree all-reduce, as the library would choose. */
    @Formula(
            id = "collective.all_reduce",
            unit = "s",
            source = "NVIDIA/nccl src/graph/tuning.cc",
            text = "min(ring, tree)")
    public static double allReduce(double ranks, double bytes, double latency, double bandwidth) {
        return Math.min(
                allReduceRing(ranks, bytes, latency, bandwidth),
                allReduceTree(ranks, bytes, latency, bandwidth));
    }

    /**
     * Members of a group inside one domain of the network.
     *
     * @param ranks size of the group
     * @param stride distance of its neighbours, in accelerators
     * @param domain accelerators of the domain
     */
    @Formula(
            id = "collective.reach",
            unit = "1",
            source = "ranks in the order of accelerators",
            text = "max(1, min(ranks, floor(domain / stride)))")
    public static double reach(double ranks, double stride, double domain) {
        return Math.max(1, Math.min(ranks, Math.floor(domain / stride)));
    }

    /** Groups of one level whose members reach {@code below} inside the level below. */
    @Formula(
            id = "collective.groups",
            unit = "1",
            source = "ranks in the order of accelerators",
            text = "ceil(reach / below)")
    public static double groups(double reach, double below) {
        return Math.ceil(reach / below);
    }

    /** Bytes of a ring on one level when the levels below have split the buffer. */
    @Formula(
            id = "collective.level_bytes",
            unit = "B",
            source = "reduce-scatter below, all-gather after",
            text = "S / below")
    public static double levelBytes(double bytes, double below) {
        return bytes / below;
    }

    /** Bus bandwidth of an all-reduce that takes {@code time}. */
    @Formula(
            id = "collective.busbw_all_reduce",
            unit = "B/s",
            source = NCCL_TESTS,
            text = "S / t 2 (n - 1) / n")
    public static double busAllReduce(double ranks, double bytes, double time) {
        return bytes / time * 2 * (ranks - 1) / ranks;
    }

    /** Bus bandwidth of an all-gather, reduce-scatter or all-to-all that takes {@code time}. */
    @Formula(
            id = "collective.busbw_all_gather",
            unit = "B/s",
            source = NCCL_TESTS,
            text = "S / t (n - 1) / n")
    public static double busAllGather(double ranks, double bytes, double time) {
        return bytes / time * (ranks - 1) / ranks;
    }

    private static double log2(double n) {
        return Math.log(n) / Math.log(2);
    }
}
