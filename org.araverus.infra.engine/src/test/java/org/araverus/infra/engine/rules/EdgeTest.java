// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import static org.araverus.infra.engine.rules.Lever.above;
import static org.araverus.infra.engine.rules.Lever.below;
import static org.araverus.infra.engine.rules.Lever.divides;
import static org.araverus.infra.engine.rules.Lever.from;
import static org.araverus.infra.engine.rules.Lever.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.araverus.infra.engine.design.Design;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule over numbers speaks on one side of its edge and is silent on the other. */
class EdgeTest {
    private static final String GPU =
            "accelerator G: power.limit=700 scale_up.bandwidth=450e9 peak.bf16=989e12";
    private static final String NODE = "node N: gpu=8*G scale_up=@T power.max=10e3";
    private static final String TOPOLOGY = "topology T: shape=switched switch=@S link=~25e9";
    private static final String SWITCH = "switch S: power.max=2e3 ports=64 bandwidth=50e9";
    private static final String FLEET =
            String.join(
                    "\n",
                    GPU,
                    NODE,
                    TOPOLOGY,
                    SWITCH,
                    "rack R: nodes=4*N",
                    "topology F: shape=fat_tree switch=@S link=~50e9",
                    "cluster C: racks=1*R network=@F",
                    "model M: layers=80 hidden=8192 heads=64",
                    "evaluate E: run=W@C");

    private static final String TINY =
            "model M: layers=2 hidden=8 heads=2 ffn=32 vocab=100 gated=true published.parameters=?";

    static Stream<Lever> levers() {
        return Stream.of(
                        power(),
                        cooling(),
                        parallelism(),
                        serving(),
                        network(),
                        accelerator(),
                        model(),
                        cost(),
                        space())
                .flatMap(s -> s);
    }

    private static Stream<Lever> power() {
        String rack = "rack R: nodes=4*N leaf=1*S power.budget=?";
        String feeds = "rack R: power.budget=44e3 power.feed.limit=? power.feeds=";
        return Stream.of(
                below("rack-power-over-budget", 42e3, rack, "node N: power.max=10e3", SWITCH),
                above(
                        "rack-power-over-budget",
                        10e3,
                        "rack R: nodes=4*N leaf=1*S power.budget=42e3",
                        "node N: power.max=?",
                        SWITCH),
                below("rack-power-over-budget", 45e3, "rack R: power.max=45e3 power.budget=?"),
                below(
                        "rack-power-over-budget",
                        32e2,
                        "rack R: nodes=1*N power.budget=?",
                        "node N: gpu=4*G cpu=2*U",
                        "accelerator G: power.limit=700",
                        "cpu U: power.limit=200"),
                below("feeds-cannot-carry-budget", 27.5e3, feeds + "2"),
                below("feeds-cannot-carry-budget", 55e3, feeds + "2 power.redundancy=N_PLUS_1"),
                below("feeds-cannot-carry-budget", 27.5e3, feeds + "4 power.redundancy=TWO_N"),
                below(
                        "feeds-cannot-carry-budget",
                        44e3,
                        feeds + "2 power.redundancy=N_PLUS_1 power.feed.derating=1"),
                below(
                        "feeds-cannot-carry-budget",
                        12.5e3,
                        "rack R: nodes=1*N power.feeds=1 power.feed.limit=?",
                        "node N: power.max=10e3"),
                above(
                        "feeds-cannot-carry-budget",
                        32e3,
                        "rack R: power.budget=? power.feeds=2 power.redundancy=N_PLUS_1"
                                + " power.feed.limit=40e3"),
                upTo(
                        "redundancy-without-feeds",
                        1,
                        "rack R: power.feeds=? power.redundancy=N_PLUS_1"),
                divides(
                        "redundancy-without-feeds",
                        2,
                        3,
                        "rack R: power.feeds=? power.redundancy=TWO_N"),
                below(
                        "site-power-over-budget",
                        104e3,
                        "site L: power.budget=? pue=1.3",
                        "cluster C: racks=2*R site=@L",
                        "rack R: nodes=4*N",
                        "node N: power.max=10e3"),
                above(
                        "site-power-over-budget",
                        1.25,
                        "site L: power.budget=100e3 pue=?",
                        "cluster C: racks=2*R site=@L",
                        "rack R: nodes=4*N",
                        "node N: power.max=10e3"),
                from(
                        "site-power-over-budget",
                        3,
                        "site L: power.budget=100e3",
                        "cluster C: racks=?*R site=@L",
                        "rack R: nodes=4*N",
                        "node N: power.max=10e3"),
                below(
                        "node-nameplate-below-parts",
                        5900,
                        "node N: gpu=8*G cpu=2*U nic=8*I power.max=?",
                        GPU,
                        "cpu U: power.limit=150",
                        "nic I: bandwidth=50e9"),
                above(
                        "power-cap-outside-limits",
                        700,
                        "accelerator G: power.limit=700 power.cap=?"),
                below(
                        "power-cap-outside-limits",
                        100,
                        "accelerator G: power.limit=700 power.idle=100 power.cap=?"),
                above("idle-above-limit", 700, "accelerator G: power.limit=700 power.idle=?"),
                above("idle-above-limit", 10e3, "node N: power.max=10e3 power.idle=?"),
                below("idle-above-limit", 747, "switch S: power.max=? power.idle=747"));
    }

