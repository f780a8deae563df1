// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a row measures, by the metric's name in lower case. */
enum Figure {
    /** Time of one optimizer step. */
    STEP_TIME("s"),
    /** Tokens trained, or written, in a second by one accelerator. */
    TOKENS_PER_S_PER_GPU("tok/s"),
    /** FLOP rate of one accelerator, by a convention. */
    TFLOPS_PER_GPU("TFLOP/s"),
    /** Model FLOP utilization, by a convention. */
    MFU("%"),
    /** Hardware FLOP utilization, by a convention. */
    HFU("%"),
    /** What the program has allocated at most on the fullest accelerator. */
    PEAK_MEMORY("GiB", "GB"),
    /** What the allocator has reserved at most. */
    PEAK_RESERVED("GiB", "GB"),
    /** Activations of the fullest accelerator. */
    ACTIVATIONS("GiB", "GB"),
    /**
     * Activations over those with tensor parallelism alone: nothing recomputed, norms not split.
     */
    ACTIVATIONS_PCT_OF_BASELINE("%"),
    /** Weights, gradients, optimizer state. */
    PARAMS_AND_OPTIMIZER("GiB", "GB"),
    /** The same, as the ZeRO papers call it. */
    MODEL_STATES("GiB", "GB"),
    /** Time per output token. */
    TPOT("ms"),
    /** Time to the first token. */
    TTFT("ms"),
    /** Time of a whole request. */
    E2E("ms"),
    /** Tokens written in a second by all accelerators. */
    TOKENS_PER_S("tok/s"),
    /** Requests answered in a second. */
    REQUESTS_PER_S("req/s");

    private final List<String> units;

    Figure(String... units) {
        this.units = List.of(units);
    }

    /** Its name in a table. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The units in which tables give it. */
    List<String> units() {
        return units;
    }

    /** Whether rows are compared by the time of a step; else by bytes, or a share of bytes. */
    boolean isTime() {
        return compareTo(HFU) <= 0;
    }

    /** Whether it is of serving alone. */
    boolean serves() {
        return compareTo(TPOT) >= 0;
    }

    /** SI unit of what is compared. */
    String dimension() {
        if (isTime() || serves()) return "s";
        return this == ACTIVATIONS_PCT_OF_BASELINE ? "%" : "B";
    }

    /** The figure with a name; null if there is none. */
    static @Nullable Figure of(String title) {
        for (Figure f : values()) if (f.title().equals(title)) return f;
        return null;
    }

    /** SI value of one of a unit. */
    static double si(String unit) {
        return switch (unit) {
            case "GiB" -> 0x1p30;
            case "GB" -> 1e9;
            case "%" -> 0.01;
            case "TFLOP/s" -> 1e12;
            case "ms" -> 1e-3;
            default -> 1;
        };
    }
}
