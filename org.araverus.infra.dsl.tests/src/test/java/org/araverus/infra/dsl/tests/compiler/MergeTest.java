// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.compiler;

import static org.araverus.infra.dsl.tests.compiler.Sketches.design;
import static org.araverus.infra.dsl.tests.compiler.Sketches.element;
import static org.araverus.infra.dsl.tests.compiler.Sketches.parts;
import static org.araverus.infra.dsl.tests.compiler.Sketches.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an heir has: its own, and what it inherits. */
class MergeTest {
    /** An heir of a rack with two roles and a block; an inherited value is computed anew in it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                   | nodes: 4 Box, spare: 1 Box; 2 m, 150 kW, 2 feeds
                    nodes: 2 x Box                       | nodes: 2 Box, spare: 1 Box; 2 m, 90 kW, 2 feeds
                    nodes: 2 x Big                       | nodes: 2 Big, spare: 1 Box; 2 m, 90 kW, 2 feeds
                    spare: 2 x Big                       | nodes: 4 Box, spare: 2 Big; 2 m, 150 kW, 2 feeds
                    without spare                        | nodes: 4 Box; 2 m, 150 kW, 2 feeds
                    without nodes   nodes: 1 x Big       | spare: 1 Box, nodes: 1 Big; 2 m, 60 kW, 2 feeds
                    more: 3 x Big                        | nodes: 4 Box, spare: 1 Box, more: 3 Big; 2 m, 150 kW, 2 feeds
                    power { feeds: 4 }                   | nodes: 4 Box, spare: 1 Box; 2 m, 150 kW, 4 feeds
                    power { budget: 90 kW }              | nodes: 4 Box, spare: 1 Box; 2 m, 90 kW, 2 feeds
                    nodes: 1 x Box   power { feeds: 6 }  | nodes: 1 Box, spare: 1 Box; 2 m, 60 kW, 6 feeds
                    size: 3 m                            | nodes: 4 Box, spare: 1 Box; 3 m, 150 kW, 2 feeds
                    size: power.feeds * 1 m              | nodes: 4 Box, spare: 1 Box; 2 m, 150 kW, 2 feeds
                    size: power.feeds * 1 m   power { feeds: 5 } | nodes: 4 Box, spare: 1 Box; 5 m, 150 kW, 5 feeds
                    nodes.count: 3                       | nodes: 3 Box, spare: 1 Box; 2 m, 120 kW, 2 feeds
                    nodes.count: 3   nodes: 2 x Box      | nodes: 2 Box, spare: 1 Box; 2 m, 90 kW, 2 feeds
                    """)
    void racks(String heir, String expected) {
        String text =
                """
                rack Base {
                  nodes: 4 x Box
                  spare: 1 x Box
                  size: 2 m
                  power { budget: (nodes.count + 1) * 30 kW   feeds: 2 }
                }
                rack Heir extends Base {
                  %s
                }
                rack Next extends Heir { }
                """
                        .formatted(heir == null ? "" : heir.replace("   ", "\n  "));
        Design d = design(text);
        assertThat(rack(element(d, "Heir"))).isEqualTo(expected);
        assertThat(rack(element(d, "Next"))).isEqualTo(expected);
        assertThat(rack(element(d, "Base")))
                .isEqualTo("nodes: 4 Box, spare: 1 Box; 2 m, 150 kW, 2 feeds");
    }

    private static String rack(Rack r) {
        return "%s; %.0f m, %.0f kW, %.0f feeds"
                .formatted(
                        parts(r),
                        r.size().si(),
                        r.power().budget().si() / 1e3,
                        r.power().feeds().si());
    }

    @Test
    void aRoleThatComesBack() {
        Design d =
                design(
                        """
                        rack A { nodes: 4 x Box }
                        rack B extends A { without nodes }
                        rack C extends B { nodes: 2 x Big }
                        rack D extends C { }
                        """);
        assertThat(parts(element(d, "B"))).isEmpty();
        assertThat(parts(element(d, "D"))).isEqualTo("nodes: 2 Big");
        assertThat(element(d, "D").header().lineage()).containsExactly("a.C", "a.B", "a.A");
    }

    /** Named blocks merge by name, and keep the order in which each was first written. */
    @Test
    void tiers() {
        Design d =
                design(
                        """
                        topology Base is fat_tree {
                          link: 50 GB/s
                          tier pod { endpoints: 8   oversubscription: 1 }
                          tier spine { endpoints: 64 }
                        }
                        topology Heir extends Base {
                          tier spine { endpoints: 128 }
                          tier core { endpoints: 512 }
                          tier pod { oversubscription: 2 }
                        }
                        """);
        assertThat(tiers(element(d, "Base"))).isEqualTo("pod 8 1, spine 64");
        assertThat(tiers(element(d, "Heir"))).isEqualTo("pod 8 2, spine 128, core 512");
    }