    private static Stream<Lever> cooling() {
        String tray = "node N: power.max=10e3 cooling.medium=liquid cooling.liquid_share=0.8";
        String wet = "rack R: nodes=10*N cooling.supply=313.15 cooling.rise=10 cooling.flow=";
        return Stream.of(
                below(
                        "rack-heat-over-air",
                        42e3,
                        "rack R: nodes=4*N leaf=1*S cooling.air=?",
                        "node N: power.max=10e3 cooling.medium=air",
                        SWITCH),
                below("rack-heat-over-air", 20e3, "rack R: nodes=10*N cooling.air=?", tray),
                below("rack-heat-over-liquid", 80e3, "rack R: nodes=10*N cooling.liquid=?", tray),
                above(
                        "rack-heat-over-liquid",
                        0.6,
                        "rack R: nodes=10*N cooling.liquid=60e3",
                        "node N: power.max=10e3 cooling.liquid_share=?"),
                above(
                        "inlet-outside-node-range",
                        303.15,
                        "rack R: nodes=1*N cooling.inlet=?",
                        "node N: cooling.inlet=278.15..303.15"),
                below(
                        "inlet-outside-node-range",
                        278.15,
                        "rack R: nodes=1*N cooling.inlet=?",
                        "node N: cooling.inlet=278.15..303.15"),
                above(
                        "inlet-outside-node-range",
                        318.15,
                        "rack R: nodes=1*N cooling.supply=?",
                        "node N: cooling.medium=liquid cooling.inlet=278.15..318.15"),
                // 80 kW / (1015 kg/m^3 x 3945 J/(kg K) x 10 K)
                below("liquid-flow-too-small", 80e3 / (1015.0 * 3945 * 10), wet + "?", tray),
                below(
                        "liquid-flow-too-small",
                        80e3 / (996.0 * 4180 * 10),
                        wet + "? cooling.coolant=water",
                        tray),
                below(
                        "liquid-flow-too-small",
                        80e3 / (1015.0 * 3945 * 0.002),
                        "rack R: nodes=10*N cooling.rise=? cooling.flow=0.002",
                        tray),
                below(
                        "supply-below-wet-bulb",
                        303.15,
                        "rack R: cooling.supply=?",
                        "site L: wet_bulb=297.15 cooling.approach=6",
                        "cluster C: racks=1*R site=@L"),
                above(
                        "supply-below-wet-bulb",
                        307.15,
                        "rack R: cooling.supply=313.15",
                        "site L: wet_bulb=? cooling.approach=6",
                        "cluster C: racks=1*R site=@L"),
                below(
                        "site-heat-over-capacity",
                        80e3,
                        "site L: cooling.capacity=? pue=1.3",
                        "cluster C: racks=2*R site=@L",
                        "rack R: nodes=4*N",
                        "node N: power.max=10e3"));
    }

