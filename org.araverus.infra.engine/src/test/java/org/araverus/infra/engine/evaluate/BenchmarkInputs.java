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
    private final List<Placed> served = new ArrayList<>();
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
        for (int load = 1; load <= 64; load++) {
            for (String kind : LOADS) served.add(served(kind.formatted((double) load)));
        }
        for (int batch = 1; batch <= 8; batch++) {
            String text =
                    ClosedFormTest.text()
                            .replace("\"batch\": 512.0", "\"batch\": " + 512.0 * batch);
            designs.add(ClosedFormTest.design(text));
        }
    }

    private static final String DECODE = "\"decode\": {\"tp\": 8.0, \"replicas\": 4.0}";
    private static final String APART =
            "\"prefill\": {\"tp\": 8.0, \"replicas\": 2.0},"
                    + " \"decode\": {\"tp\": 8.0, \"replicas\": 2.0}";

    /** Arrivals at shared engines, at pools apart, and requests in flight. */
    private static final List<String> LOADS =
            List.of(
                    "\"arrivals\": {\"poisson\": %.1f}, " + DECODE,
                    "\"arrivals\": {\"poisson\": %.1f}, " + APART,
                    "\"concurrency\": %.1f, " + DECODE);

    private static Placed served(String load) {
        String text =
                ClosedFormTest.text()
                        .replace("\"arrivals\": {\"poisson\": 6.0},", "")
                        .replace(DECODE, load);
        Design d = ClosedFormTest.design(text);
        try {
            return Placed.of(d, d.evaluate().placements().get(1), new Assumptions());
        } catch (Placed.NoResult e) {
            throw new IllegalStateException(e);
        }
    }

    /** Time of one step. */
    double step(int index) {
        Case c = cases.get(Math.floorMod(index, cases.size()));
        Evaluator.training(c.plan, c.layout, OperatingPoint.RATED, Probe.SILENT, frame);
        return frame.get(Cells.STEP);
    }

    /** Time of a token and of a request at capacity of one served load. */
    double serving(int index) {
        Placed p = served.get(Math.floorMod(index, served.size()));
        p.evaluate(p.plan, OperatingPoint.RATED, Probe.SILENT, frame);
        return frame.get(Cells.TOKEN_TIME) + 1 / frame.get(Cells.CAPACITY_REQUESTS);
    }

    /** Everything about one design. */
    Evaluation whole(int index) {
        return ClosedForm.evaluate(designs.get(Math.floorMod(index, designs.size())));
    }

    /** Sum over all inputs: the same whatever the machine. */
    double checksum() {
        double sum = 0;
        for (int i = 0; i < cases.size(); i++) sum += step(i);
        for (int i = 0; i < served.size(); i++) sum += serving(i);
        for (int i = 0; i < designs.size(); i++) {
            sum += whole(i).metrics().get("Train.step_time").value();
        }
        return sum;
    }
}
