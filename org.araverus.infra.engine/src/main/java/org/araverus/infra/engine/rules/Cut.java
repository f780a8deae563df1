// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import org.araverus.infra.engine.design.Workload;

/**
 * How training cuts a model, as written; what is not written is 1, but {@code dp}, which is what
 * the placement leaves.
 *
 * @param dp copies; a fraction where the layout does not divide the placement
 */
public record Cut(double tp, double pp, double vpp, double cp, double ep, double dp) {
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
        long n = Math.round(count);
        for (long d = Math.min(n, Math.round(Math.floor(limit))); d > 1; d--) {
            if (n % d == 0) {
                return d;
            }
        }
        return 1;
    }

    /** The divisor of a count that is nearest to a number; of two the greater. */
    public static long nearest(double count, double to) {
        long n = Math.round(count);
        long best = 1;
        for (long d = 1; d <= n; d++) {
            if (n % d == 0 && Math.abs(d - to) <= Math.abs(best - to)) {
                best = d;
            }
        }
        return best;
    }

    /** Whether a count can be cut into equal whole parts. */
    public static boolean divides(double parts, double count) {
        return count % parts == 0;
    }
}
