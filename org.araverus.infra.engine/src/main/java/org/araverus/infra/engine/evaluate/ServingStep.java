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
 * token for each request in it. Tokens choose experts evenly, and experts are dealt evenly to the
 * engine's ranks.
 */
final class ServingStep {

    private ServingStep() {}

    /**
     * Loads an engine's layout.
     *
     * @param reads whether it is of a pool that reads prompts alone
     */
    static void load(Frame f, Plan plan, Layout layout, OperatingPoint point, boolean reads) {
        Sizes.load(f, plan, layout, point);
        Sizes.widths(f, plan.traits());
        f.same(COPIED_EXPERTS, reads ? PREFILL_REDUNDANT : REDUNDANT);
        f.same(HALVES, reads ? PREFILL_TWO_BATCHES : TWO_BATCHES);
        if (plan.traits().experts()) slots(f);
    }

    /** Experts with their copies, and how uneven they leave the ranks. */
    private static void slots(Frame f) {
        double[] x = f.x;
        if (x[COPIED_EXPERTS] > 0) Products.sum(f, SLOTS, EXPERTS, COPIED_EXPERTS);
        else f.same(SLOTS, EXPERTS);
        if (x[EXPERT_SKEW] == 0) {
            f.same(UNEVEN, ONE);
            return;
        }
        f.set(
                BUSIEST_PIECE,
                Serving.busiestPiece(x[EXPERTS], x[EXPERT_SKEW], x[COPIED_EXPERTS]),
                "serving.busiest_piece",
                EXPERTS,
                EXPERT_SKEW,
                COPIED_EXPERTS);
        f.set(
                UNEVEN,
                Serving.uneven(x[BUSIEST_PIECE], x[EP], x[SLOTS]),
                "serving.uneven",
                BUSIEST_PIECE,
                EP,
                SLOTS);
    }

    /**
     * Time to read the prompt in its cell alone: writes {@code PROMPT_STEP}, and {@code
     * PROMPT_TIME} with its launches, which run beside the step before where there is one.
     */
    static void prompt(Frame f, Plan.Traits t, Layout layout) {
        f.same(PROMPTS_READ, ONE);
        reading(f, t, layout, PROMPT_STEP);
        launches(f);
        Products.sum(f, PROMPT_TIME, PROMPT_STEP, LAUNCHES);
    }

    /** A step that reads as many prompts as fit: writes {@code PROMPTS_FIT, FULL_READING}. */
    static void fullReading(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        f.set(
                PROMPTS_FIT,
                Serving.promptsOfStep(x[PROMPT_CHUNK], x[PROMPT], x[PREFILL_LIMIT]),
                "serving.prompts_of_step",
                PROMPT_CHUNK,
                PROMPT,
                PREFILL_LIMIT);
        if (x[PROMPTS_FIT] == 1) {
            f.same(FULL_READING, PROMPT_STEP);
            return;
        }
        f.same(PROMPTS_READ, PROMPTS_FIT);
        reading(f, t, layout, FULL_READING);
    }

