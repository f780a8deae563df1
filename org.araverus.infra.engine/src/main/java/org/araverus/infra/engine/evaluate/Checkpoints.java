// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.Checkpointing;

/** What stays of the work of training: checkpoints, and what interruptions undo. */
final class Checkpoints {

    private Checkpoints() {}

    /** Expects memory and throughput in the frame. */
    static void evaluate(Frame f, Plan.Keeps keeps) {
        f.same(KEPT_THROUGHPUT, THROUGHPUT);
        if (!keeps.saves()) return;
        save(f, keeps);
        if (!keeps.goodput()) return;
        if (keeps.interrupted()) interruptions(f);
        between(f, keeps);
        double[] x = f.x;
        f.set(
                SAVING_SHARE,
                Checkpointing.saving(x[STALL], x[BETWEEN]),
                "goodput.saving",
                STALL,
                BETWEEN);
        f.same(RUNNING_SHARE, ONE);
        if (keeps.interrupted()) running(f);
        f.set(
                GOODPUT,
                Checkpointing.goodput(x[SAVING_SHARE], x[RUNNING_SHARE]),
                "goodput.share",
                SAVING_SHARE,
                RUNNING_SHARE);
        f.set(
                KEPT_THROUGHPUT,
                Checkpointing.throughput(x[THROUGHPUT], x[GOODPUT]),
                "goodput.throughput",
                THROUGHPUT,
                GOODPUT);
    }

    private static void save(Frame f, Plan.Keeps keeps) {
        double[] x = f.x;
        boolean adapters = x[RANK] > 0;
        f.same(SAVED_PARAMETERS, adapters ? ADAPTED : MODEL_PARAMETERS);
        f.set(
                SAVED,
                Checkpointing.size(x[SAVED_PARAMETERS], x[WEIGHT_BYTES], x[OPTIMIZER]),
                "checkpoint.size",
                SAVED_PARAMETERS,
                WEIGHT_BYTES,
                OPTIMIZER);
        transfer(f, SAVE_TIME, SAVED, WRITE);
        f.same(LOADED, SAVED);
        if (adapters) {
            // frozen weights are read again from where they came
            Products.times(f, RESTORED, WEIGHT_BYTES, MODEL_PARAMETERS);
            Products.sum(f, LOADED, SAVED, RESTORED);
        }
        transfer(f, LOAD_TIME, LOADED, READ);
        if (!keeps.copies()) {
            f.same(STALL, SAVE_TIME);
            return;
        }
        Products.sum(f, COPIED, M_TRAINED, M_OPTIMIZER);
        transfer(f, STALL, COPIED, HOST_RATE);
    }

    private static void transfer(Frame f, int out, int bytes, int rate) {
        double[] x = f.x;
        f.set(out, Checkpointing.transfer(x[bytes], x[rate]), "checkpoint.transfer", bytes, rate);
    }

    private static void interruptions(Frame f) {
        double[] x = f.x;
        f.set(
                INTERRUPTED,
                Checkpointing.interrupted(x[MTBF], x[ACCELERATORS]),
                "reliability.job",
                MTBF,
                ACCELERATORS);
    }

    private static void between(Frame f, Plan.Keeps keeps) {
        double[] x = f.x;
        if (keeps.paced()) {
            f.same(BETWEEN, INTERVAL);
            return;
        }
        f.set(
                BETWEEN,
                Checkpointing.young(x[STALL], x[INTERRUPTED]),
                "checkpoint.young",
                STALL,
                INTERRUPTED);
    }

    private static void running(Frame f) {
        double[] x = f.x;
        f.set(
                LOST,
                Checkpointing.lost(x[BETWEEN], x[RESTART], x[LOAD_TIME]),
                "goodput.lost",
                BETWEEN,
                RESTART,
                LOAD_TIME);
        f.set(
                RUNNING_SHARE,
                Checkpointing.running(x[LOST], x[INTERRUPTED]),
                "goodput.running",
                LOST,
                INTERRUPTED);
    }
}