    private static Stream<Lever> parallelism() {
        String train = "workload W: mode=trains model=@M parallel.";
        String moe = "model M: layers=80 hidden=8192 heads=64 experts.count=64";
        return Stream.of(
                from("tensor-parallel-leaves-domain", 9, FLEET, train + "tp=?"),
                divides("tensor-parallel-not-dividing-heads", 8, 9, FLEET, train + "tp=?"),
                from("pipeline-deeper-than-layers", 81, FLEET, train + "pp=?"),
                from("interleave-with-few-layers", 21, FLEET, train + "pp=4 parallel.vpp=?"),
                divides("uneven-pipeline-stages", 5, 6, FLEET, train + "pp=?"),
                divides("layout-not-dividing-placement", 2, 3, FLEET, train + "tp=8 parallel.pp=?"),
                divides("layout-not-dividing-placement", 4, 5, FLEET, train + "tp=8 parallel.dp=?"),
                divides("layout-not-dividing-placement", 4, 3, FLEET, train + "tp=8 parallel.dp=?"),
                from(
                        "layout-not-dividing-placement",
                        5,
                        FLEET,
                        "workload W: mode=serves model=@M decode.tp=8 decode.replicas=?"),
                divides(
                        "batch-not-dividing",
                        128,
                        129,
                        FLEET,
                        train + "tp=8 batch=? micro_batch=2"),
                divides("batch-not-dividing", 2, 3, FLEET, train + "tp=8 batch=128 micro_batch=?"),
                // 3 / 20 is 15 %
                upTo("few-micro-batches", 19, FLEET, train + "tp=8 parallel.pp=4 batch=?"),
                upTo(
                        "few-micro-batches",
                        1,
                        FLEET,
                        train + "tp=8 parallel.pp=4 batch=10 parallel.vpp=?"),
                divides(
                        "expert-parallel-not-dividing",
                        4,
                        5,
                        FLEET.replaceAll("model M.*", moe),
                        train + "ep=?"),
                from("expert-parallel-without-experts", 2, FLEET, train + "ep=?"),
                divides(
                        "expert-parallel-beyond-ranks",
                        16,
                        17,
                        FLEET.replaceAll("model M.*", moe),
                        train + "pp=2 parallel.ep=?"));
    }

