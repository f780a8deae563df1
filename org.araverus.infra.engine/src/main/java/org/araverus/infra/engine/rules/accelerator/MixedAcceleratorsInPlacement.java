// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.accelerator;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Fleet;
import org.araverus.infra.engine.rules.Say;

/** The types of accelerator below a placement: a workload runs on one. */
@Rule(
        summary = "A workload is placed on accelerators of several types",
        severity = Severity.ERROR,
        layer = Layer.ACCELERATOR,
        since = "0.1")
public final class MixedAcceleratorsInPlacement extends DesignRule<Evaluate> {
    public MixedAcceleratorsInPlacement() {
        super(Evaluate.class);
    }

    @Override
    public void check(Evaluate evaluate, Design design, Findings findings) {
        for (Placement p : evaluate.placements()) {
            Fleet fleet = Fleet.of(p.host(), design);
            if (fleet.types().size() > 1) {
                report(p, fleet, design, findings);
            }
        }
    }

    private void report(Placement placement, Fleet fleet, Design design, Findings findings) {
        String message =
                "%s runs on %s, which has %s; a workload runs on accelerators of one type"
                        .formatted(
                                Say.name(String.valueOf(placement.workload().name())),
                                Say.host(placement.host()),
                                Say.list(fleet.types().keySet().stream().map(Say::name)));
        Findings.Draft finding = findings.report(this, placement.origin(), message);
        fleet.types()
                .forEach(
                        (type, n) ->
                                finding.detail(
                                        Say.parts(n, design.elements().get(type)),
                                        new Origin(type, "")));
    }
}
