// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.Serving;

/**
 * Steady state of a serving workload: the batch that its load needs and memory allows, times, and
 * what is written in a second. Percentiles need a simulation; here are their floors.
 */
final class ServingState {

    /** Most steps to find a batch, and its relative precision. */
    private static final int STEPS = 60;

    private static final double PRECISION = 1e-12;

    private ServingState() {}

    /** What keeps engines busy. */
    enum Load {
        /** Requests arrive at a rate. */
        ARRIVALS,
        /** So many are in flight at any time. */
        IN_FLIGHT,
        /** As many as the engines can take. */
        FULL
    }

    /** Equal engines. */
    record Engines(Layout layout, double replicas) {
        double accelerators() {
            return replicas * layout.accelerators();
        }
    }

    /**
     * Evaluates a serving plan. Where not even one request fits, only memory is known, and {@code
     * BATCH_LIMIT} is 0.
     *
     * @param prompts engines that read prompts; the same as {@code answers} where those do
     */
    static void evaluate(
            Frame f, Plan plan, Engines prompts, Engines answers, Load load, OperatingPoint point) {
        Plan.Traits t = plan.traits();
        boolean apart = prompts != answers;
        nothing(f);
        if (!reading(f, plan, prompts, apart, point)) return;
        ServingStep.load(f, plan, answers.layout(), point, false);
        f.input(PREFILL_REPLICAS, prompts.replicas(), Laws.LAYOUT);
        f.input(REPLICAS, answers.replicas(), Laws.LAYOUT);
        f.input(ANSWER_ACCELERATORS, answers.accelerators(), Laws.LAYOUT);
        f.input(PREFILL_ACCELERATORS, apart ? prompts.accelerators() : 0, Laws.LAYOUT);
        ServingStep.memory(f, t);
        limits(f);
        if (f.x[BATCH_LIMIT] < 1) return;
        transfer(f, t, prompts, answers, apart);
        f.same(PROMPT_SHARE, apart ? ZERO : PROMPT_EACH);
        capacity(f, t, answers.layout(), apart);
        batch(f, t, answers.layout(), load);
        tokens(f, t, answers.layout());
        rates(f, load);
        FirstToken.evaluate(f, load);
        ServingResults.evaluate(f, t, apart);
    }

    /** Where not one request fits, nothing is answered. */
    private static void nothing(Frame f) {
        f.x[THROUGHPUT] = 0;
        f.x[TTFT] = Double.POSITIVE_INFINITY;
        f.x[TOKEN_TIME] = Double.POSITIVE_INFINITY;
    }

    /** Engines that read prompts: the time of one, and whether one fits beside their weights. */
    private static boolean reading(
            Frame f, Plan plan, Engines prompts, boolean apart, OperatingPoint point) {
        Plan.Traits t = plan.traits();
        ServingStep.load(f, plan, prompts.layout(), point, apart);
        Products.times(f, PREFILL_RANKS, DP, PP);
        if (apart) {
            ServingStep.memory(f, t);
            f.same(CACHED, PROMPT);
            ServingStep.held(f, PREFILL_LIMIT, ONE, PROMPT);
            if (f.x[PREFILL_LIMIT] < 1) {
                f.same(BATCH_LIMIT, ZERO);
                return false;
            }
        }
        ServingStep.prompt(f, t, prompts.layout());
        f.same(FULL_READING, PROMPT_STEP);
        f.same(PROMPT_EACH, PROMPT_STEP);
        if (f.x[PROMPT_CHUNK] == 0) return true;
        // shared engines hold what they read with what they write
        if (!apart) f.same(PREFILL_LIMIT, PROMPT_CHUNK);
        ServingStep.fullReading(f, t, prompts.layout());
        f.set(
                PROMPT_EACH,
                Serving.promptEach(f.x[FULL_READING], f.x[PROMPTS_FIT]),
                "serving.prompt_each",
                FULL_READING,
                PROMPTS_FIT);
        return true;
    }

