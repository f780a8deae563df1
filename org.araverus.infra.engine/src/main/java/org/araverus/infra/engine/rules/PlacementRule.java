// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Findings;

/** A rule over each placement of a workload; one that is not all known leaves the others alone. */
public abstract class PlacementRule extends DesignRule<Evaluate> {
    protected PlacementRule() {
        super(Evaluate.class);
    }

    @Override
    public final void check(Evaluate evaluate, Design design, Findings findings) {
        for (Placement p : evaluate.placements()) {
            findings.guarded(() -> check(p, design, findings));
        }
    }

    private void check(Placement placement, Design design, Findings findings) {
        Fleet fleet = Fleet.of(placement.host(), design);
        if (fleet.types().size() == 1) { // else mixed-accelerators-in-placement speaks
            check(placement, design.get(placement.workload()), fleet, design, findings);
        }
    }

    /** Looks at one placement, which has accelerators of one type. */
    protected abstract void check(
            Placement placement, Workload workload, Fleet fleet, Design design, Findings findings);
}
