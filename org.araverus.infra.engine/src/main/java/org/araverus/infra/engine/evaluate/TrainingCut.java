// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.Locale;
import org.araverus.infra.engine.design.Recompute;
import org.araverus.infra.engine.design.Stack;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a training workload on its placement: what it says, what its stack does, what is
 * left.
 */
final class TrainingCut {

    private final Placed placed;
    private final Workload w;
    private final @Nullable Stack stack;

    private TrainingCut(Placed placed) {
        this.placed = placed;
        this.w = placed.workload;
        this.stack = w.stack().isAbsent() ? null : placed.design.get(w.stack());
    }

    static Layout of(Placed placed) throws Placed.NoResult {
        return new TrainingCut(placed).layout();
    }

    private Layout layout() throws Placed.NoResult {
        Workload.Parallel p = w.parallel();
        double tp = p.tp().orElse(1);
        double pp = p.pp().orElse(1);
        double cp = p.cp().orElse(1);
        double ep = p.ep().orElse(1);
        double n = placed.host.accelerators();
        double dp = p.dp().orElse(n / (tp * pp * cp));
        if (dp != Math.rint(dp))
            throw refuse(
                    "tp %.0f x pp %.0f x cp %.0f = %.0f does not divide %.0f accelerators",
                    tp, pp, cp, tp * pp * cp, n);
        if (tp * pp * cp * dp != n)
            throw refuse(
                    "tp %.0f x pp %.0f x cp %.0f x dp %.0f = %.0f, but the placement has %.0f"
                            + " accelerators",
                    tp, pp, cp, dp, tp * pp * cp * dp, n);
        double micro = microBatch();
        double batch = placed.plan.values()[BATCH];
        if (batch % (dp * micro) != 0)
            throw refuse(
                    "a batch of %.0f does not divide into dp %.0f x micro_batch %.0f",
                    batch, dp, micro);
        double layers = placed.plan.values()[LAYERS];
        double vpp = pp == 1 ? 1 : p.vpp().orElse(1);
        if (layers < pp * vpp - 2)
            throw refuse("%.0f layers are fewer than pp %.0f x vpp %.0f", layers, pp, vpp);
        experts(ep, tp * cp * dp);
        boolean shared = tp > 1 && sequenceParallel();
        return new Layout(
                (int) tp,
                (int) pp,
                (int) vpp,
                (int) cp,
                (int) ep,
                (int) dp,
                (int) micro,
                zero(dp * cp),
                shared,
                recompute());
    }

    private void experts(double ep, double ranks) throws Placed.NoResult {
        if (ep == 1) return;
        double experts = placed.plan.values()[EXPERTS];
        if (!placed.plan.traits().experts()) throw refuse("ep %.0f, but no experts", ep);
        if (ranks % ep != 0)
            throw refuse("ep %.0f does not divide the %.0f ranks of a stage", ep, ranks);
        if (experts % ep != 0) throw refuse("ep %.0f does not divide %.0f experts", ep, experts);
    }

    private double microBatch() {
        return placed.assumptions.or(w.microBatch(), 1, "", "one sequence at a time").si();
    }

    private boolean sequenceParallel() {
        if (w.parallel().sequenceParallel().isKnown() || stack == null)
            return w.parallel().sequenceParallel().orElse(false);
        boolean on = stack.sequenceParallel().orElse(false);
        stackSays("parallel.sequence_parallel", Boolean.toString(on));
        return on;
    }

    private int zero(double copies) {
        Value own = w.parallel().zero();
        if (!own.isAbsent() || stack == null) return (int) own.orElse(0);
        int zero = (int) stack.zero().orElse(0);
        if (copies > 1) stackSays("parallel.zero", Integer.toString(zero));
        return zero;
    }

    private Recompute recompute() {
        if (w.recompute().isKnown() || stack == null) return w.recompute().orElse(Recompute.none);
        Recompute r = stack.recompute().orElse(Recompute.none);
        stackSays("recompute", r.name());
        return r;
    }

    private void stackSays(String attribute, String value) {
        if (stack == null) return;
        placed.assumptions.add(
                w.origin().child(attribute), value, "stack " + stack.header().simpleName());
    }

    private static Placed.NoResult refuse(String text, Object... numbers) {
        return new Placed.NoResult(String.format(Locale.ROOT, text, numbers));
    }
}
