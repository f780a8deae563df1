// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import org.araverus.infra.engine.physics.ModelFlops;
import org.araverus.infra.engine.physics.ParallelTraffic;
import org.araverus.infra.engine.physics.Parameters;
import org.araverus.infra.engine.physics.Pipeline;
import org.araverus.infra.engine.physics.Roofline;
import org.araverus.infra.engine.physics.Serving;
import org.araverus.infra.engine.physics.Shapes;
import org.araverus.infra.engine.physics.StateMemory;
import org.araverus.infra.engine.physics.Sums;

/**
 * Steps of one serving engine: the forward pass that reads a prompt, and the one that writes a
 * token for each request in it. Experts are spread evenly over the engine's ranks.
 */
final class ServingStep {

    private ServingStep() {}

    /** Loads an engine's layout. */
    static void load(Frame f, Plan plan, Layout layout, OperatingPoint point) {
        Sizes.load(f, plan, layout, point);
        Sizes.widths(f, plan.traits());
    }

    /** Time to read the prompt in its cell: writes {@code PROMPT_TIME}. */
    static void prompt(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        f.same(TOKENS, PROMPT);
        f.same(SEQUENCE, PROMPT);
        f.set(KEYS, ModelFlops.causalKeys(x[PROMPT], x[ZERO]), "flops.causal_keys", PROMPT, ZERO);
        Attention.coreForward(f, t);
        if (t.experts()) {
            localExperts(f);
            FeedForward.rows(f);
        }
        forward(f, t, layout, ONE);
        f.same(PROMPT_TIME, FORWARD_STEP);
    }

    /** Step of the requests and the cache in their cells: writes {@code DECODE_STEP}. */
    static void decode(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        Products.times(f, ENGINE_RANKS, DP, PP);
        f.set(
                RANK_REQUESTS,
                Serving.rankRequests(x[REQUESTS], x[ENGINE_RANKS]),
                "serving.rank_requests",
                REQUESTS,
                ENGINE_RANKS);
        f.same(TOKENS, RANK_REQUESTS);
        cacheRead(f, t);
        if (t.experts()) expertsRead(f);
        forward(f, t, layout, TOKENS);
        f.same(DECODE_STEP, FORWARD_STEP);
    }

    private static void cacheRead(Frame f, Plan.Traits t) {
        double[] x = f.x;
        layerCache(f, t);
        Products.times(f, ATT_BYTES, CACHED, ONE_LAYER_KV);
        Products.times(f, ATT_BYTES, TOKENS, ATT_BYTES);
        int qk = QK_DIM;
        int value = V_DIM;
        if (t.latentAttention()) {
            // the up-projections fold into query and output: scores over the compressed cache
            qk = KV_DOWN_WIDTH;
            value = KV_RANK;
        }
        f.set(
                ATT_FLOPS,
                ModelFlops.attention(x[TOKENS], x[CACHED], x[LOCAL_HEADS], x[qk], x[value]),
                "flops.attention",
                TOKENS,
                CACHED,
                LOCAL_HEADS,
                qk,
                value);
        f.same(ATT_REACHED, ATTENTION);
        Products.core(f, ATT_FORWARD, ATT_FLOPS, ATT_BYTES);
    }

    private static void layerCache(Frame f, Plan.Traits t) {
        double[] x = f.x;
        if (t.latentAttention()) {
            f.set(
                    ONE_LAYER_KV,
                    StateMemory.kvTokenLatent(x[ONE], x[KV_RANK], x[ROPE_DIM], x[KV_BYTES]),
                    "memory.kv_token_latent",
                    ONE,
                    KV_RANK,
                    ROPE_DIM,
                    KV_BYTES);
        } else {
            f.set(
                    ONE_LAYER_KV,
                    StateMemory.kvToken(x[ONE], x[KV_HEADS], x[HEAD_DIM], x[KV_BYTES], x[TP]),
                    "memory.kv_token",
                    ONE,
                    KV_HEADS,
                    HEAD_DIM,
                    KV_BYTES,
                    TP);
        }
    }

    private static void localExperts(Frame f) {
        f.set(
                LOCAL_EXPERTS,
                Shapes.localExperts(f.x[EXPERTS], f.x[EP]),
                "shape.local_experts",
                EXPERTS,
                EP);
    }

    /** Experts of one rank that the tokens of all ranks touch. */
    private static void expertsRead(Frame f) {
        double[] x = f.x;
        Products.times(f, ENGINE_TOKENS, DP, TOKENS);
        f.set(
                TOUCHED,
                Parameters.expertsTouched(x[EXPERTS], x[TOP_K], x[ENGINE_TOKENS]),
                "parameters.experts_touched",
                EXPERTS,
                TOP_K,
                ENGINE_TOKENS);
        f.set(
                LOCAL_EXPERTS,
                Serving.expertsRead(x[TOUCHED], x[EP]),
                "serving.experts_read",
                TOUCHED,
                EP);
        f.set(
                EXPERT_ROWS,
                Shapes.expertRows(x[TOKENS], x[TOP_K], x[TP]),
                "shape.expert_rows",
                TOKENS,
                TOP_K,
                TP);
        f.same(PADDED_ROWS, EXPERT_ROWS);
    }

