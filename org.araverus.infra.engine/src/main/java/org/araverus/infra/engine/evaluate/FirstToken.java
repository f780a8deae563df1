// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.Serving;

/**
 * Time to the first token: the step that runs, prompts before, the prompt itself, what frontends
 * take, and tokens that are sent together.
 */
final class FirstToken {

    private FirstToken() {}

    /** A first token of clients that wait for answers, and of full engines. */
    private static void steady(Frame f) {
        double[] x = f.x;
        f.same(HALF_STEP, ZERO);
        if (x[PROMPT_SHARE] > 0)
            f.set(
                    HALF_STEP,
                    Serving.stepWait(x[DECODE_STEP], x[POLL], x[PROMPT_LOAD], x[PROMPT_STEP]),
                    "serving.step_wait",
                    DECODE_STEP,
                    POLL,
                    PROMPT_LOAD,
                    PROMPT_STEP);
        Products.sum(f, REST_OF_FIRST, FIRST_TOKEN, HALF_STEP);
        reading(f);
        Products.sum(f, STEADY_FIRST, READING, TRANSFER, REST_OF_FIRST);
    }

    /** Time to read a prompt at the load in its cell. */
    private static void reading(Frame f) {
        double[] x = f.x;
        if (x[FULL_READING] == x[PROMPT_STEP]) {
            f.same(READING, PROMPT_TIME);
            return;
        }
        f.set(
                READING,
                Serving.reading(x[PROMPT_TIME], x[PROMPT_STEP], x[PROMPT_LOAD], x[FULL_READING]),
                "serving.reading",
                PROMPT_TIME,
                PROMPT_STEP,
                PROMPT_LOAD,
                FULL_READING);
    }

    /** The same with the queue of prompts that the batch in its cell makes. */
    static void queued(Frame f) {
        double[] x = f.x;
        f.set(
                REQUEST_RATE,
                Serving.answerCapacity(x[REPLICAS], x[REQUESTS], x[OUTPUT], x[TOKEN_TIME]),
                "serving.answer_capacity",
                REPLICAS,
                REQUESTS,
                OUTPUT,
                TOKEN_TIME);
        promptLoad(f);
        steady(f);
        f.set(
                RANK_IN_FLIGHT,
                Serving.rankRequests(x[CONCURRENCY], x[READING_RANKS]),
                "serving.rank_requests",
                CONCURRENCY,
                READING_RANKS);
        f.set(
                WAIT,
                Serving.waitInFlight(
                        x[PROMPT_LOAD],
                        x[VARIATION_OF_PROMPTS],
                        x[VARIATION_OF_ANSWERS],
                        x[PROMPT_EACH],
                        x[RANK_IN_FLIGHT]),
                "serving.wait_in_flight",
                PROMPT_LOAD,
                VARIATION_OF_PROMPTS,
                VARIATION_OF_ANSWERS,
                PROMPT_EACH,
                RANK_IN_FLIGHT);
        Products.sum(f, STEADY_FIRST, STEADY_FIRST, WAIT);
    }

    /** Share of the time of ranks that prompts take, at the rate in its cell. */
    private static void promptLoad(Frame f) {
        Products.times(f, READING_RANKS, PREFILL_REPLICAS, PREFILL_RANKS);
        f.set(
                PROMPT_LOAD,
                Serving.promptLoad(f.x[REQUEST_RATE], f.x[READING_RANKS], f.x[PROMPT_EACH]),
                "serving.prompt_load",
                REQUEST_RATE,
                READING_RANKS,
                PROMPT_EACH);
    }

    /** The first token at the batch and the rate in their cells. */
    static void evaluate(Frame f, ServingState.Load load) {
        double[] x = f.x;
        promptLoad(f);
        steady(f);
        f.same(WAIT, ZERO);
        switch (load) {
            case FULL -> f.same(TTFT, STEADY_FIRST);
            case IN_FLIGHT ->
                    f.set(
                            TTFT,
                            Serving.firstTokenInFlight(
                                    x[ENGINE_IN_FLIGHT], x[REQUESTS], x[OUTPUT], x[TOKEN_TIME]),
                            "serving.first_token_in_flight",
                            ENGINE_IN_FLIGHT,
                            REQUESTS,
                            OUTPUT,
                            TOKEN_TIME);
            case ARRIVALS -> arriving(f);
        }
        f.set(
                TOKENS_AFTER,
                Serving.tokensAfter(x[OUTPUT], x[STREAM]),
                "serving.tokens_after",
                OUTPUT,
                STREAM);
        if (x[STREAM] == 1) return;
        f.set(
                HELD_BACK,
                Serving.heldBack(x[STREAM], x[TOKEN_TIME]),
                "serving.held_back",
                STREAM,
                TOKEN_TIME);
        Products.sum(f, TTFT, TTFT, HELD_BACK);
    }

    private static void arriving(Frame f) {
        double[] x = f.x;
        f.set(
                WAIT,
                Serving.wait(x[PROMPT_LOAD], x[VARIATION_OF_PROMPTS], x[PROMPT_STEP]),
                "serving.wait",
                PROMPT_LOAD,
                VARIATION_OF_PROMPTS,
                PROMPT_STEP);
        f.set(
                TTFT,
                Serving.firstToken(
                        x[OCCUPANCY], x[WAIT], x[READING], x[TRANSFER], x[REST_OF_FIRST]),
                "serving.first_token",
                OCCUPANCY,
                WAIT,
                READING,
                TRANSFER,
                REST_OF_FIRST);
    }
}
