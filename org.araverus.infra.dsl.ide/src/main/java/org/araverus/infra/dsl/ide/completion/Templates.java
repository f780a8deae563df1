// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import java.util.LinkedHashMap;
import java.util.Map;

/** Whole elements to fill in, by their keyword, with the protocol's marks for what is typed. */
public final class Templates {
    private static final Map<String, String> ALL = all();

    private Templates() {}

    /** The templates by keyword. */
    public static Map<String, String> byKeyword() {
        return ALL;
    }

    private static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "accelerator",
                """
                @source("${1:where from}")
                accelerator ${2:NAME} {
                  memory { capacity: ${3:80} GiB   bandwidth: ${4:3.35} TB/s }
                  peak { bf16: ${5:989} TFLOP/s }
                  power { limit: ${6:700} W }
                }$0""");
        all.put(
                "node",
                """
                node ${1:NAME} {
                  gpu: ${2:8} x ${3:TYPE}
                  power { max: ${4:10} kW }
                  size: ${5:8} U
                }$0""");
        all.put(
                "rack",
                """
                rack ${1:NAME} {
                  nodes: ${2:4} x ${3:TYPE}
                  power { budget: ${4:44} kW }
                }$0""");
        all.put(
                "topology",
                """
                topology ${1:NAME} is fat_tree {
                  switch: ${2:TYPE}
                  link: ${3:400} Gbit/s
                  tiers: ${4:2}
                }$0""");
        all.put(
                "site",
                """
                site ${1:NAME} {
                  power { budget: ${2:12} MW }
                  electricity: ${3:0.07} USD/kWh
                }$0""");
        all.put(
                "cluster",
                """
                cluster ${1:NAME} {
                  racks: ${2:8} x ${3:TYPE}
                  network: ${4:TOPOLOGY}
                  site: ${5:SITE}
                }$0""");
        all.put(
                "workload",
                """
                workload ${1:NAME} trains ${2:MODEL} {
                  stack: ${3:STACK}
                  precision: ${4:bf16}
                  sequence: ${5:8192} tok
                  batch: ${6:128}
                  parallel { tp: ${7:8} }
                }$0""");
        all.put(
                "workload serves",
                """
                workload ${1:NAME} serves ${2:MODEL} {
                  stack: ${3:STACK}
                  precision: ${4:fp8}
                  arrivals: poisson(${5:20 req/s})
                  prompt: ${6:2000} tok
                  output: ${7:500} tok
                  decode { tp: ${8:8} }
                }$0""");
        all.put(
                "evaluate",
                """
                evaluate ${1:NAME} {
                  run ${2:WORKLOAD} on ${3:CLUSTER}
                }$0""");
        all.put("let", "let ${1:NAME} = ${2:VALUE}$0");
        return all;
    }

    /** What a template reads like where an editor knows no marks. */
    public static String plain(String template) {
        return template.replaceAll("\\$\\{\\d+:([^}]*)}", "$1")
                .replace(" $0 ", " ")
                .replaceAll("\\$\\d+", "");
    }
}
