// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.network;

import java.util.Optional;
import java.util.stream.Stream;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.EvaluationRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Held;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.rules.Variant;
import org.araverus.infra.engine.units.Show;
import org.jspecify.annotations.Nullable;

/**
 * The time of a training step against that of the same step over the same network without
 * oversubscription.
 */
@Rule(
        summary = "An oversubscribed network makes training steps longer",
        severity = Severity.DANGER,
        layer = Layer.NETWORK,
        since = "0.1")
public final class OversubscriptionUnderDataParallel extends EvaluationRule {
    /** The share of a step that goes unnoticed. */
    private static final double MOST = 0.05;

    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        boolean training = run.undefined() == null && Held.training(run, design);
        Topology network = network(run, design);
        if (!training || network == null) {
            return;
        }
        Value over = oversubscription(network);
        if (over == null) {
            return;
        }
        double step = time(run);
        Optional<Evaluation.Run> full = Variant.run(run, design, Variant.full(network));
        if (full.isEmpty() || step - time(full.get()) <= MOST * step) {
            return;
        }
        double less = time(full.get());
        String message =
                "oversubscription of %s costs %s %s of each step: %s instead of %s"
                        .formatted(
                                Say.name(network),
                                Say.name(run.workload()),
                                Show.value((step - less) / step, "%"),
                                Show.value(step, "s"),
                                Show.value(less, "s"));
        findings.report(this, over.origin(), message)
                .detail(
                        "dp communication that nothing hides: %s instead of %s"
                                .formatted(
                                        Show.value(exposed(run), "s"),
                                        Show.value(exposed(full.get()), "s")),
                        run.origin())
                .fix("oversubscription: 1", new Edit.Set(over.origin(), "1"));
    }

    private static double time(Evaluation.Run run) {
        return run.breakdown().stream().mapToDouble(Evaluation.Share::value).sum();
    }

    private static double exposed(Evaluation.Run run) {
        return run.breakdown().stream()
                .filter(s -> s.name().equals("dp communication"))
                .mapToDouble(Evaluation.Share::value)
                .sum();
    }

    private static @Nullable Topology network(Evaluation.Run run, Design design) {
        for (Placement p : design.evaluate().placements()) {
            if (p.origin().equals(run.origin())
                    && design.elements().get(p.host().element()) instanceof Cluster c
                    && c.network().isElement()) {
                return design.get(c.network());
            }
        }
        return null;
    }

    /** The first oversubscription that is more than none. */
    private static @Nullable Value oversubscription(Topology network) {
        return Stream.concat(
                        Stream.of(network.oversubscription()),
                        network.tier().stream().map(t -> t.value().oversubscription()))
                .filter(v -> v.isKnown() && v.si() > 1)
                .findFirst()
                .orElse(null);
    }
}
