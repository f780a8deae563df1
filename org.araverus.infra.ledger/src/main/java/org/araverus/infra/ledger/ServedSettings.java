// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What the public scripts of serving benchmarks set and tables do not print: by stack, and by model
 * where the scripts name one. Each setting that is used is noted with its law.
 */
final class ServedSettings {
    private static final long TENSOR_RT_TOKENS = 8192;

    /** Clients send ten times as many requests as are in flight. */
    private static final double BURST = 0.1;

    /** Requests of a saturated run, by lengths (TensorRT-LLM performance pages). */
    private static final Map<String, Long> REQUESTS =
            Map.ofEntries(
                    Map.entry("128/128", 30_000L),
                    Map.entry("128/2048", 3000L),
                    Map.entry("500/2000", 3000L),
                    Map.entry("1000/1000", 3000L),
                    Map.entry("1024/1024", 3000L),
                    Map.entry("2048/128", 3000L),
                    Map.entry("128/4096", 1500L),
                    Map.entry("2048/2048", 1500L),
                    Map.entry("5000/500", 1500L),
                    Map.entry("8192/1024", 1500L),
                    Map.entry("1024/8192", 1500L),
                    Map.entry("20000/2000", 1000L),
                    Map.entry("32768/1024", 1000L),
                    Map.entry("1024/32768", 1000L));

    private final Row row;
    private final Laws laws;

    ServedSettings(Row row, Laws laws) {
        this.row = row;
        this.laws = laws;
    }

    /** Whether the accelerator is of the Blackwell generation. */
    boolean blackwell() {
        return row.text(Column.ACCELERATOR).matches("G?B[23]00.*|RTX-PRO-6000.*");
    }

    private boolean stack(String name) {
        return row.text(Column.STACK).startsWith(name);
    }

    private boolean model(String name) {
        return row.text(Column.MODEL).startsWith(name);
    }

    private boolean closedLoop() {
        return row.text(Column.MODE).equals("closed_loop") && row.has(Column.OSL);
    }

    /** Whether lengths are drawn; else each is what is printed. */
    boolean drawn() {
        String mode = row.text(Column.MODE);
        if (mode.equals("offline") || !row.has(Column.OSL)) return false;
        return !row.day().isEmpty() || mode.equals("disaggregated") || blackwell();
    }

    /** The number format; checkpoints of gpt-oss have experts in 4 bits whatever is printed. */
    String format() {
        return model("gpt-oss") ? "mxfp4" : row.text(Column.PRECISION);
    }

    /** Tokens of prompts in one step of an offline run; empty for others. */
    OptionalLong chunk() {
        if (!row.text(Column.MODE).equals("offline") || !row.has(Column.ISL))
            return OptionalLong.empty();
        long prompt = Math.round(row.number(Column.ISL));
        long all = prompt * row.count(Column.MAX_BATCH, 1);
        long found = row.has(Column.OSL) ? Math.max(TENSOR_RT_TOKENS, prompt) : all;
        laws.note(Law.CHUNK, row.has(Column.OSL) ? Long.toString(found) : "the batch");
        return OptionalLong.of(found);
    }

    /** Whole prompts that one step reads, at least one. */
    double promptsOfStep() {
        long tokens = tokensOfStep();
        laws.note(Law.CHUNK, Long.toString(tokens));
        return Math.max(1, Math.floor(tokens / row.number(Column.ISL)));
    }

    private long tokensOfStep() {
        long prompt = Math.round(row.number(Column.ISL));
        if (stack("SGLang"))
            return model("DeepSeek") && row.text(Column.PRECISION).equals("fp8")
                            || model("GLM-5") && !row.text(Column.PRECISION).equals("nvfp4")
                    ? 32_768
                    : 16_384;
        if (row.day().isEmpty() && !blackwell()) return 4096;
        if (!stack("TensorRT-LLM")) return Math.max(8192, 2 * prompt);
        if (model("gpt-oss")) return 20_000;
        if (model("Llama-3.1-70B")) return 16_384;
        long flying = row.count(Column.CONCURRENCY, 1) + prompt;
        boolean late = row.day().compareTo("2026") >= 0;
        return late ? Math.max(TENSOR_RT_TOKENS, flying + 64) : flying + 256;
    }

    /** Steps between two looks at new requests; empty where it looks at each. */
    OptionalLong poll() {
        if (!closedLoop() || !stack("SGLang") || !blackwell()) return OptionalLong.empty();
        long found = row.count(Column.CONCURRENCY, 1) < 16 ? 10 : 30;
        laws.note(Law.POLLING, Long.toString(found));
        return OptionalLong.of(found);
    }

    /** Tokens that are shown together; empty where each is shown. */
    OptionalLong stream() {
        if (!closedLoop() || !stack("TensorRT-LLM") || !model("DeepSeek"))
            return OptionalLong.empty();
        laws.note(Law.STREAM_INTERVAL, "10");
        return OptionalLong.of(10);
    }

    /** Share of the memory in percent; empty where the stack's holds. */
    OptionalLong memory() {
        if (!saturated()) return OptionalLong.empty();
        laws.note(Law.MEMORY_SHARE, "95 %");
        return OptionalLong.of(95);
    }

    private boolean saturated() {
        return row.table().equals("trtllm")
                && row.text(Column.MODE).equals("offline")
                && row.has(Column.OSL)
                && !row.has(Column.MAX_BATCH);
    }

    /** Requests of a run whose engines are full; empty where that is not said. */
    OptionalLong requests() {
        if (!saturated()) return OptionalLong.empty();
        Long found = REQUESTS.get(row.text(Column.ISL) + "/" + row.text(Column.OSL));
        if (found == null) return OptionalLong.empty();
        laws.note(Law.REQUESTS, found.toString());
        return OptionalLong.of(found);
    }

    /** Share of the requests that come at once, when a run begins. */
    double together() {
        if (!closedLoop()) return 0;
        laws.note(Law.BURST, "");
        return BURST;
    }
}