    /** The most requests of an engine. */
    private static void limits(Frame f) {
        double[] x = f.x;
        f.set(
                CACHED,
                Serving.cachedTokens(x[PROMPT], x[OUTPUT]),
                "serving.cached_tokens",
                PROMPT,
                OUTPUT);
        f.same(ATTENTION_RANKS, DP);
        ServingStep.held(f, HELD_REQUESTS, ATTENTION_RANKS, CACHED);
        f.set(
                BATCH_LIMIT,
                Serving.mostRequests(x[HELD_REQUESTS], x[ATTENTION_RANKS], x[MAX_BATCH]),
                "serving.most_requests",
                HELD_REQUESTS,
                ATTENTION_RANKS,
                MAX_BATCH);
    }

    /** The cache of a prompt on its way from pool to pool, over the level that holds both. */
    private static void transfer(
            Frame f, Plan.Traits t, Engines prompts, Engines answers, boolean apart) {
        if (!apart) {
            f.same(TRANSFER, ZERO);
            return;
        }
        double[] x = f.x;
        f.input(TRANSFER_RANKS, prompts.accelerators() + answers.accelerators(), Laws.LAYOUT);
        f.input(TRANSFER_PAIRS, Math.min(pairs(prompts), pairs(answers)), Laws.LAYOUT);
        ServingStep.wholeCache(f, t);
        f.set(
                TRANSFER_BYTES,
                Serving.transferBytes(x[PROMPT], x[WHOLE_KV], x[TRANSFER_PAIRS]),
                "serving.transfer_bytes",
                PROMPT,
                WHOLE_KV,
                TRANSFER_PAIRS);
        Exchange.send(f, t, TRANSFER, TRANSFER_RANKS, ONE, TRANSFER_BYTES);
    }

    /** Ranks that hold a request's cache, each a share of it. */
    private static double pairs(Engines e) {
        return e.layout().tp() * e.layout().pp();
    }

    /** What full engines answer, and what those that read can read. */
    private static void capacity(Frame f, Plan.Traits t, Layout layout, boolean apart) {
        double[] x = f.x;
        f.same(REQUESTS, BATCH_LIMIT);
        tokens(f, t, layout);
        f.set(
                ANSWER_CAPACITY,
                Serving.answerCapacity(x[REPLICAS], x[REQUESTS], x[OUTPUT], x[TOKEN_TIME]),
                "serving.answer_capacity",
                REPLICAS,
                REQUESTS,
                OUTPUT,
                TOKEN_TIME);
        if (!apart) {
            f.same(CAPACITY_REQUESTS, ANSWER_CAPACITY);
            return;
        }
        f.set(
                READ_CAPACITY,
                Serving.promptCapacity(x[PREFILL_REPLICAS], x[PREFILL_RANKS], x[PROMPT_EACH]),
                "serving.prompt_capacity",
                PREFILL_REPLICAS,
                PREFILL_RANKS,
                PROMPT_EACH);
        f.set(
                CAPACITY_REQUESTS,
                Serving.poolCapacity(x[READ_CAPACITY], x[ANSWER_CAPACITY]),
                "serving.pool_capacity",
                READ_CAPACITY,
                ANSWER_CAPACITY);
    }

    /** The smallest batch that keeps up with the load, at most what memory holds. */
    private static void batch(Frame f, Plan.Traits t, Layout layout, Load load) {
        double[] x = f.x;
        double limit = x[BATCH_LIMIT];
        if (load == Load.IN_FLIGHT) {
            f.set(
                    ENGINE_IN_FLIGHT,
                    Serving.rankRequests(x[CONCURRENCY], x[REPLICAS]),
                    "serving.rank_requests",
                    CONCURRENCY,
                    REPLICAS);
        }
        double found = limit;
        if (load != Load.FULL) {
            boolean recording = f.recording;
            f.recording = false;
            double least = load == Load.ARRIVALS ? 1 : x[ENGINE_IN_FLIGHT] / 1000;
            double most = load == Load.ARRIVALS ? limit : Math.min(limit, x[ENGINE_IN_FLIGHT]);
            found = needed(f, t, layout, load, least, most);
            f.recording = recording;
        }
        if (found == limit) {
            f.same(REQUESTS, BATCH_LIMIT);
        } else {
            f.input(REQUESTS, found, "least batch that keeps up with the load, by trial");
        }
    }

