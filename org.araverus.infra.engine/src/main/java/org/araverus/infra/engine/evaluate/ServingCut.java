// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.Locale;
import org.araverus.infra.engine.design.Distribution;
import org.araverus.infra.engine.design.Recompute;
import org.araverus.infra.engine.design.State;
import org.araverus.infra.engine.design.Workload;

/** The engines of a serving workload on its placement. */
final class ServingCut {

    private ServingCut() {}

    static Placed.Cut of(Placed placed) throws Placed.NoResult {
        Workload w = placed.workload;
        boolean experts = placed.plan.traits().experts();
        boolean apart = !w.prefill().replicas().isAbsent() || !w.prefill().tp().isAbsent();
        Layout answers = layout(w.decode(), experts);
        Layout prompts = apart ? layout(w.prefill(), experts) : answers;
        double n = placed.host.accelerators();
        double taken = apart ? w.prefill().replicas().orElse(1) * prompts.accelerators() : 0;
        double left = Math.floor((n - taken) / answers.accelerators());
        double replicas = w.decode().replicas().orElse(left);
        double all = taken + replicas * answers.accelerators();
        if (replicas < 1 || all > n)
            throw new Placed.NoResult(
                    String.format(
                            Locale.ROOT,
                            "the engines take %.0f accelerators, the placement has %.0f",
                            Math.max(all, taken + answers.accelerators()),
                            n));
        ServingState.Engines write = new ServingState.Engines(answers, replicas);
        ServingState.Engines read =
                apart ? new ServingState.Engines(prompts, w.prefill().replicas().orElse(1)) : write;
        return new Placed.Cut(null, read, write, load(w));
    }

    private static ServingState.Load load(Workload w) {
        if (!w.concurrency().isAbsent()) {
            w.concurrency().si();
            return ServingState.Load.IN_FLIGHT;
        }
        boolean none = w.arrivals() instanceof Distribution.None n && n.state() == State.ABSENT;
        return none ? ServingState.Load.FULL : ServingState.Load.ARRIVALS;
    }

    /** Experts are dealt to {@code ep} groups of ranks; the ranks of a group share each of them. */
    private static Layout layout(Workload.Engines e, boolean experts) throws Placed.NoResult {
        int tp = (int) e.tp().orElse(1);
        int dp = (int) e.dp().orElse(1);
        int ep = experts ? (int) e.ep().orElse(1) : 1;
        if (tp * dp % ep != 0)
            throw new Placed.NoResult(
                    "ep %d does not divide the %d ranks of an engine".formatted(ep, tp * dp));
        return new Layout(tp, (int) e.pp().orElse(1), 1, 1, ep, dp, 1, 0, false, Recompute.none);
    }
}
