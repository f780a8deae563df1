// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.parallelism;

import java.util.List;
import org.araverus.infra.engine.design.Address;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;

/** The hosts of an evaluate's placements, two by two. */
@Rule(
        summary = "Two workloads of one evaluate run on the same accelerators",
        severity = Severity.ERROR,
        layer = Layer.PARALLELISM,
        since = "0.1")
public final class PlacementsOverlap extends DesignRule<Evaluate> {
    public PlacementsOverlap() {
        super(Evaluate.class);
    }

    @Override
    public void check(Evaluate evaluate, Design design, Findings findings) {
        List<Placement> all = evaluate.placements();
        for (int i = 1; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (overlap(all.get(j).host(), all.get(i).host())) {
                    report(all.get(j), all.get(i), findings);
                }
            }
        }
    }

    private void report(Placement first, Placement second, Findings findings) {
        String message =
                "%s runs on %s, which %s on %s has taken"
                        .formatted(
                                Say.name(String.valueOf(second.workload().name())),
                                Say.host(second.host()),
                                Say.name(String.valueOf(first.workload().name())),
                                Say.host(first.host()));
        findings.report(this, second.origin(), message).related(first.origin());
    }

    /** Whether two addresses share an instance: no step tells them apart. */
    private static boolean overlap(Address a, Address b) {
        if (!a.element().equals(b.element())) {
            return false;
        }
        int common = Math.min(a.steps().size(), b.steps().size());
        for (int i = 0; i < common; i++) {
            Address.Step x = a.steps().get(i);
            Address.Step y = b.steps().get(i);
            boolean meet = x.all() || y.all() || (x.from() <= y.to() && y.from() <= x.to());
            if (!x.role().equals(y.role()) || !meet) {
                return false;
            }
        }
        return true;
    }
}