    /** Solves batch = what the load keeps busy, by false position that never stalls. */
    private static double needed(
            Frame f, Plan.Traits t, Layout layout, Load load, double least, double most) {
        double low = least;
        double lack = lack(f, t, layout, load, low);
        if (lack <= 0) return least;
        double high = most;
        double spare = lack(f, t, layout, load, high);
        if (spare > 0) return most;
        int side = 0;
        for (int i = 0; i < STEPS && high - low > PRECISION * high; i++) {
            double middle = (low * spare - high * lack) / (spare - lack);
            double here = lack(f, t, layout, load, middle);
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

    /** Requests that the load has in an engine that writes at this batch, beyond the batch. */
    private static double lack(Frame f, Plan.Traits t, Layout layout, Load load, double batch) {
        double[] x = f.x;
        x[REQUESTS] = batch;
        tokens(f, t, layout);
        if (load == Load.ARRIVALS) {
            double rate = Math.min(x[ARRIVALS], x[CAPACITY_REQUESTS]);
            return Serving.batch(rate, x[REPLICAS], x[OUTPUT], x[TOKEN_TIME]) - batch;
        }
        FirstToken.queued(f);
        return Serving.writing(x[ENGINE_IN_FLIGHT], x[OUTPUT], x[TOKEN_TIME], x[STEADY_FIRST])
                - batch;
    }

    private static void tokens(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        ServingStep.decode(f, t, layout);
        f.set(
                TOKEN_TIME,
                Serving.tokenTime(x[TOKEN_STEP], x[RANK_REQUESTS], x[OUTPUT], x[PROMPT_SHARE]),
                "serving.token_time",
                TOKEN_STEP,
                RANK_REQUESTS,
                OUTPUT,
                PROMPT_SHARE);
    }

    private static void rates(Frame f, Load load) {
        double[] x = f.x;
        if (load == Load.ARRIVALS) {
            f.same(ASKED, ARRIVALS);
            f.set(
                    REQUEST_RATE,
                    Serving.requestRate(x[ARRIVALS], x[CAPACITY_REQUESTS]),
                    "serving.request_rate",
                    ARRIVALS,
                    CAPACITY_REQUESTS);
        } else {
            f.set(
                    ASKED,
                    Serving.answerCapacity(x[REPLICAS], x[REQUESTS], x[OUTPUT], x[TOKEN_TIME]),
                    "serving.answer_capacity",
                    REPLICAS,
                    REQUESTS,
                    OUTPUT,
                    TOKEN_TIME);
            f.set(
                    REQUEST_RATE,
                    Serving.requestRate(x[ASKED], x[CAPACITY_REQUESTS]),
                    "serving.request_rate",
                    ASKED,
                    CAPACITY_REQUESTS);
        }
        f.set(
                OCCUPANCY,
                Serving.utilization(x[ASKED], x[CAPACITY_REQUESTS]),
                "serving.utilization",
                ASKED,
                CAPACITY_REQUESTS);
        f.set(
                THROUGHPUT,
                Serving.demand(x[REQUEST_RATE], x[OUTPUT]),
                "serving.demand",
                REQUEST_RATE,
                OUTPUT);
    }

    /**
     * Least time of a token at any load, one request with an empty cache: in {@code TOKEN_STEP}.
     */
    static void tokenFloor(Frame f, Plan plan, Engines answers, OperatingPoint point, Probe probe) {
        f.watch(probe);
        ServingStep.load(f, plan, answers.layout(), point, false);
        f.input(REQUESTS, 1, "one request alone");
        f.input(CACHED, 0, "an empty cache");
        ServingStep.decode(f, plan.traits(), answers.layout());
    }

    /** Time to read a prompt of so many tokens, without wait: in {@code PROMPT_TIME}. */
    static void promptFloor(
            Frame f,
            Plan plan,
            Engines prompts,
            boolean apart,
            OperatingPoint point,
            double tokens,
            Probe probe) {
        f.watch(probe);
        ServingStep.load(f, plan, prompts.layout(), point, apart);
        f.input(PROMPT, tokens, "a quantile of the distribution");
        ServingStep.prompt(f, plan.traits(), prompts.layout());
    }
}
