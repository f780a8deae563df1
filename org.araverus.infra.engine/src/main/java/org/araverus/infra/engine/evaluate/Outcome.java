// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.evaluate.Evaluation.Share;

/** What a placement comes to, read off the frame, with intervals from re-runs. */
final class Outcome {

    private static final Map<String, Integer> STEP_PARTS = new LinkedHashMap<>();
    private static final Map<String, Integer> TOKEN_PARTS = new LinkedHashMap<>();
    private static final Map<String, Integer> MEMORY_TRAINING = new LinkedHashMap<>();
    private static final Map<String, Integer> MEMORY_SERVING = new LinkedHashMap<>();

    static {
        STEP_PARTS.put("matrix products", B_PRODUCTS);
        STEP_PARTS.put("attention", B_ATTENTION);
        STEP_PARTS.put("elementwise", B_POINTWISE);
        STEP_PARTS.put("recomputation", B_RECOMPUTED);
        STEP_PARTS.put("tp communication", B_TENSOR);
        STEP_PARTS.put("cp communication", B_CONTEXT);
        STEP_PARTS.put("ep communication", B_EXPERT);
        STEP_PARTS.put("pp communication", B_PIPELINE);
        STEP_PARTS.put("pipeline bubble", BUBBLE);
        STEP_PARTS.put("dp communication", DP_SHOWN);
        STEP_PARTS.put("optimizer", OPTIMIZER_TIME);
        TOKEN_PARTS.put("matrix products", B_PRODUCTS);
        TOKEN_PARTS.put("attention", B_ATTENTION);
        TOKEN_PARTS.put("elementwise", B_POINTWISE);
        TOKEN_PARTS.put("tp communication", B_TENSOR);
        TOKEN_PARTS.put("ep communication", B_EXPERT);
        TOKEN_PARTS.put("pp communication", B_PIPELINE);
        TOKEN_PARTS.put("prompts of others", INTERRUPTIONS);
        MEMORY_TRAINING.put("weights", M_WEIGHTS);
        MEMORY_TRAINING.put("gradients", M_GRADIENTS);
        MEMORY_TRAINING.put("optimizer", M_OPTIMIZER);
        MEMORY_TRAINING.put("activations", M_ACTIVATIONS);
        MEMORY_TRAINING.put("recomputation", KEPT_WORKING);
        MEMORY_TRAINING.put("logits", M_LOGITS);
        MEMORY_TRAINING.put("context", CONTEXT);
        MEMORY_SERVING.put("weights", M_WEIGHTS);
        MEMORY_SERVING.put("kv cache", KV_CACHE);
        MEMORY_SERVING.put("context", CONTEXT);
    }

    private Outcome() {}

    /** Where the time of a step or a token goes. */
    static List<Share> breakdown(Frame f, boolean serves) {
        return shares(f, serves ? TOKEN_PARTS : STEP_PARTS);
    }

    /** Bytes on the fullest accelerator by category. */
    static List<Share> memory(Frame f, boolean serves) {
        return shares(f, serves ? MEMORY_SERVING : MEMORY_TRAINING);
    }

    /** Bytes of a serving accelerator with the cache of one mean request. */
    static List<Share> oneRequest(Frame f) {
        return List.of(
                new Share("weights", f.get(M_WEIGHTS)),
                new Share("kv cache", f.get(CACHED) * f.get(RANK_KV)),
                new Share("context", f.get(CONTEXT)));
    }

    private static List<Share> shares(Frame f, Map<String, Integer> parts) {
        List<Share> all = new ArrayList<>();
        parts.forEach((name, cell) -> all.add(new Share(name, f.get(cell))));
        return all;
    }

    /** The cell of each metric of a workload that the closed form gives, with its residual. */
    static List<Metric> metrics(boolean serves) {
        double time = Defaults.RESIDUAL_TIME;
        double memory = Defaults.RESIDUAL_MEMORY;
        if (serves)
            return List.of(
                    new Metric("throughput", THROUGHPUT, "tok/s", time),
                    new Metric("ttft.mean", TTFT, "s", time),
                    new Metric("tpot.mean", TOKEN_TIME, "s", time),
                    new Metric("memory.peak", M_PEAK, "B", memory),
                    new Metric("memory.weights", M_WEIGHTS, "B", 0),
                    new Metric("memory.kv_cache", KV_CACHE, "B", memory));
        return List.of(
                new Metric("step_time", STEP, "s", time),
                new Metric("mfu", MFU, "%", time),
                new Metric("hfu", HFU, "%", time),
                new Metric("flops", RATE_FLOPS, "FLOP/s", time),
                new Metric("throughput", THROUGHPUT, "tok/s", time),
                new Metric("memory.peak", M_PEAK, "B", memory),
                new Metric("memory.weights", M_WEIGHTS, "B", 0),
                new Metric("memory.gradients", M_GRADIENTS, "B", 0),
                new Metric("memory.optimizer", M_OPTIMIZER, "B", 0),
                new Metric("memory.activations", M_ACTIVATIONS, "B", memory));
    }

    /**
     * A metric of a workload.
     *
     * @param residual what the closed form misses beyond its inputs, relative
     */
    record Metric(String name, int cell, String unit, double residual) {}

    /**
     * Half widths of the 90 % intervals, by metric: each uncertain input moved by its own half
     * width both ways, inputs of one origin together; independent parts added in squares.
     */
    static double[] halfWidths(Placed p, OperatingPoint point, List<Metric> metrics, Frame base) {
        double[] squares = new double[metrics.size()];
        for (int i = 0; i < squares.length; i++) {
            double residual = metrics.get(i).residual() * base.get(metrics.get(i).cell());
            squares[i] = residual * residual;
        }
        Frame up = new Frame();
        Frame down = new Frame();
        for (Origin origin : uncertain(p.plan)) {
            p.evaluate(moved(p.plan, origin, 1), point, Probe.SILENT, up);
            p.evaluate(moved(p.plan, origin, -1), point, Probe.SILENT, down);
            for (int i = 0; i < squares.length; i++) {
                int cell = metrics.get(i).cell();
                double half = (up.get(cell) - down.get(cell)) / 2;
                squares[i] += half * half;
            }
        }
        for (int i = 0; i < squares.length; i++) squares[i] = Math.sqrt(squares[i]);
        return squares;
    }

    private static List<Origin> uncertain(Plan plan) {
        List<Origin> all = new ArrayList<>();
        for (int i = 0; i < INPUTS; i++) {
            Origin o = plan.origins()[i];
            if (plan.spreads()[i] > 0 && !all.contains(o)) all.add(o);
        }
        return all;
    }

    private static Plan moved(Plan plan, Origin origin, int sign) {
        double[] v = plan.values().clone();
        for (int i = 0; i < INPUTS; i++) {
            if (plan.spreads()[i] > 0 && plan.origins()[i].equals(origin)) {
                v[i] += sign * plan.spreads()[i];
            }
        }
        return plan.with(v);
    }
}
