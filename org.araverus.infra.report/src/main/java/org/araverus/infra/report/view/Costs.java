// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Evaluation.Run;

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
        return new Costs(answer(s, bom), bom, hours, Parts.of(Made.hour(s), "USD/s"), tokens);
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
