// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.evaluate.Derivation;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Evaluation.Run;
import org.jspecify.annotations.Nullable;

/**
 * What does it cost?
 *
 * @param bom what is bought
 * @param running what an hour of all hosts is made of
 * @param tokens energy and cost of a token, by workload
 */
public record Costs(
        String answer,
        Bom bom,
        List<Metrics.Row> hours,
        List<Part> running,
        List<Metrics.Row> tokens) {

    private static final String HOUR = "cost.per_hour";

    static Costs of(Scope s, Bom bom) {
        List<Metrics.Row> hours = new ArrayList<>();
        for (Metrics.Row r : Metrics.of("", s)) if (r.key().equals(HOUR)) hours.add(r);
        List<Metrics.Row> tokens = new ArrayList<>();
        for (Run r : s.evaluation().runs())
            for (Metrics.Row m : Metrics.of(r.workload(), s))
                if (m.key().endsWith(".per_token")) tokens.add(m);
        return new Costs(answer(s, bom), bom, hours, running(s), tokens);
    }

    /** The first host whose cost was computed says how an hour divides. */
    private static List<Part> running(Scope s) {
        Derivation all = find(s.derivations().get(HOUR), HOUR);
        if (all == null) return List.of();
        Derivation capital = find(all, "cost.capital");
        Derivation energy = find(all, "cost.energy");
        if (capital == null || energy == null) return List.of();
        double annuity = capital.inputs().get(1).value();
        double upkeep = capital.inputs().get(2).value();
        double sum = capital.value() + energy.value();
        double ofUpkeep = capital.value() * upkeep / (annuity + upkeep);
        return List.of(
                part("capital and interest", capital.value() - ofUpkeep, sum),
                part("upkeep", ofUpkeep, sum),
                part("energy", energy.value(), sum));
    }

    private static Part part(String name, double value, double sum) {
        return new Part(name, Quantity.of(value, "USD/s"), value / sum);
    }

    private static @Nullable Derivation find(@Nullable Derivation d, String formula) {
        if (d == null || formula.equals(d.formula())) return d;
        for (Derivation in : d.inputs()) {
            Derivation found = find(in, formula);
            if (found != null) return found;
        }
        return null;
    }

    private static String answer(Scope s, Bom bom) {
        StringBuilder text = new StringBuilder();
        if (bom.total().si() > 0)
            text.append("The parts with a price come to ").append(bom.total().text()).append(". ");
        else text.append("No part has a price. ");
        Result hour = s.evaluation().metrics().get(HOUR);
        if (hour != null)
            text.append("An hour of it costs ")
                    .append(Quantity.of(hour.value() * 3600, "USD").text())
                    .append(". ");
        List<String> each = new ArrayList<>();
        for (Run r : s.evaluation().runs()) {
            Result token = s.metric(r.workload(), "cost.per_token");
            if (token != null)
                each.add("%s %s".formatted(s.name(r.workload()), Quantity.of(token).text()));
        }
        if (!each.isEmpty())
            text.append("A million tokens: ").append(String.join(", ", each)).append(".");
        return text.toString().strip();
    }
}
