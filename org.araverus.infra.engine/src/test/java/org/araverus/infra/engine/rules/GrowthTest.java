// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Bottleneck;
import org.araverus.infra.engine.evaluate.Evaluation.Growth;
import org.araverus.infra.engine.evaluate.Evaluation.Resource;
import org.junit.jupiter.api.Test;

/** What stops a fleet from growing, by re-runs with one limit changed. */
class GrowthTest {
    private static Evaluation evaluate(String rack, String site, String evaluate) {
        return ClosedForm.evaluate(
                Sketch.of(
                        """
                        accelerator G: memory.capacity=80e9 memory.bandwidth=3.35e12 peak.bf16=989e12 scale_up.bandwidth=450e9 power.limit=700 power.idle=100
                        topology T: shape=switched link=~450e9
                        nic I: bandwidth=50e9
                        node N: gpu=8*G nic=8*I scale_up=@T power.max=10e3 price=0.1 weight=130
                        topology F: shape=fat_tree link=~50e9
                        cluster C: racks=4*R network=@F site=@L
                        model M: layers=80 hidden=8192 heads=64 kv_heads=8 ffn=28672 vocab=128256 gated=true
                        workload W: mode=trains model=@M precision=bf16 sequence=8192 batch=128 parallel.tp=8 parallel.pp=4 recompute=selective
                        """
                                + "rack R: nodes=4*N "
                                + rack
                                + "\nsite L: pue=1.25 "
                                + site
                                + "\nevaluate E: run=W@C "
                                + evaluate));
    }

    private static Growth growth(Evaluation e) {
        Growth growth = e.growth();
        assertThat(growth).isNotNull();
        return growth;
    }

    private static Resource resource(Bottleneck b, String name) {
        return b.resources().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void theFirstLimitHoldsGrowthAndTheNextComesAtItsFactor() {
        Evaluation e =
                evaluate(
                        "power.budget=44e3 weight_limit=650 cooling.air=60e3",
                        "power.budget=240e3",
                        "");
        Growth g = growth(e);
        assertThat(g.limits())
                .extracting(Evaluation.Headroom::what)
                .containsExactly("rack power", "site power", "weight", "heat into the air");
        assertThat(g.times()).isCloseTo(1.1, within(1e-12));
        double tokens = e.metrics().get("W.throughput").value();
        assertThat(g.throughput().get("W")).isCloseTo(1.1 * tokens, within(1e-6));
        Bottleneck b = g.bottleneck();
        assertThat(b.value()).isCloseTo(1.1, within(1e-12));
        assertThat(b.binds()).isEqualTo("rack power");
        assertThat(b.binding().elasticity()).isCloseTo(1, within(1e-3));
        assertThat(b.binding().without()).isCloseTo(1.2, within(1e-12));
        assertThat(b.next()).isEqualTo("site power");
        assertThat(b.factor()).isCloseTo(1.2 / 1.1, within(1e-3));
        for (String other : List.of("site power", "floor", "air cooling")) {
            assertThat(resource(b, other).elasticity()).isZero();
            assertThat(resource(b, other).without()).isCloseTo(1.1, within(1e-12));
        }
    }

    @Test
    void twoLimitsAtOnceAreBothNamed() {
        Bottleneck b = growth(evaluate("power.budget=44e3 cooling.air=44e3", "", "")).bottleneck();
        assertThat(resource(b, "rack power").elasticity())
                .isCloseTo(resource(b, "air cooling").elasticity(), within(1e-12))
                .isBetween(0.4, 0.6);
        assertThat(b.factor()).isCloseTo(1, within(1e-3));
    }

    @Test
    void moneyIsALimitOfGrowth() {
        Bottleneck b =
                growth(evaluate("power.budget=80e3", "", "require=C#cost.capex")).bottleneck();
        // 16 nodes at 0.1 each against 1 that is required
        assertThat(b.value()).isCloseTo(1 / 1.6, within(1e-12));
        assertThat(b.binds()).isEqualTo("money");
        assertThat(b.next()).isEqualTo("rack power");
        assertThat(b.binding().without()).isCloseTo(2, within(1e-12));
    }

    @Test
    void oneLimitAloneIsAllItTakes() {
        Bottleneck b = growth(evaluate("power.budget=44e3", "", "")).bottleneck();
        assertThat(b.next()).isNull();
        assertThat(b.binding().without()).isInfinite();
        assertThat(evaluate("", "", "").growth()).isNull();
    }

    @Test
    void aHeldRackIsSlowerBeforeItIsFull() {
        Growth g =
                growth(evaluate("power.budget=30e3 power.capping=true", "power.budget=300e3", ""));
        assertThat(g.times()).isEqualTo(1);
        assertThat(g.bottleneck().binds()).isEqualTo("rack power");
        // more power lets clocks rise first, and then boxes in
        assertThat(g.bottleneck().binding().elasticity()).isBetween(0.2, 3.0);
        assertThat(g.bottleneck().binding().without()).isGreaterThan(1.2);
        assertThat(g.bottleneck().next()).isEqualTo("site power");
    }
}
