// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.parallelism;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Mode;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Cut;
import org.araverus.infra.engine.rules.Fleet;
import org.araverus.infra.engine.rules.PlacementRule;
import org.araverus.infra.engine.rules.Say;

/**
 * The ranks of a layout against the accelerators of its placement. Training takes all of them; the
 * engines of a serving workload take no more than there are.
 */
@Rule(
        summary = "A layout does not take up the accelerators that it is placed on",
        severity = Severity.ERROR,
        layer = Layer.PARALLELISM,
        since = "0.1")
public final class LayoutNotDividingPlacement extends PlacementRule {
    @Override
    protected void check(
            Placement placement, Workload workload, Fleet fleet, Design design, Findings findings) {
        if (workload.mode().is(Mode.trains)) {
            training(placement, workload, fleet, findings);
        } else {
            serving(placement, workload, fleet, findings);
        }
    }

    private void training(Placement placement, Workload workload, Fleet fleet, Findings findings) {
        Cut cut = Cut.of(workload, fleet.count());
        if (cut.fits(fleet.count())) {
            return;
        }
        Workload.Parallel p = workload.parallel();
        double copy = cut.tp() * cut.pp() * cut.cp();
        boolean whole = p.dp().isKnown();
        String message =
                "%s takes %s accelerators%s; %s has %s"
                        .formatted(
                                words(p),
                                Say.count(whole ? cut.ranks() : copy),
                                whole ? "" : " or a multiple",
                                placementName(placement),
                                Say.count(fleet.count()));
        Value last =
                Stream.of(p.dp(), p.pp(), p.tp(), p.cp())
                        .filter(Value::isKnown)
                        .findFirst()
                        .orElseThrow();
        Findings.Draft finding =
                findings.report(this, last.origin(), message).related(placement.origin());
        if (whole && Cut.divides(copy, fleet.count())) {
            String dp = Say.count(fleet.count() / copy);
            finding.fix("dp: " + dp, new Edit.Set(p.dp().origin(), dp));
        } else if (!whole && p.pp().isKnown() && Cut.divides(cut.tp() * cut.cp(), fleet.count())) {
            String pp = Say.count(Cut.nearest(fleet.count() / (cut.tp() * cut.cp()), cut.pp()));
            finding.fix("pp: " + pp, new Edit.Set(p.pp().origin(), pp));
        }
    }

    private void serving(Placement placement, Workload workload, Fleet fleet, Findings findings) {
        double prefill = engines(workload.prefill());
        double decode = engines(workload.decode());
        double all = prefill + decode;
        if (all <= fleet.count()) {
            return;
        }
        Workload.Engines greater = prefill > decode ? workload.prefill() : workload.decode();
        Value replicas = greater.replicas();
        String message =
                "engines of %s take %s accelerators; %s has %s"
                        .formatted(
                                Say.kind(workload),
                                Say.count(all),
                                placementName(placement),
                                Say.count(fleet.count()));
        Findings.Draft finding =
                findings.report(
                                this,
                                replicas.isKnown() ? replicas.origin() : workload.origin(),
                                message)
                        .related(placement.origin());
        engines("prefill", workload.prefill(), finding);
        engines("decode", workload.decode(), finding);
        double each = size(greater);
        double left = Math.floor((fleet.count() - (all - engines(greater))) / each);
        if (replicas.isKnown() && left >= 1) {
            finding.fix(
                    "replicas: " + Say.count(left),
                    new Edit.Set(replicas.origin(), Say.count(left)));
        }
    }

    private static void engines(String name, Workload.Engines e, Findings.Draft finding) {
        if (engines(e) > 0) {
            finding.detail(
                    "%s: %s of %s"
                            .formatted(
                                    name,
                                    Say.many(e.replicas().orElse(1), "engine"),
                                    Say.many(size(e), "accelerator")),
                    e.tp().isKnown() ? e.tp().origin() : e.replicas().origin());
        }
    }

    /** Accelerators of all engines; none where the block says nothing. */
    private static double engines(Workload.Engines e) {
        boolean written =
                Stream.of(e.tp(), e.pp(), e.ep(), e.dp(), e.replicas())
                        .anyMatch(v -> !v.isAbsent());
        return written ? size(e) * e.replicas().orElse(1) : 0;
    }

    /** Accelerators of one engine: its experts lie on the ranks that attention has. */
    private static double size(Workload.Engines e) {
        return Math.max(e.tp().orElse(1) * e.dp().orElse(1), e.ep().orElse(1)) * e.pp().orElse(1);
    }

    private static String words(Workload.Parallel p) {
        return Stream.of(
                        word("tp", p.tp()),
                        word("pp", p.pp()),
                        word("cp", p.cp()),
                        word("dp", p.dp()))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" x "));
    }

    private static String word(String name, Value v) {
        return v.isKnown() ? name + " " + Say.count(v.si()) : "";
    }

    private static String placementName(Placement placement) {
        return Say.host(placement.host());
    }
}
