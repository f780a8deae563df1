// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.araverus.infra.engine.evaluate.Evaluation.Bottleneck;
import org.araverus.infra.engine.evaluate.Evaluation.Resource;
import org.araverus.infra.engine.evaluate.Evaluation.Run;

/**
 * A metric as the software makes it, beside what the same hardware would do with software at its
 * ideal: the limit of what better software can bring.
 *
 * @param reached share of the ideal that is reached, 0 to 1
 */
public record Ideal(
        String workload,
        String metric,
        Quantity now,
        Quantity ideal,
        Quantity left,
        double reached) {
    private static final String SOFTWARE = "software";

    /** {@code 56 %}. */
    public String percent() {
        return String.format(Locale.ROOT, "%.0f\u00a0%%", 100 * reached);
    }

    /** Length of its bar, 0 to 100. */
    public String bar() {
        return String.format(Locale.ROOT, "%.1f", Math.clamp(100 * reached, 0, 100));
    }

    String answer() {
        return "%s of %s is at %s of what this hardware gives with software at its ideal."
                .formatted(metric, workload, percent());
    }

    static List<Ideal> of(Run r, Scope s) {
        List<Ideal> all = new ArrayList<>();
        for (Bottleneck b : r.bottlenecks())
            for (Resource x : b.resources())
                if (x.name().equals(SOFTWARE) && x.speedup() >= 1 && x.speedup() < 1e6)
                    all.add(of(r, b, x, s));
        return all;
    }

    private static Ideal of(Run r, Bottleneck b, Resource x, Scope s) {
        return new Ideal(
                s.name(r.workload()),
                Labels.name(b.metric()),
                Quantity.of(b.value(), b.unit()),
                Quantity.of(x.without(), b.unit()),
                Quantity.of(Math.abs(b.value() - x.without()), b.unit()),
                1 / x.speedup());
    }
}
