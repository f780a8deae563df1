// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.power;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Flag;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Site;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;

/** Capping without a budget and feeds, throttling without a limit of heat. */
@Rule(
        summary = "Clocks are to keep a limit that nothing gives",
        severity = Severity.WARNING,
        layer = Layer.POWER,
        since = "0.1")
public final class NothingToKeep extends DesignRule<Element> {
    public NothingToKeep() {
        super(Element.class);
    }

    @Override
    public void check(Element e, Design design, Findings findings) {
        if (e instanceof Rack r) {
            Rack.Power p = r.power();
            boolean feeds = p.feeds().isAbsent() || p.feed().limit().isAbsent();
            if (p.budget().isAbsent() && feeds)
                report(r, p.capping(), "capping", "budget and no feeds", findings);
            Rack.Cooling c = r.cooling();
            boolean flow = c.flow().isAbsent() || c.rise().isAbsent();
            if (c.air().isAbsent() && c.liquid().isAbsent() && flow)
                report(r, c.throttling(), "throttling", "limit of air and liquid", findings);
        } else if (e instanceof Site s) {
            if (s.power().budget().isAbsent())
                report(s, s.power().capping(), "capping", "budget", findings);
            if (s.cooling().capacity().isAbsent())
                report(s, s.cooling().throttling(), "throttling", "capacity", findings);
        }
    }

    private void report(Element of, Flag flag, String word, String missing, Findings findings) {
        if (!flag.orElse(false)) return;
        String message = "%s has %s and no %s to keep".formatted(Say.kind(of), word, missing);
        findings.report(this, flag.origin(), message)
                .fix("without " + word, new Edit.Unset(flag.origin()));
    }
}
