// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.Arrays;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Target;
import org.jspecify.annotations.Nullable;

/** Plans written by hand, with constants from kernel tables and data sheets alone. */
final class PlanFixture {

    private final double[] v = new double[INPUTS];
    private final boolean latent;
    private boolean experts;
    private boolean storesScores;
    private @Nullable Target adapters;

    private PlanFixture(boolean latent) {
        this.latent = latent;
        put(ONE, 1).put(TWO, 2).put(KERNELS, 6).put(TILE, 128).put(LOGIT_BYTES, 6);
        put(BYTES, 2).put(OP_BYTES, 2).put(WEIGHT_BYTES, 2).put(KV_BYTES, 2);
        put(WEIGHT_OPERAND, 2).put(EXPERT_OPERAND, 2).put(EXPERT_WEIGHT, 2);
        put(GRADIENT, 4).put(OPTIMIZER, 12).put(CONTEXT, 0).put(ATTENTION_SHARE, 1);
        put(PRODUCT_TIME, 1).put(GROUPED_TIME, 1);
        put(KERNEL_TIME, 1).put(ELEMENTWISE, 1).put(BACKWARD_ATTENTION, 2.5);
        put(SHOWN_TP, 1).put(SHOWN_CP, 1).put(SHOWN_EP, 1).put(SHOWN_PP, 1).put(SHOWN_DP, 0);
    }

    PlanFixture put(int cell, double value) {
        v[cell] = value;
        return this;
    }

    /** A GPT of 2021/22: tied head, f = 4 h, no gate, attention that stores its scores, fp16. */
    static PlanFixture gpt(double layers, double hidden, double heads, double batch) {
        PlanFixture p = new PlanFixture(false);
        p.storesScores = true;
        p.put(LAYERS, layers).put(DENSE_LAYERS, layers).put(HIDDEN, hidden).put(HEADS, heads);
        p.put(KV_HEADS, heads).put(HEAD_DIM, hidden / heads).put(FFN, 4 * hidden);
        p.put(VOCAB, 51200).put(MATRICES, 2).put(EMBEDDINGS, 1).put(NORM_VECTORS, 1);
        p.put(SEQUENCE, 2048).put(BATCH, batch).put(ELEMENTWISE, 1.3).put(BACKWARD_ATTENTION, 2);
        p.put(SHOWN_DP, 1);
        return p;
    }

    /** Llama 3.1 405B at 8,192 tokens. */
    static PlanFixture llama405() {
        PlanFixture p = new PlanFixture(false);
        p.put(LAYERS, 126).put(DENSE_LAYERS, 126).put(HIDDEN, 16384).put(HEADS, 128);
        p.put(KV_HEADS, 8).put(HEAD_DIM, 128).put(FFN, 53248).put(VOCAB, 128256);
        p.put(MATRICES, 3).put(EMBEDDINGS, 2).put(NORM_VECTORS, 1);
        return p.put(SEQUENCE, 8192).put(BATCH, 2048);
    }

    /** DeepSeek-V3 at 4,096 tokens. */
    static PlanFixture deepSeek() {
        PlanFixture p = new PlanFixture(true);
        p.experts = true;
        p.put(LAYERS, 61).put(DENSE_LAYERS, 3).put(HIDDEN, 7168).put(HEADS, 128);
        p.put(KV_HEADS, 128).put(HEAD_DIM, 128).put(FFN, 18432).put(VOCAB, 129280);
        p.put(QUERY_RANK, 1536).put(KV_RANK, 512).put(ROPE_DIM, 64).put(NOPE_DIM, 128);
        p.put(VALUE_DIM, 128).put(EXPERTS, 256).put(TOP_K, 8).put(EXPERT_FFN, 2048);
        p.put(SHARED_FFN, 2048).put(EXPERT_HIDDEN, 7168);
        p.put(SHARED, 1).put(MATRICES, 3).put(EMBEDDINGS, 2).put(NORM_VECTORS, 1);
        return p.put(SEQUENCE, 4096).put(BATCH, 15360);
    }