    /** All layers, the head over {@code rows} rows, and the hops between stages. */
    private static void forward(Frame f, Plan.Traits t, Layout layout, int rows) {
        double[] x = f.x;
        Layers.forward(f, t, layout);
        if (x[PLAIN_LAYERS] == 0) f.same(DENSE + PASS, ZERO);
        if (x[MOE_LAYERS] == 0) f.same(MOE + PASS, ZERO);
        Products.forward16(f, HEAD, rows, VOCAB_WIDTH, HIDDEN);
        Layers.kernels(f, STEP_HEAD, HEAD + FORWARD, ZERO, ZERO);
        hops(f, t, layout);
        f.set(
                FORWARD_STEP,
                Pipeline.stageTime(
                        x[PLAIN_LAYERS],
                        x[DENSE + PASS],
                        x[MOE_LAYERS],
                        x[MOE + PASS],
                        x[STEP_HEAD],
                        x[STEP_SENDS]),
                "stage.time",
                PLAIN_LAYERS,
                DENSE + PASS,
                MOE_LAYERS,
                MOE + PASS,
                STEP_HEAD,
                STEP_SENDS);
    }

    private static void hops(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        if (layout.pp() == 1) {
            f.same(STEP_SENDS, ZERO);
            return;
        }
        f.set(
                PIPELINE_BYTES,
                ParallelTraffic.pipeline(x[TOKENS], x[HIDDEN], x[BYTES], x[TP]),
                "comm.pipeline_bytes",
                TOKENS,
                HIDDEN,
                BYTES,
                TP);
        Exchange.send(f, t, PIPELINE_SEND, PP, STAGE_STRIDE, PIPELINE_BYTES);
        f.set(STEP_HOPS, Sums.minus(x[PP], x[ONE]), "sum.minus", PP, ONE);
        Products.times(f, STEP_SENDS, STEP_HOPS, PIPELINE_SEND);
    }

    /** Weights of a rank, and the requests whose cache fits beside them. */
    static void memory(Frame f, Plan.Traits t) {
        double[] x = f.x;
        RankParameters.evaluate(f, t);
        f.set(
                P_STAGE,
                Pipeline.stageParameters(
                        x[PLAIN_LAYERS],
                        x[DENSE + PARAMETERS],
                        x[MOE_LAYERS],
                        x[MOE + PARAMETERS],
                        x[P_VOCAB]),
                "parameters.stage",
                PLAIN_LAYERS,
                DENSE + PARAMETERS,
                MOE_LAYERS,
                MOE + PARAMETERS,
                P_VOCAB);
        Products.times(f, P_STAGE_EXPERTS, MOE_LAYERS, P_EXPERT_RANK);
        Products.sum(f, WEIGHT_PARAMETERS, P_STAGE, P_STAGE_EXPERTS);
        f.set(
                M_WEIGHTS,
                StateMemory.weights(x[WEIGHT_PARAMETERS], x[WEIGHT_BYTES], x[PP]),
                "memory.weights",
                WEIGHT_PARAMETERS,
                WEIGHT_BYTES,
                PP);
        layerCache(f, t);
        Products.times(f, TOKEN_KV, LAYERS, ONE_LAYER_KV);
        f.set(
                RANK_KV,
                StateMemory.weights(x[TOKEN_KV], x[ONE], x[PP]),
                "memory.weights",
                TOKEN_KV,
                ONE,
                PP);
        f.set(
                CACHED,
                Serving.cachedTokens(x[PROMPT], x[OUTPUT]),
                "serving.cached_tokens",
                PROMPT,
                OUTPUT);
        f.set(
                BATCH_LIMIT,
                Serving.batchLimit(
                        x[DP],
                        x[CAPACITY],
                        x[RESERVED],
                        x[M_WEIGHTS],
                        x[CONTEXT],
                        x[CACHED],
                        x[RANK_KV]),
                "serving.batch_limit",
                DP,
                CAPACITY,
                RESERVED,
                M_WEIGHTS,
                CONTEXT,
                CACHED,
                RANK_KV);
    }

    /** Time that the products of a step compute, without their traffic. */
    static void computing(Frame f, Plan.Traits t) {
        double[] x = f.x;
        f.same(PER_DENSE, ZERO);
        f.same(PER_MOE, ZERO);
        if (t.latentAttention()) {
            Products.sum(
                    f,
                    PER_FLOPS,
                    Q_DOWN + FLOPS,
                    Q_UP + FLOPS,
                    KV_DOWN + FLOPS,
                    KV_UP + FLOPS,
                    ATT_OUT + FLOPS);
        } else {
            Products.sum(f, PER_FLOPS, QKV + FLOPS, ATT_OUT + FLOPS);
        }
        Products.sum(f, PER_FLOPS, PER_FLOPS, ATT_FLOPS);
        if (x[PLAIN_LAYERS] > 0) Products.sum(f, PER_DENSE, PER_FLOPS, UP + FLOPS, DOWN + FLOPS);
        if (x[MOE_LAYERS] > 0)
            Products.sum(f, PER_MOE, PER_FLOPS, EXPERT_UP + FLOPS, EXPERT_DOWN + FLOPS);
        TrainingResults.layers(f, STEP_FLOPS, HEAD + FLOPS);
        f.set(
                STEP_COMPUTING,
                Roofline.computing(x[STEP_FLOPS], x[EFFECTIVE_PEAK], x[COMPUTE]),
                "op.computing",
                STEP_FLOPS,
                EFFECTIVE_PEAK,
                COMPUTE);
    }
}
