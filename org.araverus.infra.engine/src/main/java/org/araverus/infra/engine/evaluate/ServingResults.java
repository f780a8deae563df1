// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.Power;
import org.araverus.infra.engine.physics.Serving;
import org.araverus.infra.engine.physics.StateMemory;
import org.araverus.infra.engine.physics.Sums;

/** What a serving state comes to: whole requests, memory, where a token's time goes, loads. */
final class ServingResults {

    private ServingResults() {}

    /** All that follows from times and rates. */
    static void evaluate(Frame f, Plan.Traits t, boolean apart) {
        double[] x = f.x;
        f.set(
                END_TO_END,
                Serving.endToEnd(x[TTFT], x[TOKENS_AFTER], x[TOKEN_TIME]),
                "serving.end_to_end",
                TTFT,
                TOKENS_AFTER,
                TOKEN_TIME);
        f.set(PER_USER, Serving.perUser(x[TOKEN_TIME]), "serving.per_user", TOKEN_TIME);
        Products.sum(f, USED_ACCELERATORS, PREFILL_ACCELERATORS, ANSWER_ACCELERATORS);
        f.set(
                PER_ACCELERATOR,
                Serving.perAccelerator(x[THROUGHPUT], x[USED_ACCELERATORS]),
                "serving.per_accelerator",
                THROUGHPUT,
                USED_ACCELERATORS);
        memory(f);
        breakdown(f);
        load(f, t);
        shares(f, apart);
    }

    private static void memory(Frame f) {
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
        f.set(
                KV_REQUEST,
                StateMemory.kvRequest(x[CACHED], x[RANK_KV], x[TP], x[PP]),
                "memory.kv_request",
                CACHED,
                RANK_KV,
                TP,
                PP);
        Products.sum(f, M_PEAK, M_WEIGHTS, KV_CACHE, CONTEXT);
    }

    /** How busy the accelerators are that write. */
    private static void load(Frame f, Plan.Traits t) {
        double[] x = f.x;
        ServingStep.computing(f, t);
        if (x[EMITTED] != 1) ofToken(f, STEP_COMPUTING);
        f.set(
                INTERRUPTIONS,
                Sums.minus(x[TOKEN_TIME], x[TOKEN_STEP]),
                "sum.minus",
                TOKEN_TIME,
                TOKEN_STEP);
        Products.sum(f, COMPUTING, STEP_COMPUTING, INTERRUPTIONS);
        Products.sum(f, STEP_MOVING, B_PRODUCTS, B_ATTENTION, B_POINTWISE);
        f.set(
                ANSWER_LOAD,
                Power.utilization(x[COMPUTING], x[STEP_MOVING], x[TOKEN_TIME]),
                "power.utilization",
                COMPUTING,
                STEP_MOVING,
                TOKEN_TIME);
    }

    /** What of the work is for prompts, and how busy all accelerators are. */
    private static void shares(Frame f, boolean apart) {
        double[] x = f.x;
        if (apart) {
            f.set(
                    SHARE_OF_PROMPTS,
                    Serving.shareOfPool(x[PREFILL_ACCELERATORS], x[ANSWER_ACCELERATORS]),
                    "serving.share_of_pool",
                    PREFILL_ACCELERATORS,
                    ANSWER_ACCELERATORS);
            f.set(
                    UTILIZATION,
                    Serving.meanLoad(x[SHARE_OF_PROMPTS], x[PROMPT_LOAD], x[ANSWER_LOAD]),
                    "serving.mean_load",
                    SHARE_OF_PROMPTS,
                    PROMPT_LOAD,
                    ANSWER_LOAD);
        } else {
            f.set(
                    SHARE_OF_PROMPTS,
                    Serving.shareOfPrompts(x[TOKEN_TIME], x[TOKEN_STEP]),
                    "serving.share_of_prompts",
                    TOKEN_TIME,
                    TOKEN_STEP);
            f.same(UTILIZATION, ANSWER_LOAD);
        }
        f.set(
                SHARE_OF_ANSWERS,
                Sums.minus(x[ONE], x[SHARE_OF_PROMPTS]),
                "sum.minus",
                ONE,
                SHARE_OF_PROMPTS);
        f.set(
                PROMPT_TOKENS,
                Serving.demand(x[REQUEST_RATE], x[PROMPT]),
                "serving.demand",
                REQUEST_RATE,
                PROMPT);
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
        f.same(B_ROUTING, ROUTING_TIME);
        f.same(B_HOST, HOST_TIME);
        f.same(B_DRAFTS, DRAFT_TIME);
        for (int part :
                new int[] {B_PRODUCTS, B_ATTENTION, B_POINTWISE, B_TENSOR, B_EXPERT, B_PIPELINE})
            ServingStep.whole(f, part);
        if (f.x[EMITTED] == 1) return;
        for (int part :
                new int[] {
                    B_PRODUCTS,
                    B_ATTENTION,
                    B_POINTWISE,
                    B_TENSOR,
                    B_EXPERT,
                    B_PIPELINE,
                    B_ROUTING,
                    B_HOST,
                    B_DRAFTS
                }) {
            ofToken(f, part);
        }
    }

    private static void ofToken(Frame f, int part) {
        f.set(
                part,
                Serving.stepOfToken(f.x[part], f.x[EMITTED]),
                "serving.step_of_token",
                part,
                EMITTED);
    }

    private static void part(Frame f, int cell, int ends, int out, boolean kernels) {
        f.same(PER_DENSE, f.x[PLAIN_LAYERS] > 0 ? DENSE + cell : ZERO);
        f.same(PER_MOE, f.x[MOE_LAYERS] > 0 ? MOE + cell : ZERO);
        TrainingResults.layers(f, kernels ? PER_STEP : out, ends);
        if (kernels) Products.times(f, out, KERNEL_TIME, PER_STEP);
    }
}
