// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.compiler;

import static org.araverus.infra.dsl.tests.compiler.Sketches.design;
import static org.araverus.infra.dsl.tests.compiler.Sketches.element;
import static org.araverus.infra.dsl.tests.compiler.Sketches.parts;
import static org.araverus.infra.dsl.tests.compiler.Sketches.said;
import static org.assertj.core.api.Assertions.assertThat;

import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Rack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses: an override at one splits the run of equal parts, and makes a variant. */
class SlicesTest {
    private static String cluster(String overrides) {
        return """
        rack R { nodes: 4 x Box   power { budget: 50 kW } }
        cluster C {
          racks: 8 x R
          %s
        }
        """
                .formatted(overrides.replace("   ", "\n  "));
    }

    /** Eight racks of four boxes: what the racks and the nodes of the first variant come to. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    racks[3].nodes.power.max: 9 kW    | 3 R + 1 C.racks[3] + 4 R | 4 C.racks[3].nodes
                    racks[0].nodes.power.max: 9 kW    | 1 C.racks[0] + 7 R | 4 C.racks[0].nodes
                    racks[7].nodes.power.max: 9 kW    | 7 R + 1 C.racks[7] | 4 C.racks[7].nodes
                    racks[0..0].nodes.power.max: 9 kW | 1 C.racks[0] + 7 R | 4 C.racks[0].nodes
                    racks[2..5].nodes.power.max: 9 kW | 2 R + 4 C.racks[2..5] + 2 R | 4 C.racks[2..5].nodes
                    racks[0..7].nodes.power.max: 9 kW | 8 C.racks[0..7] | 4 C.racks[0..7].nodes
                    racks.nodes.power.max: 9 kW       | 8 C.racks[0..7] | 4 C.racks[0..7].nodes
                    racks[2].nodes[1].power.max: 9 kW | 2 R + 1 C.racks[2] + 5 R | 1 Box + 1 C.racks[2].nodes[1] + 2 Box
                    racks.nodes[0].power.max: 9 kW    | 8 C.racks[0..7] | 1 C.racks[0..7].nodes[0] + 3 Box
                    racks[2].nodes.count: 3           | 2 R + 1 C.racks[2] + 5 R | 3 Box
                    racks[2].power.budget: 60 kW      | 2 R + 1 C.racks[2] + 5 R | 4 Box
                    racks.count: 6                    | 6 R | ''
                    racks[1].nodes.power.max: 9 kW   racks[1].nodes[3].power.max: 8 kW | 1 R + 1 C.racks[1] + 6 R | 3 C.racks[1].nodes[0..2] + 1 C.racks[1].nodes[3]
                    racks[2..5].nodes.power.max: 9 kW   racks[4..6].nodes.power.max: 8 kW | 2 R + 2 C.racks[2..3] + 2 C.racks[4..5] + 1 C.racks[6] + 1 R | 4 C.racks[2..3].nodes
                    """)
    void runsSplit(String overrides, String racks, String nodes) {
        Design d = design(cluster(overrides));
        assertThat(parts(element(d, "C"))).isEqualTo("racks: " + racks);
        String variant = racks.replaceAll(".*?(C\\.racks\\[[^]]*\\]).*|.*", "$1");
        if (variant.isEmpty()) assertThat(nodes).isEmpty();
        else assertThat(parts(element(d, variant))).isEqualTo("nodes: " + nodes);
        assertThat(parts(element(d, "R"))).isEqualTo("nodes: 4 Box");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    racks[8].nodes.power.max: 9 kW      | slice-out-of-range: [8] leaves the part: racks has 8, counted from 0 to 7
                    racks[-1].nodes.power.max: 9 kW     | slice-out-of-range: [-1] leaves the part: racks has 8, counted from 0 to 7
                    racks[0..100].nodes.power.max: 9 kW | slice-out-of-range: [0..100] leaves the part: racks has 8, counted from 0 to 7
                    racks[0].nodes[4].power.max: 9 kW   | slice-out-of-range: [4] leaves the part: nodes has 4, counted from 0 to 3
                    racks[1.5].nodes.power.max: 9 kW    | 'slice-out-of-range: an index is a whole number, or a range of them: [0..31]'
                    racks[5..3].nodes.power.max: 9 kW   | empty-range: 5..3 is empty: the lower end comes first
                    racks[0].shelves.power.max: 9 kW    | unknown-name: no name shelves in racks
                    """)
    void addressesThatAreNone(String override, String expected) {
        assertThat(said(cluster(override))).containsExactly(expected);
    }

    @Test
    void aVariantIsItsTypeButForTheOverride() {
        Design d =
                design(
                        cluster(
                                "racks[2].nodes[1..2].gpu[0].power.limit: 600 W"
                                        + "   racks[2].nodes[1].power.max: 9 kW"
                                        + "   racks[2].power.budget: 60 kW"));
        Rack rack = element(d, "C.racks[2]");
        assertThat(rack.power().budget().si()).isEqualTo(60e3);
        assertThat(rack.header().lineage()).containsExactly("a.R");
        assertThat(parts(rack))
                .isEqualTo("nodes: 1 Box + 1 C.racks[2].nodes[1] + 1 C.racks[2].nodes[2] + 1 Box");
        Node first = element(d, "C.racks[2].nodes[1]");
        Node second = element(d, "C.racks[2].nodes[2]");
        assertThat(first.power().max().si()).isEqualTo(9e3);
        assertThat(second.power().max().si()).isEqualTo(10e3);
        assertThat(parts(second)).isEqualTo("gpu: 1 C.racks[2].nodes[2].gpu[0] + 7 Chip");
        Accelerator chip = element(d, "C.racks[2].nodes[2].gpu[0]");
        assertThat(chip.power().limit().si()).isEqualTo(600);
        assertThat(chip.memory().capacity()).extracting("number").isEqualTo(80.0 * (1L << 30));
    }

    @Test
    void theLastOverrideHolds() {
        Design d =
                design(
                        cluster(
                                "racks.power.budget: 60 kW   racks[2..3].power.budget: 70 kW"
                                        + "   racks[3].power.budget: 80 kW"));
        assertThat(parts(element(d, "C")))
                .isEqualTo(
                        "racks: 2 C.racks[0..1] + 1 C.racks[2] + 1 C.racks[3] + 4 C.racks[4..7]");
        for (String s : new String[] {"0..1=60", "2=70", "3=80", "4..7=60"}) {
            Rack r = element(d, "C.racks[" + s.split("=")[0] + "]");
            assertThat(r.power().budget().si()).isEqualTo(1e3 * Integer.parseInt(s.split("=")[1]));
        }
    }

    /** An heir inherits overrides, its own hold over them, and its counts bound them. */
    @Test
    void overridesAreInherited() {
        Design d =
                design(
                        cluster("racks[3].power.budget: 60 kW")
                                + """
                                cluster Heir extends C { racks[3..4].power.budget: 70 kW }
                                """);
        assertThat(parts(element(d, "Heir")))
                .isEqualTo("racks: 3 R + 1 Heir.racks[3] + 1 Heir.racks[4] + 3 R");
        Rack r = element(d, "Heir.racks[3]");
        assertThat(r.power().budget().si()).isEqualTo(70e3);
        assertThat(
                        said(
                                cluster("racks[7].power.budget: 60 kW")
                                        + "cluster H extends C { racks: 4 x R }\n"))
                .singleElement()
                .asString()
                .contains("[7] leaves the part: racks has 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    C                      | C
                    C.racks[2]             | C.racks[2]
                    C.racks[0..3]          | C.racks[0..3]
                    C.racks[1].nodes[2]    | C.racks[1].nodes[2]
                    C.racks[1].nodes[0..1] | C.racks[1].nodes[0..1]
                    C.racks                | C.racks
                    """)
    void runsOnSlices(String host, String expected) {
        Design d =
                Sketches.anyDesign(
                        cluster("")
                                + """
                                model M { layers: 8   hidden: 1024   heads: 8 }
                                workload W trains M { batch: 64 }
                                evaluate E { run W on %s }
                                """
                                        .formatted(host));
        Evaluate e = element(d, "E");
        assertThat(e.placements().get(0).host().toString().replace("a.C", "C")).isEqualTo(expected);
    }
}
