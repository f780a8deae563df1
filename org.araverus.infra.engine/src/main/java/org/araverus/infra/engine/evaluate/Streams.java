// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.Compression;

/** Residual streams that blocks mix (hyper-connections), where a model has more than one. */
final class Streams {

    private Streams() {}

    private static boolean none(Frame f) {
        return f.x[STREAMS] <= 1;
    }

    /** Adds what mixing moves to the traffic of a kind of layer; twice as much backward. */
    static void traffic(Frame f, int kind, boolean backward) {
        if (none(f)) return;
        double[] x = f.x;
        f.set(
                STREAMS_BYTES,
                Compression.streamsTraffic(x[TOKENS], x[HIDDEN], x[STREAMS], x[BYTES], x[SP]),
                "traffic.streams",
                TOKENS,
                HIDDEN,
                STREAMS,
                BYTES,
                SP);
        if (backward) Products.times(f, STREAMS_BYTES, TWO, STREAMS_BYTES);
        Products.sum(f, kind + TRAFFIC_RESIDUAL, kind + TRAFFIC_RESIDUAL, STREAMS_BYTES);
    }

    /** Adds what mixes them to the parameters of norms, which each rank holds whole. */
    static void parameters(Frame f) {
        if (none(f)) return;
        f.set(
                P_STREAMS,
                Compression.streams(f.x[HIDDEN], f.x[STREAMS]),
                "parameters.streams",
                HIDDEN,
                STREAMS);
        Products.sum(f, P_NORMS, P_NORMS, P_STREAMS);
    }

    /** Adds the streams beside the first to what a layer keeps. */
    static void kept(Frame f) {
        if (none(f)) return;
        double[] x = f.x;
        f.set(
                KEPT_STREAMS,
                Compression.streamsKept(x[TOKENS], x[HIDDEN], x[STREAMS], x[BYTES], x[SP]),
                "memory.activations_streams",
                TOKENS,
                HIDDEN,
                STREAMS,
                BYTES,
                SP);
        Products.sum(f, DENSE + KEPT_ATTENTION, DENSE + KEPT_ATTENTION, KEPT_STREAMS);
    }

    /** Between stages, and where a layer is computed again, all of them are passed on. */
    static void all(Frame f, int bytes) {
        if (none(f)) return;
        Products.times(f, bytes, STREAMS, bytes);
    }
}
