// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One step of 1F1B, plain or interleaved, as a graph of events: each rank works its list in order,
 * and a piece of work waits for its neighbour stage. What the closed forms are checked against.
 */
final class PipelineGraph {

    private record Piece(boolean forward, int stage, int microBatch) {}

    private final int ranks;
    private final int stages;
    private final int microBatches;
    private final double[] forward;
    private final double[] backward;
    private final double[][] done;

    /**
     * @param forward time of the forward pass of each stage; stage {@code i} lies on rank {@code i
     *     % ranks}
     */
    PipelineGraph(int ranks, int microBatches, double[] forward, double[] backward) {
        this.ranks = ranks;
        this.stages = forward.length;
        this.microBatches = microBatches;
        this.forward = forward;
        this.backward = backward;
        this.done = new double[2 * stages][microBatches];
        for (double[] row : done) {
            Arrays.fill(row, Double.NaN);
        }
    }

    /** When the last rank has finished. */
    double time() {
        List<List<Piece>> work = new ArrayList<>();
        for (int rank = 0; rank < ranks; rank++) {
            work.add(order(rank));
        }
        int[] next = new int[ranks];
        double[] free = new double[ranks];
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int rank = 0; rank < ranks; rank++) {
                while (next[rank] < work.get(rank).size()) {
                    Piece piece = work.get(rank).get(next[rank]);
                    double ready = ready(piece);
                    if (Double.isNaN(ready)) {
                        break;
                    }
                    double length = (piece.forward ? forward : backward)[piece.stage];
                    free[rank] = Math.max(free[rank], ready) + length;
                    done[row(piece.forward, piece.stage)][piece.microBatch] = free[rank];
                    next[rank]++;
                    moved = true;
                }
            }
        }
        for (int rank = 0; rank < ranks; rank++) {
            if (next[rank] < work.get(rank).size()) {
                throw new IllegalStateException("rank " + rank + " waits for ever");
            }
        }
        return Arrays.stream(free).max().orElseThrow();
    }

    private double ready(Piece piece) {
        if (piece.forward) {
            return piece.stage == 0 ? 0 : done[row(true, piece.stage - 1)][piece.microBatch];
        }
        boolean last = piece.stage == stages - 1;
        return last
                ? done[row(true, piece.stage)][piece.microBatch]
                : done[row(false, piece.stage + 1)][piece.microBatch];
    }

    private int row(boolean isForward, int stage) {
        return isForward ? stage : stages + stage;
    }

    private List<Piece> order(int rank) {
        int chunks = stages / ranks;
        int all = microBatches * chunks;
        int warmUp =
                chunks == 1
                        ? Math.min(all, ranks - 1 - rank)
                        : Math.min(all, 2 * (ranks - 1 - rank) + (chunks - 1) * ranks);
        List<Piece> order = new ArrayList<>();
        for (int i = 0; i < warmUp; i++) {
            order.add(piece(true, rank, i, chunks));
        }
        for (int i = warmUp; i < all; i++) {
            order.add(piece(true, rank, i, chunks));
            order.add(piece(false, rank, i - warmUp, chunks));
        }
        for (int i = all - warmUp; i < all; i++) {
            order.add(piece(false, rank, i, chunks));
        }
        return order;
    }

    private Piece piece(boolean isForward, int rank, int index, int chunks) {
        int chunk = index % (ranks * chunks) / ranks;
        int microBatch = index / (ranks * chunks) * ranks + index % ranks;
        if (chunks == 1) {
            chunk = 0;
            microBatch = index;
        }
        int place = isForward ? chunk : chunks - 1 - chunk;
        return new Piece(isForward, place * ranks + rank, microBatch);
    }
}
