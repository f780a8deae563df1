// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Finding;
import org.araverus.infra.engine.finding.Fix;
import org.araverus.infra.engine.units.Show;
import org.junit.jupiter.api.Test;

/** A finding says what is, what is allowed, by how much, where from, and what to type instead. */
class FindingTextTest {
    private static final String RACK =
            """
            rack AirRack: nodes=4*DGX_H100 leaf=1*QM9700 power.budget=34e3
            node DGX_H100: power.max=10.2e3
            switch QM9700: power.max=1.1e3
            """;

    @Test
    void aRackOverItsBudget() {
        Finding f = only("rack-power-over-budget", RACK);
        assertThat(f.message())
                .isEqualTo("rack AirRack draws 41.9 kW, 7.9 kW above its budget of 34 kW");
        assertThat(f.origin()).isEqualTo(new Origin("AirRack", "power.budget"));
        assertThat(f.details())
                .containsExactly(
                        new Finding.Detail(
                                "4 x DGX_H100 at 10.2 kW = 40.8 kW",
                                new Origin("DGX_H100", "power.max")),
                        new Finding.Detail(
                                "1 x QM9700 at 1.1 kW", new Origin("QM9700", "power.max")));
        assertThat(f.fixes())
                .containsExactly(
                        Fix.of(
                                "budget: 42 kW",
                                new Edit.Set(new Origin("AirRack", "power.budget"), "42 kW")),
                        Fix.of(
                                "3 x DGX_H100 (31.7 kW)",
                                new Edit.Set(new Origin("AirRack", "nodes.count"), "3")));
    }

    @Test
    void tensorParallelismAcrossNodes() {
        String text =
                """
                accelerator H100: scale_up.bandwidth=450e9
                node DGX: gpu=8*H100 scale_up=@NVSwitch_8
                topology NVSwitch_8: shape=switched
                rack AirRack: nodes=4*DGX
                topology Rails: shape=fat_tree link=~50e9
                cluster Lab: racks=1*AirRack network=@Rails
                model M: layers=80 hidden=8192 heads=64
                workload W: mode=trains model=@M sequence=8192 batch=128 parallel.tp=16 parallel.pp=2
                evaluate E: run=W@Lab
                """;
        Finding f = only("tensor-parallel-leaves-domain", text);
        assertThat(f.message())
                .isEqualTo(
                        "tp 16 spans 2 scale-up domains; their link gives 50 GB/s where NVSwitch_8"
                                + " gives 450 GB/s");
        // bytes of an all-reduce T h 2 = 17.18 GB; 4 x 80 layers on 2 stages and on 4
        double bytes = 128 * 8192.0 * 8192 * 2;
        double across = 160 * (2 * 7 / 8.0 * bytes / 450e9 + bytes / 8 / 50e9);
        double inside = 80 * (2 * 7 / 8.0 * bytes / 450e9);
        assertThat(across / inside).isBetween(3.2, 3.3);
        assertThat(f.details().get(1).text())
                .isEqualTo(
                        "the all-reduces of one step take %s instead of %s"
                                .formatted(Show.value(across, "s"), Show.value(inside, "s")));
        assertThat(f.fixes()).extracting(Fix::title).containsExactly("tp: 8 pp: 4", "tp: 8");
    }

    @Test
    void oneElementThatIsNotKnownLeavesTheOthersAlone() {
        String text = RACK + "rack Broken: nodes=4*DGX_H100 power.budget=unknown\n";
        only("rack-power-over-budget", text);
    }

    @Test
    void costNamesWhatHasNoPrice() {
        String text =
                """
                accelerator G: price=30e3
                node N: gpu=8*G
                switch S: ports=64
                rack R: nodes=1*N leaf=1*S
                site L: pue=1.2
                cluster C: racks=1*R site=@L
                workload W: mode=trains
                evaluate E: run=W@C require=W#cost.per_token
                """;
        assertThat(only("price-missing", text).message())
                .isEqualTo("cost cannot be given: S has no price");
        assertThat(found("price-missing", text.replace("cost.per_token", "step_time"))).isEmpty();
        assertThat(found("price-missing", text.replace("S: ports", "S: price=1 ports"))).isEmpty();
    }

    @Test
    void aPlacementOfTwoTypes() {
        String fleet =
                """
                accelerator G: peak.bf16=1e15
                accelerator H: peak.bf16=2e15
                node N: gpu=8*G
                node O: gpu=8*H
                rack R: nodes=1*N others=1*O
                workload A: mode=trains precision=fp8
                evaluate E: run=A@R
                """;
        assertThat(only("mixed-accelerators-in-placement", fleet).message())
                .isEqualTo(
                        "A runs on R, which has G and H; a workload runs on accelerators of one"
                                + " type");
        assertThat(found("precision-not-supported", fleet)).isEmpty();
        String one = fleet.replace("A@R", "A@R.nodes");
        assertThat(found("mixed-accelerators-in-placement", one)).isEmpty();
        Finding f = only("precision-not-supported", one);
        assertThat(f.message()).isEqualTo("A computes in fp8; accelerator G has no rate for it");
        assertThat(f.fixes()).extracting(Fix::title).containsExactly("precision: bf16");
    }

    @Test
    void liquidNodesInADryRack() {
        String rack =
                """
                rack R: nodes=4*N cooling.air=30e3
                node N: power.max=10e3 cooling.medium=liquid cooling.liquid_share=0.8
                """;
        Finding f = only("liquid-node-without-liquid", rack);
        assertThat(f.message()).isEqualTo("node N gives 8 kW to a liquid, and rack R has none");
        assertThat(f.fixes()).extracting(Fix::title).containsExactly("liquid: 32 kW");
        assertThat(found("liquid-node-without-liquid", rack.replace(".air", ".liquid"))).isEmpty();
        assertThat(found("liquid-node-without-liquid", rack.replace("0.8", "0"))).isEmpty();
    }

    private static Finding only(String rule, String text) {
        List<Finding> all = found(rule, text);
        assertThat(all).as(rule).hasSize(1);
        return all.get(0);
    }

    private static List<Finding> found(String rule, String text) {
        return Sketch.findings(rule, Sketch.of(text));
    }
}
