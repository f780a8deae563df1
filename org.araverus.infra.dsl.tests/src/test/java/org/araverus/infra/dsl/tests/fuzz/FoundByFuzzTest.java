// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.json.DesignJson;
import org.araverus.infra.engine.json.UnreadableDesign;
import org.junit.jupiter.api.Test;

/** Texts at which something was thrown once, cut down to what it took. */
class FoundByFuzzTest {

    @Test
    void acceleratorsInPlaceOfSwitches() {
        assertThat(
                        findings(
                                """
                                package demo

                                accelerator Chip { scale_up { bandwidth: 450 GB/s   links: 18 } }

                                topology Mesh is switched { switch: 2 x Chip   link: 25 GB/s }

                                node Box { gpu: 8 x Chip   scale_up: Mesh }
                                """))
                .contains("wrong-kind")
                .doesNotContain("rule-failed");
    }

    /** Divisors of such a number were tried one by one. */
    @Test
    void headsBeyondAllCounting() {
        assertThat(
                        findings(
                                """
                                package demo

                                model M { layers: 4   hidden: 8192   heads: 64e15   kv_heads: 7 }
                                """))
                .contains("kv-heads-not-dividing-heads");
    }

    @Test
    void answersWithoutTokens() {
        assertThat(
                        findings(
                                """
                                package demo

                                import araverus.nvidia.*
                                import araverus.models.*
                                import araverus.stacks.*

                                rack Row { nodes: 4 x DGX_H100 }

                                topology Net is fat_tree { switch: QM9700   link: NDR   tiers: 1 }

                                cluster Lab { racks: 1 x Row   network: Net }

                                workload Chat serves Llama_31_70B {
                                  stack: vLLM   precision: fp8
                                  prompt: 1000 tok   output: 0 tok
                                  prefill { tp: 4   replicas: 6 }
                                  decode  { tp: 4   replicas: 2 }
                                }

                                evaluate Try { run Chat on Lab }
                                """))
                .doesNotContain("rule-failed", "pools-unbalanced");
    }

    @Test
    void packagesOfDots() {
        assertThat(findings("package .\n\nrack R { nodes: 2 x Box }\n")).contains("unknown-name");
    }

    /** The design holds one of them; what leads to the other one is not known. */
    @Test
    void twoKindsOfOneName() throws UnreadableDesign {
        Workspace w =
                Workspace.ofTexts(
                        Map.of(
                                "t.infra",
                                """
                                package demo

                                stack Row { }

                                rack Row { size: 4 U }

                                cluster Lab { racks: 1 x Row }

                                workload Train trains M { }

                                evaluate Try { run Train on Lab }
                                """));
        assertThat(w.evaluates()).hasSize(1);
        for (Compiled c : w.evaluates()) {
            String json = DesignJson.write(c.design());
            assertThat(DesignJson.write(DesignJson.read(json))).isEqualTo(json);
        }
    }

    private static List<String> findings(String text) {
        return Workspace.ofTexts(Map.of("t.infra", text)).check().stream()
                .map(Diagnostic::code)
                .toList();
    }
}
