// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of a table, by their names in its first line in lower case. */
enum Column {
    ID(Content.TEXT),
    TABLE(Content.TEXT),
    KIND(Content.TEXT),
    ACCELERATOR(Content.TEXT),
    GPUS(Content.COUNT),
    GPUS_PER_NODE(Content.COUNT),
    SCALE_OUT_GBPS_PER_GPU(Content.NUMBER),
    STACK(Content.TEXT),
    MODEL(Content.TEXT),
    PARAMS_B(Content.NUMBER),
    LAYERS(Content.COUNT),
    HIDDEN(Content.COUNT),
    HEADS(Content.COUNT),
    KV_HEADS(Content.COUNT),
    HEAD_DIM(Content.COUNT),
    FFN(Content.COUNT),
    VOCAB(Content.COUNT),
    EXPERTS(Content.COUNT),
    EXPERTS_TOPK(Content.COUNT),
    SHARED_EXPERTS(Content.COUNT),
    EXPERT_FFN(Content.COUNT),
    SEQ_LEN(Content.COUNT),
    GLOBAL_BATCH_SEQS(Content.COUNT),
    MICRO_BATCH(Content.COUNT),
    TP(Content.COUNT),
    PP(Content.COUNT),
    VPP(Content.COUNT),
    CP(Content.COUNT),
    DP(Content.COUNT),
    EP(Content.COUNT),
    ZERO_STAGE(Content.COUNT, "0", "1", "2", "3"),
    FSDP(Content.COUNT),
    RECOMPUTE(Content.TEXT, "none", "selective", "full"),
    SEQUENCE_PARALLEL(Content.COUNT, "0", "1"),
    PRECISION(Content.TEXT),
    PHASE(Content.TEXT, "pretrain", "sft", "lora"),
    STACK_VERSION(Content.TEXT),
    KV_PRECISION(Content.TEXT),
    MODE(Content.TEXT, "offline", "closed_loop", "open_loop", "disaggregated"),
    PREFILL_WORKERS(Content.COUNT),
    PREFILL_TP(Content.COUNT),
    PREFILL_DP(Content.COUNT),
    PREFILL_EP(Content.COUNT),
    PREFILL_MOE_TP(Content.COUNT),
    PREFILL_BATCH(Content.COUNT),
    DECODE_WORKERS(Content.COUNT),
    DECODE_TP(Content.COUNT),
    DECODE_DP(Content.COUNT),
    DECODE_EP(Content.COUNT),
    DECODE_MOE_TP(Content.COUNT),
    DECODE_BATCH(Content.COUNT),
    ISL(Content.NUMBER),
    OSL(Content.NUMBER),
    CONCURRENCY(Content.COUNT),
    RATE_RPS(Content.NUMBER),
    MAX_BATCH(Content.COUNT),
    STAT(Content.TEXT, "mean", "p50", "p90", "p95", "p99"),
    METRIC(Content.TEXT),
    VALUE(Content.NUMBER),
    UNIT(Content.TEXT),
    PEER(Content.TEXT),
    PEER_VALUE(Content.NUMBERS),
    SCORE(Content.TEXT, "yes", "no"),
    NOTE(Content.TEXT),
    SOURCE(Content.TEXT);

    /** Columns without which a table says nothing. */
    static final List<Column> NEEDED =
            List.of(ID, TABLE, ACCELERATOR, GPUS, MODEL, METRIC, VALUE, UNIT, SCORE);

    /** What a cell holds. */
    private enum Content {
        TEXT,
        COUNT,
        NUMBER,
        /** Several, with semicolons between them. */
        NUMBERS
    }

    private final Content content;
    private final List<String> words;

    Column(Content content, String... words) {
        this.content = content;
        this.words = List.of(words);
    }

    /** Its name in the first line of a table. */
    String title() {
        return this == PARAMS_B ? "params_B" : name().toLowerCase(Locale.ROOT);
    }

    /** The column with a name; null if there is none. */
    static @Nullable Column of(String title) {
        for (Column c : values()) if (c.title().equals(title)) return c;
        return null;
    }

    /** What is wrong with a cell; null if nothing is. An empty cell is fine. */
    @Nullable String complaint(String cell) {
        if (cell.isEmpty()) return null;
        if (!words.isEmpty() && !words.contains(cell))
            return title() + " is one of " + String.join(", ", words) + "; not " + cell;
        boolean fine =
                switch (content) {
                    case TEXT -> true;
                    case COUNT -> isCount(cell);
                    case NUMBER -> isNumber(cell);
                    case NUMBERS ->
                            List.of(cell.split(";", -1)).stream().allMatch(Column::isNumber);
                };
        if (fine) return null;
        return title()
                + " is "
                + (content == Content.COUNT ? "a whole number" : "a number")
                + "; not "
                + cell;
    }

    private static boolean isCount(String cell) {
        return cell.matches("[0-9]{1,9}");
    }

    private static boolean isNumber(String cell) {
        return cell.strip().matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,2})?");
    }
}
