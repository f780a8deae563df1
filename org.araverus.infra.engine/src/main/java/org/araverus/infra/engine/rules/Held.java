// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.util.Optional;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Mode;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.units.Show;

/** What the fullest accelerator of a run holds. */
public final class Held {
    private Held() {}

    /** All of it, B. */
    public static double all(Evaluation.Run run) {
        return run.memory().stream().mapToDouble(Evaluation.Share::value).sum();
    }

    /** One category, B; 0 where the run has none. */
    public static double of(Evaluation.Run run, String category) {
        return run.memory().stream()
                .filter(s -> s.name().equals(category))
                .mapToDouble(Evaluation.Share::value)
                .sum();
    }

    /** Whether the run trains. */
    public static boolean training(Evaluation.Run run, Design design) {
        return workload(run, design).map(w -> w.mode().is(Mode.trains)).orElse(false);
    }

    private static Optional<Workload> workload(Evaluation.Run run, Design design) {
        return design.elements().get(run.workload()) instanceof Workload w
                ? Optional.of(w)
                : Optional.empty();
    }

    /** Where findings about a run's memory stand: at the layout that its workload says. */
    public static Origin at(Evaluation.Run run, Design design) {
        Origin workload = new Origin(run.workload(), "");
        return workload(run, design)
                .map(w -> w.mode().is(Mode.trains) ? w.parallel().tp() : w.decode().tp())
                .filter(Value::isKnown)
                .map(Value::origin)
                .orElse(workload);
    }

    /** A line for each category, the greatest first, and one for the accelerator's memory. */
    public static void details(Evaluation.Run run, Design design, Findings.Draft finding) {
        run.memory().stream()
                .filter(s -> s.value() > 0)
                .sorted((a, b) -> Double.compare(b.value(), a.value()))
                .forEach(s -> finding.detail(s.name() + " " + Show.value(s.value(), "B")));
        Element accelerator = design.elements().get(run.accelerator());
        if (accelerator != null) {
            String room = training(run, design) ? " fits " : " gives engines ";
            finding.detail(
                    Say.name(accelerator) + room + Show.value(run.memoryLimit(), "B"),
                    accelerator.origin().child("memory"));
        }
    }

    /** Offers the least tensor parallelism of the answering engines that leaves room. */
    public static void wider(Evaluation.Run run, Design design, Findings.Draft finding) {
        Workload w = workload(run, design).orElseThrow();
        Value tp = w.decode().tp();
        for (double more = 2 * tp.orElse(1); more <= run.accelerators(); more *= 2) {
            if (Variant.run(run, design, Variant.decodeTp(w, more)).isPresent()) {
                String text = Say.count(more);
                finding.fix("decode { tp: " + text + " }", new Edit.Set(tp.origin(), text));
                return;
            }
        }
    }
}