    private static String tiers(Topology t) {
        return t.tier().stream()
                .map(
                        n ->
                                n.name()
                                        + " "
                                        + (int) n.value().endpoints().si()
                                        + (n.value().oversubscription().isKnown()
                                                ? " " + (int) n.value().oversubscription().si()
                                                : ""))
                .collect(Collectors.joining(", "));
    }

    private static final String WORK =
            """
            model M { layers: 8   hidden: 1024   heads: 8   vocabulary: 32000 }
            workload Base trains M {
              sequence: 1024 tok   batch: 64
              parallel { tp: 2   pp: 2 }
              require step_time <= 90 s
            }
            workload Heir extends Base {
              batch: 32
              parallel { pp: 4 }
              require memory.peak <= 80 GiB
            }
            workload Other extends Base { require step_time <= 50 s }
            rack R { nodes: 4 x Box }
            cluster C { racks: 2 x R }
            evaluate E { run Heir on C }
            """;

    @Test
    void requirementsAddUp() {
        Design d = Sketches.anyDesign(WORK);
        Workload heir = element(d, "Heir");
        assertThat(heir.mode().get().name()).isEqualTo("trains");
        assertThat(heir.model().name()).isEqualTo("a.M");
        assertThat(heir.batch().si()).isEqualTo(32);
        assertThat(heir.sequence().si()).isEqualTo(1024);
        assertThat(heir.parallel().tp().si()).isEqualTo(2);
        assertThat(heir.parallel().pp().si()).isEqualTo(4);
        assertThat(heir.requirements()).hasSize(2);
        Workload other = element(d, "Other");
        assertThat(other.requirements()).hasSize(2);
        Workload base = element(d, "Base");
        assertThat(base.requirements()).hasSize(1);
        Evaluate e = element(d, "E");
        assertThat(e.placements()).hasSize(1);
    }

    /** A design holds one element of a name; what refers to another one is not known. */
    @Test
    void twoKindsOfOneName() {
        String text =
                """
                cluster Lab { site: Lab   racks: 2 x R }
                site Lab { pue: 1.3 }
                rack R { nodes: 4 x Box }
                evaluate E { run W on Lab }
                workload W trains Lab { }
                model Lab { layers: 8 }
                """;
        assertThat(said(text)).isNotEmpty();
        Design d = Sketches.anyDesign(text);
        org.araverus.infra.engine.design.Cluster lab = element(d, "Lab");
        assertThat(lab.site().isKnown()).isFalse();
        Workload w = element(d, "W");
        assertThat(w.model().isKnown()).isFalse();
    }

    @Test
    void whatCannotMergeIsSaid() {
        assertThat(said("rack A { nodes: 4 x Box }\nrack B extends A { without shelves }\n"))
                .singleElement()
                .asString()
                .contains("shelves");
        assertThat(said("rack A { nodes: 4 x Box   nodes: 2 x Box }\n")).isNotEmpty();
        assertThat(said("rack A extends Box { }\n"))
                .containsExactly("wrong-kind: Box is a node; a rack extends a rack");
        assertThat(said("rack A extends B { }\nrack B extends A { }\n")).hasSize(2);
    }
}
