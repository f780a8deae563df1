// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Mode;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.evaluate.Evaluation;
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

    /** Whether the run trains; a run without a result does nothing. */
    public static boolean training(Evaluation.Run run, Design design) {
        return design.elements().get(run.workload()) instanceof Workload w
                && w.mode().is(Mode.trains);
    }

    /** Where findings about a run's memory stand: at its workload. */
    public static Origin at(Evaluation.Run run) {
        return new Origin(run.workload(), "");
    }

    /** A line for each category, the greatest first. */
    public static void details(Evaluation.Run run, Findings.Draft finding) {
        run.memory().stream()
                .filter(s -> s.value() > 0)
                .sorted((a, b) -> Double.compare(b.value(), a.value()))
                .forEach(s -> finding.detail(s.name() + " " + Show.value(s.value(), "B")));
    }
}
