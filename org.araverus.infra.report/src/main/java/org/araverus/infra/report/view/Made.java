// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.evaluate.Derivation;
import org.araverus.infra.engine.evaluate.Evaluation.Share;
import org.jspecify.annotations.Nullable;

/** What sums of an evaluation are made of, read off how they came to be. */
final class Made {
    private static final String HOUR = "cost.per_hour";
    private static final String DRAW = "power.peak";
    private static final String BOXES = "draw of boxes";

    private Made() {}

    /** An hour of all hosts, USD/s: capital, upkeep and energy; empty where it has no cost. */
    static List<Share> hour(Scope s) {
        double capital = 0;
        double upkeep = 0;
        double energy = 0;
        for (Derivation host : all(s.derivations().get(HOUR), d -> HOUR.equals(d.formula()))) {
            Derivation paid = host.inputs().get(0);
            double annuity = paid.inputs().get(1).value();
            double kept = paid.inputs().get(2).value();
            double ofUpkeep = paid.value() * kept / (annuity + kept);
            capital += paid.value() - ofUpkeep;
            upkeep += ofUpkeep;
            energy += host.inputs().get(1).value();
        }
        if (capital + upkeep + energy == 0) return List.of();
        return List.of(
                new Share("capital and interest", capital),
                new Share("upkeep", upkeep),
                new Share("energy", energy));
    }

    /** The draw at the limit, W: each kind of box, its accelerators and the rest of it apart. */
    static List<Share> draw(Scope s) {
        Map<String, Double> watts = new LinkedHashMap<>();
        for (Derivation d : all(s.derivations().get(DRAW), d -> d.name().equals(BOXES))) {
            Derivation count = d.inputs().get(0);
            Derivation each = d.inputs().get(1);
            if (count.origin() == null) continue;
            String name = s.name(count.origin().element());
            if (!"power.box".equals(each.formula())) {
                watts.merge(name, d.value(), Double::sum);
                continue;
            }
            double rest = count.value() * each.inputs().get(2).value();
            watts.merge(name + ", accelerators", d.value() - rest, Double::sum);
            watts.merge(name + ", the rest", rest, Double::sum);
        }
        List<Share> all = new ArrayList<>();
        watts.forEach((name, w) -> all.add(new Share(name, w)));
        return all;
    }

    private interface Test {
        boolean is(Derivation d);
    }

    /** The outermost nodes of a kind; a node that several sums share counts in each. */
    private static List<Derivation> all(@Nullable Derivation d, Test test) {
        if (d == null) return List.of();
        if (test.is(d)) return List.of(d);
        List<Derivation> found = new ArrayList<>();
        for (Derivation in : d.inputs()) found.addAll(all(in, test));
        return found;
    }
}
