// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.accelerator;

import java.util.List;
import java.util.stream.Stream;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Precision;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/**
 * The peak rates of an accelerator from wide to narrow: a narrower format is not slower. Integers
 * stay out, since some parts have cut them down. Most often one of the two is per two values,
 * sparse, or of another part.
 */
@Rule(
        summary = "A narrower number format has a lower peak rate than a wider one",
        severity = Severity.WARNING,
        layer = Layer.ACCELERATOR,
        since = "0.1")
public final class PeakOfSmallerFormatLower extends DesignRule<Accelerator> {
    public PeakOfSmallerFormatLower() {
        super(Accelerator.class);
    }

    @Override
    public void check(Accelerator accelerator, Design design, Findings findings) {
        for (Precision half : List.of(Precision.bf16, Precision.fp16)) {
            List<Precision> narrowing =
                    Stream.of(Precision.fp32, Precision.tf32, half, Precision.fp8, Precision.fp4)
                            .filter(p -> accelerator.peak().of(p).isKnown())
                            .toList();
            for (int i = 1; i < narrowing.size(); i++) {
                check(accelerator, narrowing.get(i - 1), narrowing.get(i), findings);
            }
        }
    }

    private void check(
            Accelerator accelerator, Precision wide, Precision narrow, Findings findings) {
        Value faster = accelerator.peak().of(wide);
        Value slower = accelerator.peak().of(narrow);
        if (slower.si() >= faster.si()) {
            return;
        }
        String message =
                "%s reaches %s in %s, %s below the %s of %s, which is wider"
                        .formatted(
                                Say.kind(accelerator),
                                Show.value(slower.si(), "FLOP/s"),
                                narrow,
                                Show.value(faster.si() - slower.si(), "FLOP/s"),
                                Show.value(faster.si(), "FLOP/s"),
                                wide);
        findings.report(this, slower.origin(), message)
                .detail(wide + " " + Show.value(faster.si(), "FLOP/s"), faster.origin());
    }
}
