// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.Collectives;
import org.araverus.infra.engine.physics.Sums;
import org.araverus.infra.engine.physics.TopologyCounts;

/**
 * Collectives over the levels of the network. A group of {@code ranks} neighbours {@code stride}
 * accelerators apart works level by level from below: each level moves what the levels below have
 * left, which is how reduce-scatter, all-reduce and all-gather nest.
 */
final class Exchange {

    private Exchange() {}

    /** All-reduce of the bytes in a cell. */
    static void allReduce(Frame f, Plan.Traits t, int out, int ranks, int stride, int bytes) {
        nested(f, t, out, ranks, stride, bytes, true);
    }

    /** All-gather, or a reduce-scatter, which takes as long. */
    static void allGather(Frame f, Plan.Traits t, int out, int ranks, int stride, int bytes) {
        nested(f, t, out, ranks, stride, bytes, false);
    }

    private static void nested(
            Frame f, Plan.Traits t, int out, int ranks, int stride, int bytes, boolean reduce) {
        double[] x = f.x;
        f.same(out, ZERO);
        f.same(BELOW, ONE);
        for (int level = 0; level < t.levels(); level++) {
            groups(f, ranks, stride, level);
            if (x[GROUPS] > 1) {
                f.set(
                        LEVEL_BYTES,
                        Collectives.levelBytes(x[bytes], x[BELOW]),
                        "collective.level_bytes",
                        bytes,
                        BELOW);
                rate(f, level);
                int latency = LATENCY + level;
                double time =
                        reduce
                                ? Collectives.allReduce(
                                        x[GROUPS], x[LEVEL_BYTES], x[latency], x[LEVEL_RATE])
                                : Collectives.allGatherRing(
                                        x[GROUPS], x[LEVEL_BYTES], x[latency], x[LEVEL_RATE]);
                String formula = reduce ? "collective.all_reduce" : "collective.all_gather_ring";
                f.set(LEVEL_TIME, time, formula, GROUPS, LEVEL_BYTES, latency, LEVEL_RATE);
                f.set(out, Sums.two(x[out], x[LEVEL_TIME]), "sum.two", out, LEVEL_TIME);
            }
            f.same(BELOW, REACH);
        }
    }

    private static void groups(Frame f, int ranks, int stride, int level) {
        double[] x = f.x;
        int domain = DOMAIN + level;
        f.set(
                REACH,
                Collectives.reach(x[ranks], x[stride], x[domain]),
                "collective.reach",
                ranks,
                stride,
                domain);
        f.set(GROUPS, Collectives.groups(x[REACH], x[BELOW]), "collective.groups", REACH, BELOW);
    }

    private static void rate(Frame f, int level) {
        double[] x = f.x;
        f.set(
                LEVEL_RATE,
                Collectives.rate(
                        x[SPEED + level], x[REACHED + level], x[LEVEL_BYTES], x[HALF_SIZE + level]),
                "collective.rate",
                SPEED + level,
                REACHED + level,
                LEVEL_BYTES,
                HALF_SIZE + level);
    }

    /** All-to-all: what stays in the lowest domain and what leaves it run at once. */
    static void allToAll(Frame f, Plan.Traits t, int out, int ranks, int stride, int bytes) {
        double[] x = f.x;
        if (x[ranks] <= 1) {
            f.same(out, ZERO);
            return;
        }
        f.same(BELOW, ONE);
        groups(f, ranks, stride, 0);
        f.same(BELOW, REACH);
        int top = span(f, t, ranks, stride);
        f.set(GROUPS, Collectives.groups(x[ranks], x[BELOW]), "collective.groups", ranks, BELOW);
        f.same(LEVEL_BYTES, bytes);
        rate(f, 0);
        crossed(f, 0, BELOW, LEVEL_RATE);
        f.same(LEVEL_TIME, LEVEL_RATE);
        rate(f, top);
        crossed(f, top, ranks, LEVEL_RATE);
        f.set(
                out,
                Collectives.allToAllHierarchical(
                        x[BELOW],
                        x[GROUPS],
                        x[bytes],
                        x[LATENCY],
                        x[LEVEL_TIME],
                        x[LATENCY + top],
                        x[LEVEL_RATE]),
                "collective.all_to_all_hierarchical",
                BELOW,
                GROUPS,
                bytes,
                LATENCY,
                LEVEL_TIME,
                LATENCY + top,
                LEVEL_RATE);
    }

    /** What is left of a rate where a level is a torus and all of a group send to all. */
    static void crossed(Frame f, int level, int ranks, int rate) {
        double[] x = f.x;
        int dimensions = DIMENSIONS + level;
        if (x[dimensions] == 0) return;
        f.set(
                CROSSED,
                TopologyCounts.torusRate(x[rate], x[ranks], x[DOMAIN + level], x[dimensions]),
                "topology.torus_rate",
                rate,
                ranks,
                DOMAIN + level,
                dimensions);
        f.same(rate, CROSSED);
    }

    /** One message to the neighbour, on the slowest level that the group spans. */
    static void send(Frame f, Plan.Traits t, int out, int ranks, int stride, int bytes) {
        double[] x = f.x;
        if (x[ranks] <= 1) {
            f.same(out, ZERO);
            return;
        }
        int level = span(f, t, ranks, stride);
        f.same(LEVEL_BYTES, bytes);
        rate(f, level);
        f.set(
                out,
                Collectives.send(x[bytes], x[LATENCY + level], x[LEVEL_RATE]),
                "collective.send",
                bytes,
                LATENCY + level,
                LEVEL_RATE);
    }

    /** Messages passed on around the group, on the slowest level that it spans. */
    static void ring(Frame f, Plan.Traits t, int out, int ranks, int stride, int bytes) {
        double[] x = f.x;
        if (x[ranks] <= 1) {
            f.same(out, ZERO);
            return;
        }
        int level = span(f, t, ranks, stride);
        f.same(LEVEL_BYTES, bytes);
        rate(f, level);
        f.set(
                out,
                Collectives.ringPass(x[ranks], x[bytes], x[LATENCY + level], x[LEVEL_RATE]),
                "collective.ring_pass",
                ranks,
                bytes,
                LATENCY + level,
                LEVEL_RATE);
    }

    /** The lowest level whose domain holds the whole group. */
    static int span(Frame f, Plan.Traits t, int ranks, int stride) {
        int level = 0;
        while (level < t.levels() - 1 && f.x[DOMAIN + level] < f.x[ranks] * f.x[stride]) {
            level++;
        }
        return level;
    }
}
