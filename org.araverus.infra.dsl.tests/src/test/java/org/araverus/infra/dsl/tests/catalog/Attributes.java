// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which attribute of the language a fact becomes, the one place that says so. Where two facts go to
 * one attribute, the first of this table is preferred and the other one becomes a note.
 */
final class Attributes {
    /** A path of the language, and the unit that is written. */
    record Target(String fact, String path, String unit) {}

    private static final Map<String, Map<String, Target>> OF = new LinkedHashMap<>();

    private Attributes() {}

    static {
        accelerator();
        machines();
        model();
    }

    private static void accelerator() {
        String a = "accelerator";
        // as sold GB, which are GiB on the accelerators of this catalog
        put(a, "hbm_capacity", "memory.capacity", "GiB");
        put(a, "hbm_capacity_reported", "memory.usable", "MiB");
        put(a, "hbm_capacity_usable", "memory.usable", "GiB");
        put(a, "hbm_bw", "memory.bandwidth", "GB/s");
        put(a, "fp64_tensor", "peak.fp64", "TFLOP/s");
        put(a, "fp64", "peak.fp64", "TFLOP/s");
        put(a, "fp32_vector", "peak.fp32", "TFLOP/s");
        for (String p : List.of("tf32", "bf16", "fp16", "fp8", "fp4", "int8"))
            put(a, p + "_dense", "peak." + p, "TFLOP/s");
        put(a, "scaleup_bw_per_dir", "scale_up.bandwidth", "GB/s");
        put(a, "scaleup_links", "scale_up.links", "");
        put(a, "c2c_bw_per_dir", "host.bandwidth", "GB/s");
        put(a, "host_link_bw_per_dir", "host.bandwidth", "GB/s");
        put(a, "tdp", "power.limit", "W");
        put(a, "idle", "power.idle", "W");
        for (String p : List.of("bf16", "fp16", "fp8", "fp4")) {
            put(a, "gemm_eff_compute_" + p, "efficiency." + p + ".compute", "");
            put(a, "gemm_eff_memory_" + p, "efficiency." + p + ".memory", "");
            put(a, "gemm_t0_" + p, "efficiency." + p + ".overhead", "us");
        }
        put(a, "attn_prefill_eff_inf", "efficiency.attention.compute", "");
        put(a, "attn_prefill_s_half", "efficiency.attention.half_sequence", "tok");
        put(a, "attn_decode_eff_inf", "efficiency.attention.memory", "");
        put(a, "price", "price", "USD");
    }

    private static void machines() {
        put("cpu", "max_load", "power.limit", "W");
        put("cpu", "tdp", "power.limit", "W");
        put("cpu", "idle", "power.idle", "W");
        put("nic", "rate", "bandwidth", "Gbit/s");
        put("nic", "power", "power.max", "W");
        put("switch", "ports", "ports", "");
        put("switch", "port_rate", "bandwidth", "Gbit/s");
        put("switch", "port_bw_bidir", "bandwidth", "GB/s bidi");
        put("switch", "power_max_with_optics", "power.max", "W");
        put("switch", "power", "power.max", "W");
        put("switch", "height", "size", "U");
        put("switch", "weight", "weight", "kg");
        put("switch", "price", "price", "USD");
    }

    private static void model() {
        String m = "model";
        for (String s :
                List.of("layers", "hidden", "heads", "kv_heads", "head_dim", "ffn", "vocab"))
            put(m, s, s, "");
        put(m, "max_context", "context", "tok");
        put(m, "seq", "positions", "");
        put(m, "gated_ffn", "gated", "flag");
        put(m, "tied_embeddings", "tied", "flag");
        put(m, "bias", "bias", "flag");
        put(m, "experts", "experts.count", "");
        put(m, "top_k", "experts.active", "");
        put(m, "ffn_expert", "experts.ffn", "");
        put(m, "shared_experts", "experts.shared", "");
        put(m, "leading_dense_layers", "experts.dense_layers", "");
        put(m, "q_lora_rank", "mla.query_rank", "");
        put(m, "kv_lora_rank", "mla.kv_rank", "");
        put(m, "qk_rope_head_dim", "mla.rope_dim", "");
        put(m, "qk_nope_head_dim", "mla.nope_dim", "");
        put(m, "v_head_dim", "mla.value_dim", "");
        put(m, "params_total", "published.parameters", "e9");
    }

    private static void put(String kind, String fact, String path, String unit) {
        OF.computeIfAbsent(kind, k -> new LinkedHashMap<>())
                .put(fact, new Target(fact, path, unit));
    }

    /** All targets of a kind of element, in the order in which their attributes are written. */
    static Collection<Target> of(String kind) {
        return OF.getOrDefault(kind, Map.of()).values();
    }

    /** The kinds that have any. */
    static Collection<String> kinds() {
        return OF.keySet();
    }

    /** Whether a fact of a kind of element goes into its text. */
    static boolean take(String kind, String fact) {
        for (Target t : of(kind))
            if (t.fact().equals(fact) || error(t.fact()).equals(fact)) return true;
        return false;
    }

    /**
     * The fact that holds the mean error, in percent, of the fit that gave a reached share of a
     * peak; empty if none does. A 90 % interval reaches about twice as far.
     */
    static String error(String fact) {
        return fact.startsWith("gemm_eff_compute_") ? fact.replace("eff_compute", "error") : "";
    }
}
