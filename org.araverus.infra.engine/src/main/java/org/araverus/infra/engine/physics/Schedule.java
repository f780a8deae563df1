// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/**
 * Pipeline schedules. Times in s; a stage's time is that of forward and backward of one micro-batch
 * over all chunks that the rank holds.
 */
public final class Schedule {

    private static final String INTERLEAVED = "arXiv:2104.04473 section 2.2";

    private Schedule() {}

    /** What the slowest stage works in one step. */
    @Formula(id = "step.work", unit = "s", source = INTERLEAVED, text = "m slowest stage")
    public static double work(double microBatches, double slowest) {
        return microBatches * slowest;
    }

    /**
     * What the pipeline waits while it fills and drains: every other stage once, by chunks. With
     * equal stages this is (p - 1) t / v.
     *
     * @param stages sum of the times of all stages
     */
    @Formula(
            id = "pipeline.bubble",
            unit = "s",
            source = INTERLEAVED + "; the sum over the other stages where they differ",
            text = "(stages - slowest) / v")
    public static double bubble(double stages, double slowest, double chunks) {
        return (stages - slowest) / chunks;
    }

    /** Bubble over work with equal stages. */
    @Formula(
            id = "pipeline.bubble_share",
            unit = "1",
            source = INTERLEAVED,
            text = "(p - 1) / (v m)")
    public static double bubbleShare(double stages, double chunks, double microBatches) {
        return (stages - 1) / (chunks * microBatches);
    }

    /** Micro-batches of one step on each rank of {@code dp}. */
    @Formula(id = "step.micro_batches", unit = "1", source = "definition", text = "batch / (dp b)")
    public static double microBatches(double batch, double dp, double microBatch) {
        return batch / (dp * microBatch);
    }

    /** Time of one optimizer step. */
    @Formula(
            id = "step.time",
            unit = "s",
            source = "parts that follow one another",
            text = "work + bubble + data parallelism + optimizer")
    public static double stepTime(
            double work, double bubble, double dataParallel, double optimizer) {
        return work + bubble + dataParallel + optimizer;
    }

    /** Communication that nothing hides. */
    @Formula(id = "comm.exposed", unit = "s", source = "share of the stack", text = "share time")
    public static double exposed(double share, double time) {
        return share * time;
    }

    /**
     * Communication that shows although work runs beside it: the share that cannot run beside it,
     * or what outlasts the work, whichever is longer.
     */
    @Formula(
            id = "comm.beyond",
            unit = "s",
            source = "overlap with a window of work",
            text = "max(share time, time - window)")
    public static double beyond(double share, double time, double window) {
        return Math.max(share * time, time - window);
    }

    /** Share of the accelerators' peak that the model's FLOPs make. */
    @Formula(
            id = "step.mfu",
            unit = "1",
            source = "arXiv:2204.02311 appendix B",
            text = "model FLOP / (time accelerators peak)")
    public static double mfu(double flops, double time, double accelerators, double peak) {
        return ModelFlops.utilization(flops, time, accelerators, peak);
    }

    /** Share of the accelerators' peak with recomputation counted. */
    @Formula(
            id = "step.hfu",
            unit = "1",
            source = "arXiv:2204.02311 appendix B",
            text = "(model FLOP + recomputed FLOP) / (time accelerators peak)")
    public static double hfu(
            double flops, double recomputed, double time, double accelerators, double peak) {
        return ModelFlops.utilization(flops + recomputed, time, accelerators, peak);
    }

    /** Model FLOPs of one accelerator in a second. */
    @Formula(
            id = "step.flops",
            unit = "FLOP/s",
            source = "definition",
            text = "model FLOP / (time accelerators)")
    public static double flops(double flops, double time, double accelerators) {
        return flops / (time * accelerators);
    }

    /** Tokens in a second. */
    @Formula(id = "throughput", unit = "tok/s", source = "definition", text = "tokens / time")
    public static double throughput(double tokens, double time) {
        return tokens / time;
    }

    /** Time of an exchange that lasts longer than the work beside it. */
    @Formula(
            id = "comm.beside",
            unit = "s",
            source =
                    "lmsys.org/blog/2025-09-25-gb200-part-2: results of experts travel while the last"
                            + " product and the shared experts run",
            text = "max(0, time - work)")
    public static double beside(double time, double work) {
        return Math.max(0, time - work);
    }
}
