// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.araverus.infra.engine.registry.Schema;
import org.araverus.infra.engine.registry.Schema.KindEntry;
import org.araverus.infra.engine.registry.Schema.MetricEntry;

/** What metrics are called and what they are, as the registry says it. */
final class Labels {
    /** The order in which metrics of a workload are read; others follow by name. */
    static final List<String> ORDER =
            List.of(
                    "step_time",
                    "throughput",
                    "mfu",
                    "hfu",
                    "flops",
                    "ttft.mean",
                    "ttft.p50",
                    "ttft.p95",
                    "ttft.p99",
                    "tpot.mean",
                    "tpot.p50",
                    "tpot.p95",
                    "tpot.p99",
                    "goodput.share",
                    "goodput.throughput",
                    "checkpoint.interval",
                    "checkpoint.stall",
                    "memory.peak",
                    "energy.per_token",
                    "cost.per_token");

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("step_time", "Step time"),
                    Map.entry("throughput", "Throughput"),
                    Map.entry("mfu", "MFU"),
                    Map.entry("hfu", "HFU"),
                    Map.entry("flops", "Model rate per accelerator"),
                    Map.entry("heat.air", "Heat into the air"),
                    Map.entry("heat.liquid", "Heat into the liquid"),
                    Map.entry("ttft", "Time to first token"),
                    Map.entry("tpot", "Time per output token"),
                    Map.entry("goodput.share", "Share of the time that is kept"),
                    Map.entry("goodput.throughput", "Throughput that is kept"),
                    Map.entry("checkpoint.interval", "Time between checkpoints"),
                    Map.entry("checkpoint.stall", "Wait for a checkpoint"),
                    Map.entry("memory.peak", "Memory peak"),
                    Map.entry("energy.per_token", "Energy per token"),
                    Map.entry("cost.per_token", "Cost per token"),
                    Map.entry("cost.per_hour", "Running cost"),
                    Map.entry("power.peak", "IT power"),
                    Map.entry("power.facility", "Facility power"),
                    Map.entry("deploy.time", "Order to running"));

    private static final Map<String, String> DOCS = new HashMap<>();

    static {
        for (KindEntry k : Schema.builtIn().kinds())
            for (MetricEntry m : k.metrics()) collect("", m);
    }

    private Labels() {}

    private static void collect(String prefix, MetricEntry m) {
        String path = prefix + m.name();
        DOCS.putIfAbsent(path, m.doc());
        m.members().forEach(inner -> collect(path + ".", inner));
    }

    /** What people call it. */
    static String name(String metric) {
        String own = NAMES.get(metric);
        if (own != null) return own;
        int dot = metric.lastIndexOf('.');
        String group = dot < 0 ? null : NAMES.get(metric.substring(0, dot));
        String which = metric.substring(dot + 1);
        if (group != null)
            return which.equals("mean")
                    ? "Mean " + group.toLowerCase(Locale.ROOT)
                    : group + ", " + which;
        String words = metric.replace('.', ' ').replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** One line on what it is; empty where nothing is said. */
    static String doc(String metric) {
        return DOCS.getOrDefault(metric, "");
    }
}
