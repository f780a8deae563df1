// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli.bench;

import java.util.Locale;

/** Designs of any length, with the catalog in use. */
final class Texts {
    private Texts() {}

    /** What all files of a workspace import. */
    static final String BASE =
            """
            package base

            import araverus.nvidia.*

            rack AirRack {
              nodes: 4 x DGX_H100
              leaf:  1 x QM9700
              power   { budget: 44 kW   feeds: 2   redundancy: N+1   feed { limit: 60 kW } }
              cooling { air: 44 kW   inlet: 24 degC }
            }

            topology Rails is fat_tree { switch: QM9700   link: 400 Gbit/s   tiers: 1 }

            site Hall { power { budget: 2 MW }   electricity: 0.12 USD/kWh }
            """;

    /**
     * A file of so many lines: racks that change a budget, and one cluster, workload and evaluate.
     * The budget of the first rack is the number that is typed.
     */
    static String file(String name, int lines, double budget) {
        StringBuilder s = new StringBuilder();
        s.append("package ").append(name).append("\n\n");
        s.append("import araverus.models.*\nimport araverus.stacks.*\nimport base.*\n\n");
        int racks = (lines - 25) / 4;
        for (int i = 0; i < racks; i++)
            s.append(
                    String.format(
                            Locale.ROOT,
                            "rack R%d extends AirRack {%n  power { budget: %.1f kW }%n}%n%n",
                            i,
                            i == 0 ? budget : 43 + i % 7));
        s.append(
                """
                cluster Lab { site: Hall   racks: 1 x R0   network: Rails }

                workload FineTune trains Llama_31_70B {
                  stack: Megatron_Core
                  precision: bf16   sequence: 8192 tok   batch: 128   micro_batch: 1
                  parallel { tp: 8   pp: 4 }
                  recompute: selective
                }

                evaluate Baseline {
                  run FineTune on Lab
                  require FineTune.step_time <= 45 s
                  require FineTune.memory.peak <= 75 GiB
                }
                """);
        return s.toString();
    }
}