    private static Stream<Lever> network() {
        String cluster = "cluster C: racks=?*R network=@F";
        String nodes = "rack R: nodes=4*N\nnode N: nic=8*I\nnic I: bandwidth=50e9";
        String flat = "topology F: shape=fat_tree switch=@S link=~50e9 tiers=";
        String clos =
                "topology F: shape=clos link=~50e9 tier.rack.endpoints=16 tier.pod.endpoints=";
        return Stream.of(
                from("fabric-ports-exceeded", 3, cluster, nodes, flat + "1", SWITCH),
                // 64 x 64 / 2
                from("fabric-ports-exceeded", 65, cluster, nodes, flat + "2", SWITCH),
                from("fabric-ports-exceeded", 2049, cluster, nodes, flat + "3", SWITCH),
                // 48 down, 16 up
                from(
                        "fabric-ports-exceeded",
                        97,
                        cluster,
                        nodes,
                        flat + "2 oversubscription=3",
                        SWITCH),
                from("fabric-ports-exceeded", 17, cluster, nodes, flat + "1 rails=8", SWITCH),
                upTo(
                        "fabric-ports-exceeded",
                        63,
                        "cluster C: racks=2*R network=@F",
                        nodes,
                        flat + "1",
                        "switch S: ports=?"),
                from("fabric-ports-exceeded", 4, cluster, nodes, clos + "96"),
                upTo(
                        "fabric-ports-exceeded",
                        95,
                        "cluster C: racks=3*R network=@F",
                        nodes,
                        clos + "?"),
                // 8 x 18 = 144 links
                upTo(
                        "fabric-ports-exceeded",
                        2,
                        "node N: gpu=8*G scale_up=@T",
                        "accelerator G: scale_up.links=18",
                        "topology T: shape=switched switch=?*S",
                        SWITCH),
                from(
                        "fabric-ports-exceeded",
                        9,
                        "node N: gpu=8*G scale_up=@T",
                        "accelerator G: scale_up.links=?",
                        "topology T: shape=switched switch=1*S",
                        SWITCH),
                below(
                        "nic-faster-than-host-link",
                        50e9,
                        "node N: gpu=8*G nic=8*I",
                        "accelerator G: host.bandwidth=?",
                        "nic I: bandwidth=50e9"),
                above(
                        "nic-faster-than-host-link",
                        64e9,
                        "node N: gpu=4*G nic=2*I",
                        "accelerator G: host.bandwidth=32e9",
                        "nic I: bandwidth=?"),
                above(
                        "link-faster-than-switch-port",
                        50e9,
                        "topology F: shape=fat_tree switch=@S link=~?",
                        SWITCH),
                above(
                        "link-faster-than-switch-port",
                        50e9,
                        "topology F: shape=clos switch=@S link=~25e9 tier.pod.link=~?",
                        SWITCH),
                above(
                        "link-beyond-reach",
                        50,
                        "topology F: shape=fat_tree link=@L length=?",
                        "link L: reach=50"),
                above(
                        "link-beyond-reach",
                        50,
                        "topology F: shape=clos link=@L length=20 tier.pod.length=?",
                        "link L: reach=50"),
                below(
                        "link-beyond-reach",
                        50,
                        "topology F: shape=fat_tree link=@L length=50",
                        "link L: reach=?"),
                below(
                        "link-faster-than-switch-port",
                        50e9,
                        "topology F: switch=@S link=@L",
                        "link L: bandwidth=50e9",
                        "switch S: bandwidth=?"),
                below(
                                "nic-differs-from-link",
                                50e9,
                                "cluster C: racks=1*R network=@F",
                                "rack R: nodes=1*N",
                                "node N: nic=8*I",
                                "nic I: bandwidth=50e9",
                                "topology F: link=~?")
                        .oneSided(),
                above(
                                "nic-differs-from-link",
                                50e9,
                                "cluster C: racks=1*R network=@F",
                                "rack R: nodes=1*N",
                                "node N: nic=8*I",
                                "nic I: bandwidth=?",
                                "topology F: link=~50e9")
                        .oneSided(),
                divides("tier-endpoints-not-multiple", 96, 97, clos + "?"),
                divides(
                        "rails-differ-from-nics",
                        8,
                        9,
                        "cluster C: racks=1*R network=@F",
                        nodes,
                        "topology F: rails=?"),
                divides(
                        "rails-differ-from-nics",
                        8,
                        7,
                        "cluster C: racks=1*R network=@F",
                        nodes,
                        "topology F: rails=?"),
                from(
                        "nodes-without-network",
                        2,
                        FLEET.replace("4*N", "?*N").replace(" network=@F", ""),
                        "workload W: mode=trains model=@M"));
    }

    private static Stream<Lever> serving() {
        String serve = "workload W: mode=serves model=@M decode.";
        String moe = "model M: layers=80 hidden=8192 heads=64 experts.count=64";
        return Stream.of(
                from("expert-parallel-leaves-domain", 9, FLEET, moe, serve + "dp=32 decode.ep=?"),
                from(
                        "tensor-parallel-copies-cache",
                        9,
                        "model M: layers=80 hidden=8192 heads=64 kv_heads=8",
                        serve + "tp=?"),
                below(
                        "longest-requests-over-context",
                        1000 * Math.exp(2.3263478740408408) + 100,
                        "model M: context=?",
                        serve
                                + "tp=1 prompt.lognormal.median=1000 prompt.lognormal.sigma=1"
                                + " output.constant=100"));
    }

