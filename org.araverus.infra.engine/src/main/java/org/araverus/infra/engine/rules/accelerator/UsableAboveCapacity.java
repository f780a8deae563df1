// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.accelerator;

import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** The bytes that a program gets against those as sold. */
@Rule(
        summary = "A program gets more memory than the accelerator has",
        severity = Severity.ERROR,
        layer = Layer.ACCELERATOR,
        since = "0.1")
public final class UsableAboveCapacity extends DesignRule<Accelerator> {
    public UsableAboveCapacity() {
        super(Accelerator.class);
    }

    @Override
    public void check(Accelerator accelerator, Design design, Findings findings) {
        Value usable = accelerator.memory().usable();
        Value capacity = accelerator.memory().capacity();
        if (usable.si() <= capacity.si()) {
            return;
        }
        String most = Show.value(capacity.si(), "B");
        String message =
                "%s has %s and gives programs %s, %s more"
                        .formatted(
                                Say.kind(accelerator),
                                most,
                                Show.value(usable.si(), "B"),
                                Show.value(usable.si() - capacity.si(), "B"));
        findings.report(this, usable.origin(), message)
                .detail("capacity " + most, capacity.origin())
                .fix("without usable", new Edit.Unset(usable.origin()));
    }
}
