// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.serving;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Distribution;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** A load by its rate and by its number at once. */
@Rule(
        summary = "A served model has both arrivals and requests in flight",
        severity = Severity.WARNING,
        layer = Layer.SERVING,
        since = "0.1")
public final class ArrivalsBesideConcurrency extends DesignRule<Workload> {
    public ArrivalsBesideConcurrency() {
        super(Workload.class);
    }

    @Override
    public void check(Workload workload, Design design, Findings findings) {
        Value inFlight = workload.concurrency();
        if (!inFlight.isKnown() || workload.arrivals() instanceof Distribution.None) return;
        double rate = workload.arrivals().mean();
        String message =
                "%s has %s in flight and arrivals of %s; arrivals count for nothing"
                        .formatted(
                                Say.name(workload),
                                Say.many(inFlight.si(), "request"),
                                Show.value(rate, "req/s"));
        findings.report(this, workload.arrivals().origin(), message)
                .detail("concurrency " + Say.count(inFlight.si()), inFlight.origin())
                .fix("without arrivals", new Edit.Unset(workload.arrivals().origin()))
                .fix("without concurrency", new Edit.Unset(inFlight.origin()));
    }
}
