// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Recompute;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.EvaluationRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Held;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.rules.Variant;
import org.araverus.infra.engine.units.Show;

/**
 * What the fullest accelerator of a training placement holds against what fits. Fixes are evaluated
 * before they are offered.
 */
@Rule(
        summary = "Training holds more on an accelerator than fits",
        severity = Severity.ERROR,
        layer = Layer.MEMORY,
        since = "0.1")
public final class MemoryOverCapacity extends EvaluationRule {
    /** As many fixes as help to choose. */
    private static final int OFFERED = 3;

    @Override
    public void check(Evaluation.Run run, Evaluation evaluation, Design design, Findings findings) {
        double held = Held.all(run);
        double fits = run.memoryLimit();
        if (run.undefined() != null || !Held.training(run, design) || held <= fits) {
            return;
        }
        String message =
                "%s holds %s on an accelerator of stage %s, %s more than the %s of %s"
                        .formatted(
                                Say.name(run.workload()),
                                Show.value(held, "B"),
                                run.stage(),
                                Show.value(held - fits, "B"),
                                Show.value(fits, "B"),
                                Say.name(run.accelerator()));
        Findings.Draft finding = findings.report(this, Held.at(run, design), message);
        Held.details(run, design, finding);
        Set<String> offered = new TreeSet<>();
        for (Trial t : trials(run, design)) {
            if (offered.size() < OFFERED && !offered.contains(t.name)) {
                Variant.run(run, design, t.changed)
                        .map(Held::all)
                        .filter(then -> then <= fits)
                        .ifPresent(
                                then -> {
                                    offered.add(t.name);
                                    finding.fix(
                                            t.title(Show.value(then, "B")),
                                            new Edit.Set(t.at, t.value));
                                });
            }
        }
    }

    /** A change that may help, cheapest first. */
    private record Trial(String name, Origin at, String value, Workload changed) {
        String title(String then) {
            return "%s: %s (%s)".formatted(name, value, then);
        }
    }

    private static List<Trial> trials(Evaluation.Run run, Design design) {
        Workload w = (Workload) design.elements().get(run.workload());
        List<Trial> all = new ArrayList<>();
        double micro = w.microBatch().orElse(1);
        for (double less = micro / 2; less >= 1 && less == Math.rint(less); less /= 2) {
            Workload smaller = Variant.microBatch(w, less);
            all.add(new Trial("micro_batch", w.microBatch().origin(), Say.count(less), smaller));
        }
        all.add(recompute(w, Recompute.selective));
        for (int stage = 1; stage <= 3; stage++) {
            Origin at = w.parallel().zero().origin();
            all.add(new Trial("zero", at, Say.count(stage), Variant.zero(w, stage)));
        }
        all.add(recompute(w, Recompute.full));
        double pp = w.parallel().pp().orElse(1);
        for (double more = 2 * pp; more <= 8 * pp; more *= 2) {
            Origin at = w.parallel().pp().origin();
            all.add(new Trial("pp", at, Say.count(more), Variant.stages(w, more)));
        }
        return all;
    }

    private static Trial recompute(Workload w, Recompute r) {
        return new Trial("recompute", w.recompute().origin(), r.name(), Variant.recompute(w, r));
    }
}
