// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.units.Show;

/** The fix that takes some of the heaviest parts out. */
public final class Fewer {
    private Fewer() {}

    /**
     * Offers as many fewer of the parts with the greatest share as bring a sum under its limit, if
     * one of them may stay.
     *
     * @param each what one part adds to the sum
     * @param sum of all, in the unit
     */
    public static void offer(
            Findings.Draft finding,
            List<Parts.Draw> parts,
            ToDoubleFunction<Parts.Draw> each,
            double sum,
            double limit,
            String unit) {
        offer(finding, parts, each, sum, limit, x -> Show.value(x, unit));
    }

    /** The same with a measure's own way of being shown. */
    public static void offer(
            Findings.Draft finding,
            List<Parts.Draw> parts,
            ToDoubleFunction<Parts.Draw> each,
            double sum,
            double limit,
            DoubleFunction<String> shown) {
        ToDoubleFunction<Parts.Draw> all = p -> p.item().count() * each.applyAsDouble(p);
        parts.stream()
                .max(Comparator.comparingDouble(all))
                .ifPresent(
                        most -> {
                            double one = each.applyAsDouble(most);
                            double fewer = Math.ceil((sum - limit) / one);
                            double left = most.item().count() - fewer;
                            if (left >= 1) {
                                String rest = shown.apply(sum - fewer * one);
                                finding.fix(
                                        Say.parts(left, most.item().type()) + " (" + rest + ")",
                                        new Edit.Set(most.item().countAt(), Say.count(left)));
                            }
                        });
    }
}