    private static void reading(Frame f, Plan.Traits t, Layout layout, int out) {
        Products.times(f, TOKENS, PROMPTS_READ, PROMPT);
        f.same(PARTS, HALVES);
        part(f, TOKENS);
        f.same(SEQUENCE, PROMPT);
        f.same(SPAN, PROMPT);
        f.same(RANK_TOKENS, TOKENS);
        Mixers.keys(f);
        Attention.coreForward(f, t);
        // the other ranks of an engine read prompts of their own meanwhile
        Products.times(f, ENGINE_TOKENS, DP, TOKENS);
        if (t.experts()) experts(f);
        forward(f, t, layout, PROMPTS_READ);
        whole(f, FORWARD_STEP);
        Products.times(f, out, PROMPT_FACTOR, FORWARD_STEP);
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
        f.set(
                BUSY_REQUESTS,
                Serving.busiestRank(x[REQUESTS], x[ENGINE_RANKS]),
                "serving.busiest_rank",
                REQUESTS,
                ENGINE_RANKS);
        f.same(EMITTED, ONE);
        f.same(DRAFT_TIME, ZERO);
        f.same(CHECKED, ONE);
        if (x[DRAFTS] > 0) guesses(f, t, layout);
        tokens(f, t, layout);
        whole(f, FORWARD_STEP);
        Products.times(f, ROUTING_TIME, MOE_LAYERS, EXPERT_LAYER);
        whole(f, ROUTING_TIME);
        Products.sum(f, DEVICE_STEP, FORWARD_STEP, ROUTING_TIME, DRAFT_TIME);
        if (x[CAPTURED] == 0) launches(f);
        else f.same(LAUNCHES, ZERO);
        f.set(
                HOST_TIME,
                Serving.hostTime(x[HOST_STEP], x[BUSY_REQUESTS], x[REQUEST_TIME], x[LAUNCHES]),
                "serving.host_time",
                HOST_STEP,
                BUSY_REQUESTS,
                REQUEST_TIME,
                LAUNCHES);
        Products.sum(f, DECODE_STEP, DEVICE_STEP, HOST_TIME);
        f.set(
                TOKEN_STEP,
                Serving.stepOfToken(x[DECODE_STEP], x[EMITTED]),
                "serving.step_of_token",
                DECODE_STEP,
                EMITTED);
    }

    /** What the device waits for launches in a step that no graph replays. */
    private static void launches(Frame f) {
        double[] x = f.x;
        f.set(
                STEP_KERNELS,
                Serving.kernels(x[LAYERS], x[LAYER_KERNELS], x[MOE_LAYERS], x[EXPERT_KERNELS]),
                "serving.kernels",
                LAYERS,
                LAYER_KERNELS,
                MOE_LAYERS,
                EXPERT_KERNELS);
        Products.times(f, LAUNCHES, HOST_LAUNCH, STEP_KERNELS);
    }

    /** The forward pass that checks so many tokens of each request. */
    private static void tokens(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        f.same(PARTS, ONE);
        if (x[HALVES] > 1)
            f.set(
                    PARTS,
                    Serving.parts(x[HALVES], x[BUSY_REQUESTS]),
                    "serving.parts",
                    HALVES,
                    BUSY_REQUESTS);
        f.same(PART_REQUESTS, BUSY_REQUESTS);
        part(f, PART_REQUESTS);
        Products.times(f, TOKENS, CHECKED, PART_REQUESTS);
        f.same(RANK_TOKENS, TOKENS);
        cacheRead(f, t);
        Products.times(f, ENGINE_TOKENS, DP, RANK_REQUESTS);
        Products.times(f, ENGINE_TOKENS, CHECKED, ENGINE_TOKENS);
        part(f, ENGINE_TOKENS);
        if (t.experts()) experts(f);
        forward(f, t, layout, TOKENS);
    }

    /** What one part of a step has of the whole. */
    private static void part(Frame f, int cell) {
        if (f.x[PARTS] == 1) return;
        f.set(cell, Serving.part(f.x[cell], f.x[PARTS]), "serving.part", cell, PARTS);
    }

    /** What all parts of a step take, where the cell has that of one. */
    static void whole(Frame f, int cell) {
        if (f.x[PARTS] != 1) Products.times(f, cell, PARTS, cell);
    }

    /** Guesses, one after the other, each by a layer and the head; and how many hold. */
    private static void guesses(Frame f, Plan.Traits t, Layout layout) {
        double[] x = f.x;
        if (x[MTP_MODULES] > 0) {
            tokens(f, t, layout);
            Products.times(f, DRAFT_WIDTH, TWO, HIDDEN);
            Products.forward(f, DRAFT_IN, TOKENS, HIDDEN, DRAFT_WIDTH, ONE);
            Layers.kernels(f, DRAFT_LAYER, DRAFT_IN + FORWARD, ZERO, ZERO);
            int layer = x[MOE_LAYERS] > 0 ? MOE + PASS : DENSE + PASS;
            Products.sum(f, DRAFT_ONE, DRAFT_LAYER, layer, STEP_HEAD);
            whole(f, DRAFT_ONE);
            Products.times(f, DRAFT_TIME, DRAFTS, DRAFT_ONE);
        }
        f.set(CHECKED, Serving.checked(x[DRAFTS]), "serving.checked", DRAFTS);
        f.set(
                EMITTED,
                Serving.emitted(x[DRAFTS], x[ACCEPTANCE]),
                "serving.emitted",
                DRAFTS,
                ACCEPTANCE);
    }

