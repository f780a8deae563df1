// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.registry;

import java.util.Map;
import org.araverus.infra.dsl.infra.AttributeDefinition;

/** What one might write behind an attribute's colon, for messages. */
public final class Examples {
    private static final Map<String, String> BY_UNIT =
            Map.ofEntries(
                    Map.entry("", "2"),
                    Map.entry("%", "80 %"),
                    Map.entry("B", "80 GiB"),
                    Map.entry("B/s", "400 Gbit/s"),
                    Map.entry("FLOP/s", "989 TFLOP/s"),
                    Map.entry("J/tok", "0.5 J/tok"),
                    Map.entry("K", "8 K"),
                    Map.entry("USD", "1000 USD"),
                    Map.entry("USD/J", "0.10 USD/kWh"),
                    Map.entry("USD/s", "2 USD/h"),
                    Map.entry("USD/tok", "0.40 USD/Mtok"),
                    Map.entry("W", "44 kW"),
                    Map.entry("degC", "24 degC"),
                    Map.entry("kg", "130 kg"),
                    Map.entry("m", "8 U"),
                    Map.entry("m^3/s", "2.9 L/s"),
                    Map.entry("req/s", "300 req/s"),
                    Map.entry("s", "4 us"),
                    Map.entry("tok", "8192 tok"),
                    Map.entry("tok/s", "1e6 tok/s"));

    private Examples() {}

    /** {@code budget: 44 kW} */
    public static String of(AttributeDefinition a) {
        return a.getName() + ": " + value(a);
    }

    /** {@code 44 kW} */
    public static String value(AttributeDefinition a) {
        String quantity = BY_UNIT.getOrDefault(a.getUnit(), "1 " + a.getUnit());
        return switch (Registry.type(a)) {
            case VALUE, COUNT -> quantity;
            case SPAN -> a.getUnit().equals("degC") ? "5..30 degC" : quantity;
            case CHOICE -> a.getLiterals().get(0).getName();
            case FLAG -> "true";
            case REF -> "NAME";
            case DISTRIBUTION ->
                    a.getUnit().equals("req/s")
                            ? "poisson(300 req/s)"
                            : "lognormal(median = 1200 tok, p95 = 8000 tok)";
            case TEXT -> "\"…\"";
            case TEXT_LIST -> "[\"…\"]";
            case NUMBER_LIST -> "[" + quantity + "]";
        };
    }
}
