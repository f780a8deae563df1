// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.util.Comparator;
import java.util.stream.LongStream;
import org.araverus.infra.engine.design.Workload;

/**
 * How training cuts a model, as written; what is not written is 1, but {@code dp}, which is what
 * the placement leaves.
 *
 * @param dp copies; a fraction where the layout does not divide the placement
 */
public record Cut(double tp, double pp, double vpp, double cp, double ep, double dp) {

    private static final long MOST_TRIED = 1_000_000;

    /** The cut of a workload on so many accelerators. */
    public static Cut of(Workload workload, double accelerators) {
        Workload.Parallel p = workload.parallel();
        double tp = p.tp().orElse(1);
        double pp = p.pp().orElse(1);
        double cp = p.cp().orElse(1);
        double dp = p.dp().orElse(accelerators / (tp * pp * cp));
        return new Cut(tp, pp, p.vpp().orElse(1), cp, p.ep().orElse(1), dp);
    }

    /** Accelerators that it takes. */
    public double ranks() {
        return tp * pp * cp * dp;
    }

    /** Whether it takes just these accelerators, with whole copies. */
    public boolean fits(double accelerators) {
        return dp == Math.rint(dp) && ranks() == accelerators;
    }

    /** The greatest divisor of a count that is not above a limit. */
    public static long divisor(double count, double limit) {
        long most = Math.round(Math.floor(limit));
        return divisors(count).filter(d -> d <= most).max().orElse(1);
    }

    /** The divisor of a count that is nearest to a number; of two the greater. */
    public static long nearest(double count, double to) {
        return divisors(count)
                .boxed()
                .min(
                        Comparator.<Long>comparingDouble(d -> Math.abs(d - to))
                                .thenComparing(Comparator.reverseOrder()))
                .orElse(1L);
    }

    /** In pairs up to the root; of counts beyond 10^12 those whose smaller one is at most 10^6. */
    private static LongStream divisors(double count) {
        long n = Math.round(count);
        long root = (long) Math.min(Math.sqrt(Math.max(n, 0)), MOST_TRIED);
        return LongStream.rangeClosed(1, root)
                .filter(d -> n % d == 0)
                .flatMap(d -> LongStream.of(d, n / d));
    }

    /** Whether a count can be cut into equal whole parts. */
    public static boolean divides(double parts, double count) {
        return count % parts == 0;
    }
}
