// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Recompute;

/** What benchmarks evaluate: dense and expert models under many layouts, and whole designs. */
final class BenchmarkInputs {

    private record Case(Plan plan, Layout layout) {}

    private final List<Case> cases = new ArrayList<>();
    private final List<Design> designs = new ArrayList<>();
    private final Frame frame = new Frame();

    BenchmarkInputs() {
        Plan llama = PlanFixture.llama405().onH100(8192).plan();
        Plan deepSeek = PlanFixture.deepSeek().onH100(2048).plan();
        for (int tp = 1; tp <= 8; tp *= 2) {
            for (int pp = 1; pp <= 16; pp *= 2) {
                for (int zero = 0; zero <= 3; zero++) {
                    for (Recompute r : Recompute.values()) {
                        boolean sp = tp > 1;
                        int dp = 8192 / tp / pp;
                        int vpp = pp == 1 ? 1 : 2;
                        cases.add(
                                new Case(llama, new Layout(tp, pp, vpp, 1, 1, dp, 1, zero, sp, r)));
                        cases.add(
                                new Case(
                                        deepSeek,
                                        new Layout(
                                                tp, pp, 1, 1, 8, 2048 / tp / pp, 1, zero, sp, r)));
                    }
                }
            }
        }
        for (int batch = 1; batch <= 8; batch++) {
            String text =
                    ClosedFormTest.text()
                            .replace("\"batch\": 512.0", "\"batch\": " + 512.0 * batch);
            designs.add(ClosedFormTest.design(text));
        }
    }

    /** Time of one step. */
    double step(int index) {
        Case c = cases.get(Math.floorMod(index, cases.size()));
        Evaluator.training(c.plan, c.layout, OperatingPoint.RATED, Probe.SILENT, frame);
        return frame.get(Cells.STEP);
    }

    /** Everything about one design. */
    Evaluation whole(int index) {
        return ClosedForm.evaluate(designs.get(Math.floorMod(index, designs.size())));
    }

    /** Sum over all inputs: the same whatever the machine. */
    double checksum() {
        double sum = 0;
        for (int i = 0; i < cases.size(); i++) sum += step(i);
        for (int i = 0; i < designs.size(); i++) {
            sum += whole(i).metrics().get("Train.step_time").value();
        }
        return sum;
    }
}
