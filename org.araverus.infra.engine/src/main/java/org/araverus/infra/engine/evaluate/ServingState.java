// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.Power;
import org.araverus.infra.engine.physics.Serving;
import org.araverus.infra.engine.physics.StateMemory;
import org.araverus.infra.engine.physics.Sums;

/**
 * Steady state of a serving workload: the batch that the arrivals need and memory allows, times,
 * and what is written in a second. Percentiles need a simulation; here are their floors.
 */
final class ServingState {

    /** Most steps to find a batch, and its relative precision. */
    private static final int STEPS = 60;

    private static final double PRECISION = 1e-12;

    private ServingState() {}

    /**
     * Evaluates a serving plan.
     *
     * @param prompts engines that read prompts; null where the others do
     * @param arrivals whether requests arrive at a rate; else the engines are always full
     */
    static void evaluate(
            Frame f,
            Plan plan,
            Engines prompts,
            Engines answers,
            boolean arrivals,
            OperatingPoint point) {
        Plan.Traits t = plan.traits();
        boolean apart = prompts != answers;
        ServingStep.load(f, plan, prompts.layout(), point);
        f.input(PREFILL_REPLICAS, prompts.replicas(), Laws.LAYOUT);
        ServingStep.prompt(f, t, prompts.layout());
        ServingStep.load(f, plan, answers.layout(), point);
        f.input(PREFILL_REPLICAS, prompts.replicas(), Laws.LAYOUT);
        f.input(REPLICAS, answers.replicas(), Laws.LAYOUT);
        f.same(PROMPT_SHARE, apart ? ZERO : PROMPT_TIME);
        ServingStep.memory(f, t);
        batch(f, t, answers.layout(), arrivals);
        tokens(f, t, answers.layout());
        rates(f, arrivals);
        waits(f, arrivals);
        results(f, t, apart);
    }

    /** The smallest batch that keeps up with the arrivals, at most what memory holds. */
    private static void batch(Frame f, Plan.Traits t, Layout layout, boolean arrivals) {
        double[] x = f.x;
        double limit = x[BATCH_LIMIT];
        double found = limit;
        if (arrivals && limit >= 1) {
            boolean recording = f.recording;
            f.recording = false;
            found = needed(f, t, layout, 1, limit);
            f.recording = recording;
        }
        if (found == limit) {
            f.same(REQUESTS, BATCH_LIMIT);
        } else {
            f.input(REQUESTS, found, "least batch that keeps up with the arrivals, by trial");
        }
    }

    /** Solves batch = arrivals x time of a batch, by false position that never stalls. */
    private static double needed(Frame f, Plan.Traits t, Layout layout, double least, double most) {
        double low = least;
        double lack = lack(f, t, layout, low);
        if (lack <= 0) return least;
        double high = most;
        double spare = lack(f, t, layout, high);
        if (spare > 0) return most;
        int side = 0;
        for (int i = 0; i < STEPS && high - low > PRECISION * high; i++) {
            double middle = (low * spare - high * lack) / (spare - lack);
            double here = lack(f, t, layout, middle);
            if (here > 0) {
                low = middle;
                lack = here;
                if (side > 0) spare /= 2;
                side = 1;
            } else {
                high = middle;
                spare = here;
                if (side < 0) lack /= 2;
                side = -1;
            }
        }
        return high;
    }

    /** Requests that arrive while a batch is answered, beyond the batch. */
    private static double lack(Frame f, Plan.Traits t, Layout layout, double batch) {
        double[] x = f.x;
        x[REQUESTS] = batch;
        tokens(f, t, layout);
        return Serving.batch(x[ARRIVALS], x[REPLICAS], x[OUTPUT], x[TOKEN_TIME]) - batch;
    }

    private static void tokens(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        ServingStep.decode(f, t, layout);
        f.set(
                TOKEN_TIME,
                Serving.tokenTime(x[DECODE_STEP], x[REQUESTS], x[OUTPUT], x[PROMPT_SHARE]),
                "serving.token_time",
                DECODE_STEP,
                REQUESTS,
                OUTPUT,
                PROMPT_SHARE);
    }

    private static void rates(Frame f, boolean arrivals) {
        double[] x = f.x;
        f.set(
                SERVING_CAPACITY,
                Serving.capacity(x[REPLICAS], x[REQUESTS], x[TOKEN_TIME]),
                "serving.capacity",
                REPLICAS,
                REQUESTS,
                TOKEN_TIME);
        if (!arrivals) {
            f.same(THROUGHPUT, SERVING_CAPACITY);
            return;
        }
        f.set(
                SERVING_DEMAND,
                Serving.demand(x[ARRIVALS], x[OUTPUT]),
                "serving.demand",
                ARRIVALS,
                OUTPUT);
        // a batch of one may write more than is asked for, a full one less
        f.set(
                THROUGHPUT,
                Serving.throughput(x[SERVING_DEMAND], x[SERVING_CAPACITY]),
                "serving.throughput",
                SERVING_DEMAND,
                SERVING_CAPACITY);
    }

