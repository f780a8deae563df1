// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Bottleneck;
import org.araverus.infra.engine.evaluate.Evaluation.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that keep limits of power and heat. */
class HeldClockTest {
    private static final String FLEET =
            """
            accelerator G: memory.capacity=80e9 memory.bandwidth=3.35e12 peak.bf16=989e12 scale_up.bandwidth=450e9 power.limit=700 power.idle=100 price=30e3
            topology T: shape=switched link=~450e9
            nic I: bandwidth=50e9
            node N: gpu=8*G nic=8*I scale_up=@T power.max=10e3 cooling.medium=liquid cooling.liquid_share=0.8
            topology F: shape=fat_tree link=~50e9
            cluster C: racks=4*R network=@F site=@L
            model M: layers=80 hidden=8192 heads=64 kv_heads=8 ffn=28672 vocab=128256 gated=true
            workload W: mode=trains model=@M precision=bf16 sequence=8192 batch=128 parallel.tp=8 parallel.pp=4 recompute=selective
            workload S: mode=serves model=@M precision=bf16 prompt.constant=1000 output.constant=500 concurrency=64 decode.tp=8 decode.replicas=2
            """;

    private static final String[] LIMITS = {
        "power.capping=true power.budget=%s",
        "power.capping=true power.feeds=3 power.redundancy=N_PLUS_1 power.feed.derating=1 power.feed.limit=%s",
        "cooling.throttling=true cooling.air=%s",
        "cooling.throttling=true cooling.liquid=%s",
        "cooling.throttling=true cooling.rise=10 cooling.flow=%s",
    };

    private static Evaluation evaluate(String rack, String site, String runs) {
        String text = FLEET + "rack R: nodes=4*N " + rack + "\nsite L: pue=1.2 " + site;
        return ClosedForm.evaluate(Sketch.of(text + "\nevaluate E: " + runs));
    }

    private static Evaluation train(String rack, String site) {
        return evaluate(rack, site, "run=W@C");
    }

    private static double tokens(Evaluation e) {
        return e.metrics().get("W.throughput").value();
    }

    private static Held held(Evaluation e, int run) {
        Held held = e.runs().get(run).held();
        assertThat(held).isNotNull();
        return held;
    }

    /** The limit of a kind that holds as much as watts of a whole rack. */
    private static String limit(String form, double watts) {
        double limit = watts;
        if (form.contains("feed")) limit = watts / 2;
        if (form.contains("air")) limit = 0.2 * watts;
        if (form.contains("liquid")) limit = 0.8 * watts;
        if (form.contains("flow")) limit = 0.8 * watts / (1015 * 3945 * 10.0);
        return String.format(Locale.ROOT, form, limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void anAmpleLimitChangesNothingToTheBit(int kind) {
        Evaluation free = train("", "");
        Evaluation held = train(limit(LIMITS[kind], 60e3), "");
        assertThat(held.runs().get(0).held()).isNull();
        free.metrics().forEach((name, r) -> assertThat(held.metrics()).containsEntry(name, r));
        assertThat(held.metrics().get("W.clock").value()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void tokensGrowWithTheLimit(int kind) {
        double before = 0;
        for (double watts = 24e3; watts < 37e3; watts += 1e3) {
            double now = tokens(train(limit(LIMITS[kind], watts), ""));
            assertThat(now).as("%.0f W", watts).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isGreaterThan(tokens(train(limit(LIMITS[kind], 24e3), "")) * 1.2);
    }

    /** The same watts give the same clock, whatever counts them. */
    @Test
    void allLimitsOfARackAreOneOfWatts() {
        double clock = held(train(limit(LIMITS[0], 30e3), ""), 0).clock();
        for (String form : LIMITS) {
            assertThat(held(train(limit(form, 30e3), ""), 0).clock())
                    .isCloseTo(clock, within(1e-9));
        }
    }

    @Test
    void theRackDrawsWhatItsBudgetIs() {
        Evaluation e = train(limit(LIMITS[0], 30e3), "");
        double energy = e.metrics().get("W.energy.per_token").value();
        assertThat(energy * tokens(e) / 1.2).isCloseTo(4 * 30e3, within(1e-3));
        assertThat(e.metrics().get("C.power.peak").value()).isCloseTo(4 * 30e3, within(1e-3));
    }

    @Test
    void aSiteHoldsAllWorkloadsAtOneClock() {
        String two = "run=W@C.racks[0..1] run=S@C.racks[2..3]";
        Evaluation free = evaluate("", "power.budget=1e6", two);
        Evaluation e = evaluate("", "power.capping=true power.budget=130e3", two);
        Held train = held(e, 0);
        assertThat(train.clock()).isLessThan(1).isCloseTo(held(e, 1).clock(), within(1e-9));
        assertThat(tokens(e)).isLessThan(tokens(free));
        double drawn = 0;
        for (String w : List.of("W", "S")) {
            drawn +=
                    e.metrics().get(w + ".energy.per_token").value()
                            * e.metrics().get(w + ".throughput").value();
        }
        assertThat(drawn).isCloseTo(130e3, within(1e-3));
        assertThat(e.metrics().get("C.power.facility").value())
                .isLessThanOrEqualTo(130e3 * (1 + 1e-12));
    }

    @Test
    void aLimitThatNoClockKeepsIsAnError() {
        String low = limit(LIMITS[0], 20e3);
        Held held = held(train(low, ""), 0);
        assertThat(held.kept()).isFalse();
        String text = FLEET + "rack R: nodes=4*N " + low + "\nsite L: pue=1.2\nevaluate E: run=W@C";
        assertThat(Sketch.findings("limit-below-lowest-clock", Sketch.of(text))).hasSize(1);
        assertThat(Sketch.findings("clock-below-rated", Sketch.of(text))).isEmpty();
        assertThat(Sketch.findings("rack-power-over-budget", Sketch.of(text))).isEmpty();
    }

    @Test
    void powerAndCoolingAreResources() {
        Bottleneck time = train(limit(LIMITS[0], 30e3), "").runs().get(0).bottlenecks().get(0);
        assertThat(time.binds()).isEqualTo("rack power");
        assertThat(time.binding().elasticity()).isPositive();
        double free = train("", "").metrics().get("W.step_time").value();
        assertThat(time.binding().without()).isCloseTo(free, within(1e-9 * free));
        assertThat(time.next()).isEqualTo("compute");
        assertThat(time.factor()).isBetween(1.0, 1.3);
        Bottleneck warm = train(limit(LIMITS[3], 30e3), "").runs().get(0).bottlenecks().get(0);
        assertThat(warm.binds()).isEqualTo("liquid cooling");
    }

    @Test
    void aWarmDayLeavesLessRise() {
        String rack = limit(LIMITS[4], 33e3) + " cooling.supply=313.15";
        double cool = tokens(train(rack, "wet_bulb=300 cooling.approach=5"));
        double warm = tokens(train(rack, "wet_bulb=310 cooling.approach=5"));
        assertThat(cool).isEqualTo(tokens(train(limit(LIMITS[4], 33e3), "")));
        assertThat(warm).isLessThan(cool);
    }
}