    /** DeepSeek-V4-Flash at 4,096 tokens. */
    static PlanFixture compressed() {
        PlanFixture p = new PlanFixture(false);
        p.experts = true;
        p.put(LAYERS, 43).put(DENSE_LAYERS, 0).put(HIDDEN, 4096).put(HEADS, 64);
        p.put(KV_HEADS, 1).put(HEAD_DIM, 512).put(VOCAB, 129280).put(STREAMS, 4);
        p.put(QUERY_RANK, 1024).put(OUTPUT_RANK, 1024).put(OUTPUT_GROUPS, 8);
        p.put(SPARSE_RATIO, 4).put(SPARSE_SHARE, 21 / 43.0).put(ENTRIES_PICKED, 512);
        p.put(DENSE_RATIO, 128).put(COMPRESSED_SHARE, 20 / 43.0).put(WINDOW_KEYS, 128);
        p.put(INDEX_HEADS, 64).put(INDEX_DIM, 128).put(EXPERTS, 256).put(TOP_K, 6);
        p.put(EXPERT_FFN, 2048).put(SHARED_FFN, 2048).put(EXPERT_HIDDEN, 4096).put(SHARED, 1);
        p.put(MATRICES, 3).put(EMBEDDINGS, 2).put(NORM_VECTORS, 1);
        return p.put(SEQUENCE, 4096).put(BATCH, 256);
    }

    /** Adapters in place of weights that are trained. */
    PlanFixture adapters(Target targets, double rank) {
        adapters = targets;
        return put(RANK, rank);
    }

    /** A100-80G in nodes of eight, 200 Gbit/s each. */
    PlanFixture onA100(double accelerators) {
        put(ACCELERATORS, accelerators)
                .put(PEAK, 312e12)
                .put(PEAK_16, 312e12)
                .put(PEAK_ATTENTION, 312e12);
        put(EXPERT_PEAK, 312e12);
        put(BANDWIDTH, 2039e9).put(CAPACITY, 80 * Math.pow(2, 30));
        efficiency(0.76, 0.75, 7e-6, 0.59, 620, 0.76);
        return network(300e9, 1.5e-6, 0.70, 25e9, 0.90);
    }

    /** H100 in nodes of eight, 400 Gbit/s Ethernet each, hashed onto its links by 16 flows. */
    PlanFixture onH100(double accelerators) {
        put(ACCELERATORS, accelerators)
                .put(PEAK, 989e12)
                .put(PEAK_16, 989e12)
                .put(PEAK_ATTENTION, 989e12);
        put(EXPERT_PEAK, 989e12);
        put(BANDWIDTH, 3.35e12).put(CAPACITY, 81559 * Math.pow(2, 20));
        efficiency(0.76, 0.85, 4e-6, 0.65, 850, 0.91);
        return network(450e9, 1.2e-6, 0.745, 50e9, 0.65);
    }

    private void efficiency(
            double compute,
            double memory,
            double overhead,
            double attention,
            double half,
            double attentionMemory) {
        put(COMPUTE, compute).put(COMPUTE_16, compute);
        put(MEMORY, memory).put(MEMORY_16, memory);
        put(OVERHEAD, overhead).put(OVERHEAD_16, overhead);
        put(EXPERT_MEMORY, memory);
        put(ATTENTION, attention).put(ATTENTION_HALF, half);
        put(ATTENTION_MEMORY, attentionMemory);
    }

    private PlanFixture network(
            double scaleUp, double latency, double reached, double scaleOut, double reachedOut) {
        put(DOMAIN, 8).put(RATE, scaleUp).put(LATENCY, latency).put(REACHED, reached);
        put(HALF_SIZE, 2e6).put(OVERSUBSCRIPTION, 1).put(OVERSUBSCRIPTION + 1, 1);
        put(DOMAIN + 1, 1e6).put(RATE + 1, scaleOut).put(LATENCY + 1, 5e-6);
        put(REACHED + 1, reachedOut).put(HALF_SIZE + 1, 1e6);
        return this;
    }

    Plan plan() {
        Origin[] origins = new Origin[INPUTS];
        Arrays.fill(origins, Origin.NOWHERE);
        Plan.Traits traits =
                new Plan.Traits(
                        false,
                        experts,
                        latent,
                        v[MATRICES] == 3,
                        false,
                        storesScores,
                        2,
                        1,
                        false,
                        adapters,
                        Plan.Keeps.NOTHING);
        return new Plan(
                v.clone(),
                new double[INPUTS],
                origins,
                new String[INPUTS],
                new Derivation[INPUTS],
                traits);
    }
}