    private static void waits(Frame f, boolean arrivals) {
        double[] x = f.x;
        f.same(WAIT, ZERO);
        f.same(PROMPT_LOAD, ZERO);
        if (arrivals) {
            f.set(
                    PROMPT_LOAD,
                    Serving.promptLoad(x[ARRIVALS], x[PREFILL_REPLICAS], x[PROMPT_TIME]),
                    "serving.prompt_load",
                    ARRIVALS,
                    PREFILL_REPLICAS,
                    PROMPT_TIME);
            f.set(
                    WAIT,
                    Serving.wait(x[PROMPT_LOAD], x[VARIATION_OF_PROMPTS], x[PROMPT_TIME]),
                    "serving.wait",
                    PROMPT_LOAD,
                    VARIATION_OF_PROMPTS,
                    PROMPT_TIME);
        }
        Products.sum(f, TTFT, WAIT, PROMPT_TIME);
    }

    private static void results(Frame f, Plan.Traits t, boolean apart) {
        double[] x = f.x;
        f.set(
                RANK_REQUESTS,
                Serving.rankRequests(x[REQUESTS], x[DP]),
                "serving.rank_requests",
                REQUESTS,
                DP);
        f.set(
                KV_CACHE,
                StateMemory.kvCache(x[RANK_REQUESTS], x[CACHED], x[RANK_KV]),
                "memory.kv_cache",
                RANK_REQUESTS,
                CACHED,
                RANK_KV);
        Products.sum(f, M_PEAK, M_WEIGHTS, KV_CACHE, CONTEXT);
        breakdown(f);
        ServingStep.computing(f, t);
        f.set(
                INTERRUPTIONS,
                Sums.minus(x[TOKEN_TIME], x[DECODE_STEP]),
                "sum.minus",
                TOKEN_TIME,
                DECODE_STEP);
        Products.sum(f, COMPUTING, STEP_COMPUTING, INTERRUPTIONS);
        Products.sum(f, STEP_MOVING, B_PRODUCTS, B_ATTENTION, B_POINTWISE);
        f.set(
                UTILIZATION,
                Power.utilization(x[COMPUTING], x[STEP_MOVING], x[TOKEN_TIME]),
                "power.utilization",
                COMPUTING,
                STEP_MOVING,
                TOKEN_TIME);
    }

    private static void breakdown(Frame f) {
        part(f, PRODUCTS, HEAD + FORWARD, B_PRODUCTS, true);
        f.same(PER_DENSE, ATT_FORWARD);
        f.same(PER_MOE, ATT_FORWARD);
        TrainingResults.layers(f, PER_STEP, ZERO);
        Products.times(f, B_ATTENTION, KERNEL_TIME, PER_STEP);
        part(f, POINTWISE, ZERO, B_POINTWISE, true);
        part(f, TENSOR_SHOWN, ZERO, B_TENSOR, false);
        f.same(PER_DENSE, ZERO);
        f.same(PER_MOE, f.x[MOE_LAYERS] > 0 ? EXPERT_SHOWN : ZERO);
        TrainingResults.layers(f, B_EXPERT, ZERO);
        f.same(B_PIPELINE, STEP_SENDS);
    }

    private static void part(Frame f, int cell, int ends, int out, boolean kernels) {
        f.same(PER_DENSE, f.x[PLAIN_LAYERS] > 0 ? DENSE + cell : ZERO);
        f.same(PER_MOE, f.x[MOE_LAYERS] > 0 ? MOE + cell : ZERO);
        TrainingResults.layers(f, kernels ? PER_STEP : out, ends);
        if (kernels) Products.times(f, out, KERNEL_TIME, PER_STEP);
    }

    /**
     * Least time of a token at any load, one request with an empty cache: in {@code DECODE_STEP}.
     */
    static void tokenFloor(Frame f, Plan plan, Engines answers, OperatingPoint point, Probe probe) {
        f.watch(probe);
        ServingStep.load(f, plan, answers.layout(), point);
        f.input(REQUESTS, 1, "one request alone");
        f.input(CACHED, 0, "an empty cache");
        ServingStep.decode(f, plan.traits(), answers.layout());
    }

    /** Time to read a prompt of so many tokens, without wait: in {@code PROMPT_TIME}. */
    static void promptFloor(
            Frame f, Plan plan, Engines prompts, OperatingPoint point, double tokens, Probe probe) {
        f.watch(probe);
        ServingStep.load(f, plan, prompts.layout(), point);
        f.input(PROMPT, tokens, "a quantile of the distribution");
        ServingStep.prompt(f, plan.traits(), prompts.layout());
    }

    /** Equal engines. */
    record Engines(Layout layout, double replicas) {}
}
