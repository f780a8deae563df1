// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/** Checkpoints, interruptions, and what stays of the work of a job. Bytes, seconds, shares. */
public final class Checkpointing {

    private static final String YOUNG =
            "J. W. Young, A first order approximation to the optimum checkpoint interval, CACM 17"
                    + " (1974)";
    private static final String ETTR =
            "Kokolis et al., Revisiting Reliability in Large-Scale Machine Learning Research"
                    + " Clusters, arXiv:2410.21680: expected effective training time ratio";

    private Checkpointing() {}

    /** Bytes of a checkpoint: weights and optimizer state, each once over all ranks. */
    @Formula(
            id = "checkpoint.size",
            unit = "B",
            source = "Rajbhandari et al., ZeRO, arXiv:1910.02054: state without gradients",
            text = "parameters (weight + optimizer)")
    public static double size(double parameters, double weight, double optimizer) {
        return parameters * (weight + optimizer);
    }

    /** Time of bytes at a rate. */
    @Formula(id = "checkpoint.transfer", unit = "s", source = "definition", text = "bytes / rate")
    public static double transfer(double bytes, double rate) {
        return bytes / rate;
    }

    /** Time between interruptions of a job: any of its accelerators stops it. */
    @Formula(
            id = "reliability.job",
            unit = "s",
            source = "independent interruptions at a constant rate",
            text = "mtbf / accelerators")
    public static double interrupted(double mtbf, double accelerators) {
        return mtbf / accelerators;
    }

    /** The interval at which checkpoints and repeated work cost least, to first order. */
    @Formula(id = "checkpoint.young", unit = "s", source = YOUNG, text = "sqrt(2 stall M)")
    public static double young(double stall, double interrupted) {
        return Math.sqrt(2 * stall * interrupted);
    }

    /** Share of the time that is left beside checkpoints. */
    @Formula(id = "goodput.saving", unit = "1", source = ETTR, text = "1 / (1 + stall / interval)")
    public static double saving(double stall, double interval) {
        return stall == 0 ? 1 : 1 / (1 + stall / interval);
    }

    /** Time that an interruption takes: on average half an interval is done again. */
    @Formula(id = "goodput.lost", unit = "s", source = ETTR, text = "interval / 2 + restart + read")
    public static double lost(double interval, double restart, double read) {
        return interval / 2 + restart + read;
    }

    /** Share of the time that is left beside interruptions; nothing where they come too fast. */
    @Formula(id = "goodput.running", unit = "1", source = ETTR, text = "max(0, 1 - lost / M)")
    public static double running(double lost, double interrupted) {
        return Math.max(0, 1 - lost / interrupted);
    }

    /** Share of the time whose work stays. */
    @Formula(id = "goodput.share", unit = "1", source = ETTR, text = "saving running")
    public static double goodput(double saving, double running) {
        return saving * running;
    }

    /** Tokens that stay. */
    @Formula(
            id = "goodput.throughput",
            unit = "tok/s",
            source = "definition",
            text = "throughput goodput")
    public static double throughput(double throughput, double goodput) {
        return throughput * goodput;
    }
}