    private static void cacheRead(Frame f, Plan.Traits t) {
        double[] x = f.x;
        if (CompressedAttention.in(f)) {
            CompressedAttention.decode(f);
            return;
        }
        layerCache(f, t);
        Mixers.seen(f);
        Products.times(f, ATT_BYTES, SEEN, ONE_LAYER_KV);
        Products.times(f, ATT_BYTES, PART_REQUESTS, ATT_BYTES);
        int qk = QK_DIM;
        int value = V_DIM;
        if (t.latentAttention()) {
            // the up-projections fold into query and output: scores over the compressed cache
            qk = KV_DOWN_WIDTH;
            value = KV_RANK;
        }
        f.set(
                ATT_FLOPS,
                ModelFlops.attention(x[TOKENS], x[SEEN], x[LOCAL_HEADS], x[qk], x[value]),
                "flops.attention",
                TOKENS,
                SEEN,
                LOCAL_HEADS,
                qk,
                value);
        Mixers.indexer(f);
        f.same(ATT_REACHED, ATTENTION);
        Products.core(f, ATT_FORWARD, ATT_FLOPS, ATT_BYTES);
        Mixers.carry(f);
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

    /** Experts of one rank that the tokens of all ranks touch, and their rows. */
    private static void experts(Frame f) {
        double[] x = f.x;
        f.set(
                TOUCHED,
                Parameters.expertsTouched(x[SLOTS], x[TOP_K], x[ENGINE_TOKENS]),
                "parameters.experts_touched",
                SLOTS,
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
                Shapes.expertRows(x[ENGINE_TOKENS], x[TOP_K], x[EP]),
                "shape.expert_rows",
                ENGINE_TOKENS,
                TOP_K,
                EP);
        f.same(PADDED_ROWS, EXPERT_ROWS);
        if (x[UNEVEN] != 1) Products.times(f, PADDED_ROWS, UNEVEN, EXPERT_ROWS);
        f.set(
                ROWS_EACH,
                Shapes.expertRows(x[ENGINE_TOKENS], x[TOP_K], x[SLOTS]),
                "shape.expert_rows",
                ENGINE_TOKENS,
                TOP_K,
                SLOTS);
        f.set(
                EXPERT_REACHED,
                Roofline.groupedEfficiency(x[EXPERT_COMPUTE], x[ROWS_EACH], x[HALF_ROWS]),
                "op.grouped_efficiency",
                EXPERT_COMPUTE,
                ROWS_EACH,
                HALF_ROWS);
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
        Streams.all(f, PIPELINE_BYTES);
        Exchange.send(f, t, PIPELINE_SEND, PP, STAGE_STRIDE, PIPELINE_BYTES);
        f.set(STEP_HOPS, Sums.minus(x[PP], x[ONE]), "sum.minus", PP, ONE);
        Products.times(f, STEP_SENDS, STEP_HOPS, PIPELINE_SEND);
    }

    /** Weights of a rank, and the cache of a token. */
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
        if (x[COPIED_EXPERTS] > 0) {
            f.set(
                    P_EXPERT_RANK,
                    Serving.withCopies(x[P_EXPERT_RANK], x[SLOTS], x[EXPERTS]),
                    "serving.with_copies",
                    P_EXPERT_RANK,
                    SLOTS,
                    EXPERTS);
        }
        Products.times(f, P_STAGE_EXPERTS, MOE_LAYERS, P_EXPERT_RANK);
        Products.times(f, WEIGHTS_PLAIN, WEIGHT_OPERAND, P_STAGE);
        Products.times(f, WEIGHTS_EXPERTS, EXPERT_WEIGHT, P_STAGE_EXPERTS);
        Products.sum(f, WEIGHT_PARAMETERS, WEIGHTS_PLAIN, WEIGHTS_EXPERTS);
        f.set(
                M_WEIGHTS,
                StateMemory.weights(x[WEIGHT_PARAMETERS], x[ONE], x[PP]),
                "memory.weights",
                WEIGHT_PARAMETERS,
                ONE,
                PP);
        if (CompressedAttention.in(f)) {
            CompressedAttention.cache(f, TOKEN_KV);
        } else {
            layerCache(f, t);
            Products.times(f, TOKEN_KV, LAYERS, ONE_LAYER_KV);
            Mixers.cache(f);
        }
        f.set(
                RANK_KV,
                StateMemory.weights(x[TOKEN_KV], x[ONE], x[PP]),
                "memory.weights",
                TOKEN_KV,
                ONE,
                PP);
        if (x[DRAFTS] > 0) guessing(f);
    }

