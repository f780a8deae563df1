// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/** Steady state of serving: batch, queues, and what one engine can give. */
public final class Serving {

    private static final String LITTLE = "Little's law";

    private Serving() {}

    /** Requests in one engine at once. */
    @Formula(
            id = "serving.batch",
            unit = "req",
            source = LITTLE,
            text = "arrivals / engines output token_time")
    public static double batch(double arrivals, double engines, double output, double tokenTime) {
        return arrivals / engines * output * tokenTime;
    }

    /** Requests whose cache fits one attention rank, all ranks of an engine together. */
    @Formula(
            id = "serving.batch_limit",
            unit = "req",
            source = "memory that weights and context leave, over the mean cache of a request",
            text = "ranks floor((capacity share - weights - context) / (tokens cache))")
    public static double batchLimit(
            double ranks,
            double capacity,
            double share,
            double weights,
            double context,
            double tokens,
            double cache) {
        double left = capacity * share - weights - context;
        return ranks * Math.max(0, Math.floor(left / (tokens * cache)));
    }

    /** Mean tokens of a request in the cache while it is answered. */
    @Formula(
            id = "serving.cached_tokens",
            unit = "tok",
            source = "answer half written on the mean",
            text = "prompt + output / 2")
    public static double cachedTokens(double prompt, double output) {
        return prompt + output / 2;
    }

    /** Time of a token when the engine reads prompts between steps. */
    @Formula(
            id = "serving.token_time",
            unit = "s",
            source = "each request interrupts the others once, for its prompt",
            text = "step + batch / output prompt_time")
    public static double tokenTime(double step, double batch, double output, double promptTime) {
        return step + batch / output * promptTime;
    }

    /** Tokens written in a second by all engines at this batch. */
    @Formula(
            id = "serving.capacity",
            unit = "tok/s",
            source = "one token a request and step",
            text = "engines batch / token_time")
    public static double capacity(double engines, double batch, double tokenTime) {
        return engines * batch / tokenTime;
    }

    /** Tokens asked for in a second. */
    @Formula(id = "serving.demand", unit = "tok/s", source = "definition", text = "arrivals output")
    public static double demand(double arrivals, double output) {
        return arrivals * output;
    }

    /** What is written in a second: what is asked for, up to what the engines can. */
    @Formula(
            id = "serving.throughput",
            unit = "tok/s",
            source = "definition",
            text = "min(demand, capacity)")
    public static double throughput(double demand, double capacity) {
        return Math.min(demand, capacity);
    }

    /** Share of an engine's time that prompts take. */
    @Formula(
            id = "serving.prompt_load",
            unit = "1",
            source = LITTLE,
            text = "arrivals / engines prompt_time")
    public static double promptLoad(double arrivals, double engines, double promptTime) {
        return arrivals / engines * promptTime;
    }

    /**
     * Mean wait before a prompt is read, with random arrivals; without end at full load.
     *
     * @param variation square of the coefficient of variation of the service time
     */
    @Formula(
            id = "serving.wait",
            unit = "s",
            source = "Pollaczek and Khinchine, M/G/1",
            text = "load (1 + variation) time / (2 (1 - load))")
    public static double wait(double load, double variation, double time) {
        if (load >= 1) return Double.POSITIVE_INFINITY;
        return load * (1 + variation) * time / (2 * (1 - load));
    }

    /** Experts of one rank that a step reads. */
    @Formula(
            id = "serving.experts_read",
            unit = "1",
            source = "experts spread evenly over ranks",
            text = "touched / ranks")
    public static double expertsRead(double touched, double ranks) {
        return touched / ranks;
    }

    /** Requests that one rank works on, of those in its engine. */
    @Formula(
            id = "serving.rank_requests",
            unit = "req",
            source = "requests spread evenly",
            text = "requests / ranks")
    public static double rankRequests(double requests, double ranks) {
        return requests / ranks;
    }
}
