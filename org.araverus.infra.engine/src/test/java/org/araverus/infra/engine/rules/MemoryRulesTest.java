// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Finding;
import org.araverus.infra.engine.finding.RuleRunner;
import org.junit.jupiter.api.Test;

/** Rules over what a placement holds, on evaluations made by hand. */
class MemoryRulesTest {
    private static final double FITS = 80e9;

    @Test
    void trainingThatHoldsTooMuch() {
        assertThat(rules("trains", 40e9, 40e9)).containsExactly("memory-nearly-full");
        assertThat(rules("trains", 40e9, 40e9 + 1)).containsExactly("memory-over-capacity");
        assertThat(rules("trains", 40e9, 36e9)).isEmpty();
        assertThat(rules("trains", 40e9, 36e9 + 1)).containsExactly("memory-nearly-full");
    }

    @Test
    void weightsThatDoNotFit() {
        assertThat(rules("serves", FITS, 0)).isEmpty();
        assertThat(rules("serves", FITS + 1, 0)).containsExactly("weights-do-not-fit-serving");
    }

    @Test
    void saysWhatItHolds() {
        Finding f = find("trains", 0x1p36, 0x1p35).get(0);
        assertThat(f.message())
                .isEqualTo(
                        "W holds 96 GiB on an accelerator of stage 0, 21.5 GiB more than the 74.5"
                                + " GiB of G");
        assertThat(f.details())
                .extracting(Finding.Detail::text)
                .containsExactly("weights 64 GiB", "activations 32 GiB");
    }

    private static List<String> rules(String mode, double weights, double activations) {
        return find(mode, weights, activations).stream().map(Finding::rule).toList();
    }

    private static List<Finding> find(String mode, double weights, double activations) {
        Design design = Sketch.of("workload W: mode=" + mode);
        var held =
                List.of(
                        new Evaluation.Share("activations", activations),
                        new Evaluation.Share("weights", weights));
        var run =
                new Evaluation.Run(
                        "W",
                        "C",
                        "G",
                        8,
                        new TreeMap<>(),
                        "bf16",
                        "",
                        List.of(),
                        held,
                        0,
                        FITS,
                        null,
                        null,
                        Origin.NOWHERE);
        var evaluation =
                new Evaluation(
                        "E",
                        Evaluation.Fidelity.CLOSED_FORM,
                        List.of(run),
                        new TreeMap<>(),
                        List.of(),
                        List.of());
        return new RuleRunner(new BuiltInRules()).check(evaluation, design);
    }
}
