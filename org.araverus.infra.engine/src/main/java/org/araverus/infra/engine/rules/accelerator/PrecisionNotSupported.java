// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.accelerator;

import java.util.List;
import java.util.stream.Stream;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Precision;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Fleet;
import org.araverus.infra.engine.rules.PlacementRule;
import org.araverus.infra.engine.rules.Say;

/** The number format of a workload against the peak rates of the accelerator it runs on. */
@Rule(
        summary = "A workload uses a number format that its accelerator has no rate for",
        severity = Severity.ERROR,
        layer = Layer.ACCELERATOR,
        since = "0.1")
public final class PrecisionNotSupported extends PlacementRule {
    /** From narrow to wide; a workload falls back to the next wider one. */
    private static final List<Precision> WIDER =
            List.of(
                    Precision.fp4,
                    Precision.fp8,
                    Precision.bf16,
                    Precision.fp16,
                    Precision.tf32,
                    Precision.fp32,
                    Precision.fp64);

    @Override
    protected void check(
            Placement placement, Workload workload, Fleet fleet, Design design, Findings findings) {
        Precision wanted = workload.precision().get();
        Accelerator accelerator = fleet.accelerator();
        if (!accelerator.peak().of(wanted).isAbsent()) {
            return;
        }
        String has =
                Say.list(
                        Stream.of(Precision.values())
                                .filter(p -> accelerator.peak().of(p).isKnown())
                                .map(Precision::name));
        String message =
                "%s computes in %s; %s has no rate for it"
                        .formatted(Say.name(workload), wanted, Say.kind(accelerator));
        Findings.Draft finding =
                findings.report(this, workload.precision().origin(), message)
                        .detail(
                                Say.name(accelerator) + " has rates for " + has,
                                accelerator.origin().child("peak"));
        WIDER.stream()
                .skip(WIDER.indexOf(wanted) + 1L)
                .filter(p -> accelerator.peak().of(p).isKnown())
                .findFirst()
                .ifPresent(
                        p ->
                                finding.fix(
                                        "precision: " + p,
                                        new Edit.Set(workload.precision().origin(), p.name())));
    }
}
