// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.HashMap;
import java.util.Map;

/** Units of inputs, as of metrics; plain numbers have none. */
final class CellUnits {

    private static final Map<Integer, String> UNITS = new HashMap<>();

    static {
        put("FLOP/s", PEAK, PEAK_16, PEAK_ATTENTION, ATTENTION_RATE);
        put("B/s", BANDWIDTH, HOST_RATE, WRITE, READ);
        put("B", CAPACITY, BYTES, OP_BYTES, WEIGHT_BYTES, KV_BYTES, LOGIT_BYTES);
        put("B", APART_BYTES);
        put("B", GRADIENT, OPTIMIZER, CONTEXT);
        put("s", HOST_STEP, HOST_LAUNCH, EXPERT_HOST, OVERHEAD, OVERHEAD_16, FLEET_LIFETIME);
        put("%", COMPUTE, COMPUTE_16, MEMORY, MEMORY_16, ATTENTION, ATTENTION_MEMORY);
        put("%", ACCEPTANCE, SHOWN_TP, SHOWN_CP, SHOWN_EP, SHOWN_PP, SHOWN_DP, RESERVED);
        put("%", LOAD, HEAT_SHARE, IDLE_SHARE, FLEET_INTEREST, FLEET_UPKEEP);
        put(
                "tok",
                SEQUENCE,
                DOCUMENT,
                PROMPT,
                OUTPUT,
                ATTENTION_HALF,
                WINDOW_KEYS,
                PICKED,
                SPARSE_RATIO,
                DENSE_RATIO,
                CHUNK,
                PROMPT_CHUNK);
        put("tok", STREAM);
        put("req/s", ARRIVALS);
        put("req", REQUESTS);
        put("W", POWER_LIMIT, POWER_IDLE, POWER_CAP);
        put("W", DEVICE_LIMIT, DEVICE_IDLE, BOX_MAX, PART_DRAW);
        put("W", LIMIT_RACK, LIMIT_FEED, LIMIT_AIR, LIMIT_LIQUID, LIMIT_SITE, LIMIT_PLANT);
        put("W", HELD_OTHERS);
        put("m^3/s", LIMIT_FLOW);
        put("kg/m^3", LIQUID_DENSITY);
        put("J/(kg K)", LIQUID_HEAT);
        put("degC", LIQUID_SUPPLY, WET_BULB);
        put("K", LIQUID_RISE, APPROACH);
        put("%", FEED_DERATING, HELD_LOAD);
        put("USD", PRICE_EACH);
        put("s", LEAD_TIME, INSTALL_EACH, BURN_IN, MTBF, RESTART, INTERVAL);
        put("USD/J", FLEET_PRICE);
        for (int i = 0; i < LEVELS; i++) {
            put("B/s", RATE + i);
            put("s", LATENCY + i);
            put("%", REACHED + i);
            put("B", HALF_SIZE + i);
        }
    }

    private CellUnits() {}

    private static void put(String unit, int... cells) {
        for (int cell : cells) UNITS.put(cell, unit);
    }

    /** The unit of the number in an input's cell. */
    static String of(int cell) {
        return UNITS.getOrDefault(cell, "");
    }
}
