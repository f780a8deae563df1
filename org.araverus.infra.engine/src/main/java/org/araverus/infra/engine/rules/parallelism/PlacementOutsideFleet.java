// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.parallelism;

import org.araverus.infra.engine.design.Address;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.jspecify.annotations.Nullable;

/** The indexes of a placement's host against the parts that they number, from 0. */
@Rule(
        summary = "A placement names instances that its host does not have",
        severity = Severity.ERROR,
        layer = Layer.PARALLELISM,
        since = "0.1")
public final class PlacementOutsideFleet extends DesignRule<Evaluate> {
    public PlacementOutsideFleet() {
        super(Evaluate.class);
    }

    @Override
    public void check(Evaluate evaluate, Design design, Findings findings) {
        for (Placement p : evaluate.placements()) {
            Element holder = design.elements().get(p.host().element());
            for (Address.Step s : p.host().steps()) {
                Part part = holder == null ? null : part(holder, s.role());
                if (part == null || part.runs().size() != 1) {
                    break; // an unknown role is a matter of names; of several types none is meant
                }
                if (!s.all() && s.to() >= part.count()) {
                    report(p, s, holder, part, findings);
                }
                holder = design.elements().get(String.valueOf(part.runs().get(0).type().name()));
            }
        }
    }

    private void report(
            Placement placement, Address.Step step, Element holder, Part part, Findings findings) {
        String message =
                "%s ends at %s[%s]; %s has %s, the last is %s"
                        .formatted(
                                Say.host(placement.host()),
                                step.role(),
                                step.to(),
                                Say.kind(holder),
                                Say.count(part.count()),
                                Say.count(part.count() - 1));
        findings.report(this, placement.origin(), message)
                .detail(
                        "%s: %s".formatted(step.role(), Say.count(part.count())),
                        part.runs().get(0).count().origin());
    }

    private static @Nullable Part part(Element holder, String role) {
        return holder.header().parts().stream()
                .filter(p -> p.role().equals(role))
                .findFirst()
                .orElse(null);
    }
}