    private static Stream<Lever> accelerator() {
        return Stream.of(
                above(
                        "usable-above-capacity",
                        80e9,
                        "accelerator G: memory.capacity=80e9 memory.usable=?"),
                below(
                        "usable-above-capacity",
                        80e9,
                        "accelerator G: memory.capacity=? memory.usable=80e9"),
                below(
                        "peak-of-smaller-format-lower",
                        1e15,
                        "accelerator G: peak.bf16=1e15 peak.fp8=?"),
                below(
                        "peak-of-smaller-format-lower",
                        2e15,
                        "accelerator G: peak.fp8=2e15 peak.fp4=?"),
                above(
                        "peak-of-smaller-format-lower",
                        1e15,
                        "accelerator G: peak.tf32=? peak.fp16=1e15"));
    }

    private static Stream<Lever> model() {
        return Stream.of(
                divides("kv-heads-not-dividing-heads", 8, 9, "model M: heads=64 kv_heads=?"),
                divides("heads-not-dividing-hidden", 64, 65, "model M: hidden=8192 heads=?"),
                above(
                        "sequence-over-context",
                        8192,
                        "model M: context=8192",
                        "workload W: mode=trains model=@M sequence=?"),
                below(
                        "sequence-over-context",
                        8192,
                        "model M: context=?",
                        "workload W: mode=trains model=@M sequence=8192"),
                // 2 (256 + 16 + 768) + 8 + 1600 = 3688
                below("published-parameters-differ", 3688 / 1.01 * (1 + 1e-12), TINY),
                above("published-parameters-differ", 3688 / 0.99 * (1 - 1e-12), TINY),
                from("active-experts-above-count", 9, "model M: experts.count=8 experts.active=?"));
    }

    private static Stream<Lever> cost() {
        return Stream.of(
                below(
                        "price-below-parts",
                        240e3,
                        "node N: gpu=8*G price=?",
                        "accelerator G: price=30e3"),
                above(
                        "price-below-parts",
                        38750,
                        "node N: gpu=8*G nic=8*I price=310e3",
                        "accelerator G: price=?",
                        "nic I: bandwidth=50e9"));
    }

    private static Stream<Lever> space() {
        double u = 0.04445;
        return Stream.of(
                below(
                        "rack-units-exceeded",
                        33 * u,
                        "rack R: nodes=4*N leaf=1*S size=?",
                        "node N: size=" + 8 * u,
                        "switch S: size=" + u),
                from(
                        "rack-units-exceeded",
                        6,
                        "rack R: nodes=?*N size=" + 42 * u,
                        "node N: size=" + 8 * u),
                below(
                        "rack-weight-exceeded",
                        520,
                        "rack R: nodes=4*N leaf=1*S weight_limit=?",
                        "node N: weight=130",
                        "switch S: ports=64"),
                above(
                        "rack-weight-exceeded",
                        200,
                        "rack R: nodes=4*N weight_limit=800",
                        "node N: weight=?"));
    }

    @ParameterizedTest
    @MethodSource("levers")
    void speaksBeyondItsEdgeAlone(Lever lever) {
        assertThat(lever.findings(lever.edge())).as("%s, at the edge", lever).isZero();
        if (lever.further()) {
            assertThat(lever.findings(lever.edge() - lever.step()))
                    .as("%s, inside", lever)
                    .isZero();
        }
        assertThat(lever.findings(lever.edge() + lever.step()))
                .as("%s, beyond", lever)
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("levers")
    void isSilentWhereTheNumberIsNotKnown(Lever lever) {
        Assumptions.assumeFalse(lever.sketch().contains("?*"), "a count of parts");
        Design broken = Sketch.of(lever.sketch().replace("~?", "unknown").replace("?", "unknown"));
        assertThat(Sketch.findings(lever.rule(), broken)).isEmpty();
    }
}