    /** Weights and cache of the modules that guess. */
    private static void guessing(Frame f) {
        double[] x = f.x;
        int layer = x[MOE_LAYERS] > 0 ? MOE + PARAMETERS : DENSE + PARAMETERS;
        f.set(
                DRAFT_WEIGHTS,
                Serving.draftWeights(
                        x[MTP_MODULES],
                        x[WEIGHT_OPERAND],
                        x[layer],
                        x[HIDDEN],
                        x[EXPERT_WEIGHT],
                        x[P_EXPERT_RANK]),
                "serving.draft_weights",
                MTP_MODULES,
                WEIGHT_OPERAND,
                layer,
                HIDDEN,
                EXPERT_WEIGHT,
                P_EXPERT_RANK);
        Products.sum(f, M_WEIGHTS, M_WEIGHTS, DRAFT_WEIGHTS);
        Products.times(f, DRAFT_KV, MTP_MODULES, ONE_LAYER_KV);
        Products.sum(f, RANK_KV, RANK_KV, DRAFT_KV);
    }

    /** Cache of a token on all ranks and stages, each head once: into {@code WHOLE_KV}. */
    static void wholeCache(Frame f, Plan.Traits t) {
        double[] x = f.x;
        if (CompressedAttention.in(f)) {
            CompressedAttention.cache(f, WHOLE_KV);
            return;
        }
        if (t.latentAttention()) {
            f.set(
                    WHOLE_KV,
                    StateMemory.kvTokenLatent(x[LAYERS], x[KV_RANK], x[ROPE_DIM], x[KV_BYTES]),
                    "memory.kv_token_latent",
                    LAYERS,
                    KV_RANK,
                    ROPE_DIM,
                    KV_BYTES);
            return;
        }
        f.set(
                WHOLE_KV,
                StateMemory.kvToken(x[LAYERS], x[KV_HEADS], x[HEAD_DIM], x[KV_BYTES], x[ONE]),
                "memory.kv_token",
                LAYERS,
                KV_HEADS,
                HEAD_DIM,
                KV_BYTES,
                ONE);
    }

    /** Requests of so many tokens whose cache fits beside the weights: into a cell. */
    static void held(Frame f, int out, int ranks, int tokens) {
        double[] x = f.x;
        f.set(
                out,
                Serving.batchLimit(
                        x[ranks],
                        x[CAPACITY],
                        x[RESERVED],
                        x[M_WEIGHTS],
                        x[CONTEXT],
                        x[tokens],
                        x[RANK_KV]),
                "serving.batch_limit",
                ranks,
                CAPACITY,
                RESERVED,
                M_WEIGHTS,
                CONTEXT,
                tokens,
                RANK_KV);
    }

    /** Time that the products of a step compute, without their traffic. */
    static void computing(Frame f, Plan.Traits t) {
        double[] x = f.x;
        f.same(PER_DENSE, ZERO);
        f.same(PER_MOE, ZERO);
        if (CompressedAttention.in(f)) {
            CompressedAttention.products(f, PER_FLOPS, FLOPS);
        } else if (t.latentAttention()) {
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
        whole(f, STEP_FLOPS);
        f.set(
                STEP_COMPUTING,
                Roofline.computing(x[STEP_FLOPS], x[EFFECTIVE_PEAK], x[COMPUTE]),
                "op.computing",
                STEP_FLOPS,
                EFFECTIVE_PEAK,
                COMPUTE);
    }
}
