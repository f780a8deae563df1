// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.power;

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

/** The cap of an accelerator's draw against its limit, and against what it draws without work. */
@Rule(
        summary = "A power cap is above the limit of its accelerator, or below its idle draw",
        severity = Severity.ERROR,
        layer = Layer.POWER,
        since = "0.1")
public final class PowerCapOutsideLimits extends DesignRule<Accelerator> {
    public PowerCapOutsideLimits() {
        super(Accelerator.class);
    }

    @Override
    public void check(Accelerator a, Design design, Findings findings) {
        Value cap = a.power().cap();
        if (cap.isAbsent()) return;
        Value limit = a.power().limit();
        Value idle = a.power().idle();
        if (cap.si() > limit.si()) report("above its limit", cap, limit, a, findings);
        else if (!idle.isAbsent() && cap.si() < idle.si())
            report("below its idle draw", cap, idle, a, findings);
    }

    private void report(String how, Value cap, Value bound, Accelerator a, Findings findings) {
        String most = Show.value(a.power().limit().si(), "W");
        String message =
                "the cap of %s is %s, %s of %s"
                        .formatted(
                                Say.kind(a),
                                Show.value(cap.si(), "W"),
                                how,
                                Show.value(bound.si(), "W"));
        findings.report(this, cap.origin(), message)
                .detail(Say.name(a) + " draws " + Show.value(bound.si(), "W"), bound.origin())
                .fix("cap: " + most, new Edit.Set(cap.origin(), most));
    }
}
