// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.catalog;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Makes texts of the catalog from a table of facts ({@code kind,name,attribute,value,unit,source}).
 * Of several facts of one attribute the first is the value, the later ones become a note behind it.
 * A source that begins with {@code from_memory} is unverified. Facts that the language has no
 * attribute for are counted and named.
 *
 * <p>{@code CatalogImport FACTS.csv LAYOUT.csv FOLDER}; the layout table says which part goes to
 * which file, under which name and heading: {@code file,kind,name,identifier,extends,extra,doc},
 * extra being a line of text that stands as it is.
 */
public final class CatalogImport {
    /** One fact. */
    record Fact(String attribute, String value, String unit, String source) {
        boolean fromMemory() {
            return source.startsWith("from_memory");
        }
    }

    /** Where a fact goes: a path of the language, and the unit that is written. */
    private record Target(String path, String unit) {}

    private static final Map<String, Map<String, Target>> TARGETS = new LinkedHashMap<>();

    private static void target(String kind, String fact, String path, String unit) {
        TARGETS.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(fact, new Target(path, unit));
    }

    static {
        String a = "accelerator";
        target(a, "hbm_capacity", "memory.capacity", "GiB");
        target(a, "hbm_capacity_reported", "memory.usable", "MiB");
        target(a, "hbm_capacity_usable", "memory.usable", "GiB");
        target(a, "hbm_bw", "memory.bandwidth", "GB/s");
        for (String p : List.of("tf32", "bf16", "fp16", "fp8", "fp4", "int8"))
            target(a, p + "_dense", "peak." + p, "TFLOP/s");
        target(a, "fp64", "peak.fp64", "TFLOP/s");
        target(a, "fp32_vector", "peak.fp32", "TFLOP/s");
        target(a, "scaleup_bw_per_dir", "scale_up.bandwidth", "GB/s");
        target(a, "scaleup_links", "scale_up.links", "");
        target(a, "host_link_bw_per_dir", "host.bandwidth", "GB/s");
        target(a, "tdp", "power.limit", "W");
        target(a, "idle", "power.idle", "W");
        for (String p : List.of("bf16", "fp16", "fp8", "fp4")) {
            target(a, "gemm_eff_compute_" + p, "efficiency." + p + ".compute", "");
            target(a, "gemm_eff_memory_" + p, "efficiency." + p + ".memory", "");
            target(a, "gemm_t0_" + p, "efficiency." + p + ".overhead", "us");
        }
        target(a, "attn_prefill_eff_inf", "efficiency.attention.compute", "");
        target(a, "attn_prefill_s_half", "efficiency.attention.half_sequence", "tok");
        target(a, "attn_decode_eff_inf", "efficiency.attention.memory", "");
        target(a, "price", "price", "USD");
        target("cpu", "tdp", "power.limit", "W");
        target("cpu", "idle", "power.idle", "W");
        target("nic", "rate", "bandwidth", "Gbit/s");
        target("nic", "power", "power.max", "W");
        target("switch", "ports", "ports", "");
        target("switch", "port_rate", "bandwidth", "Gbit/s");
        target("switch", "port_bw_bidir", "bandwidth", "GB/s bidi");
        target("switch", "power_max_with_optics", "power.max", "W");
        target("switch", "power", "power.max", "W");
        target("switch", "power_typical", "power.idle", "W");
        target("switch", "height", "size", "U");
        target("switch", "weight", "weight", "kg");
        String m = "model";
        for (String s :
                List.of("layers", "hidden", "heads", "kv_heads", "head_dim", "ffn", "vocab"))
            target(m, s, s, "");
        target(m, "max_context", "context", "tok");
        target(m, "seq", "positions", "");
        target(m, "gated_ffn", "gated", "flag");
        target(m, "tied_embeddings", "tied", "flag");
        target(m, "experts", "experts.count", "");
        target(m, "top_k", "experts.active", "");
        target(m, "ffn_expert", "experts.ffn", "");
        target(m, "shared_experts", "experts.shared", "");
        target(m, "leading_dense_layers", "experts.dense_layers", "");
        target(m, "q_lora_rank", "mla.query_rank", "");
        target(m, "kv_lora_rank", "mla.kv_rank", "");
        target(m, "qk_rope_head_dim", "mla.rope_dim", "");
        target(m, "qk_nope_head_dim", "mla.nope_dim", "");
        target(m, "v_head_dim", "mla.value_dim", "");
        target(m, "params_total", "published.parameters", "e9");
    }

    /** What the text of one part is made of. */
    record Part(
            String kind, String name, String identifier, String base, String extra, String doc) {}

    private final Map<String, List<Fact>> facts = new LinkedHashMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    public static void main(String[] args) throws IOException {
        CatalogImport i = new CatalogImport();
        i.facts(Path.of(args[0]));
        i.write(Path.of(args[1]), Path.of(args[2]));
        i.leftOut.forEach((fact, n) -> System.out.println("no attribute for " + fact + ": " + n));
    }

    void facts(Path csv) throws IOException {
        for (CSVRecord r : records(csv)) {
            String key = r.get("kind") + " " + r.get("name");
            Fact f =
                    new Fact(
                            r.get("attribute"),
                            r.get("value"),
                            r.get("unit"),
                            source(r.get("source")));
            List<Fact> all = facts.computeIfAbsent(key, k -> new ArrayList<>());
            all.add(f);
            // the tables hold one 16-bit format; both run on the same units
            if (f.attribute.startsWith("gemm_") && f.attribute.endsWith("_bf16"))
                all.add(new Fact(f.attribute.replace("_bf16", "_fp16"), f.value, f.unit, f.source));
        }
    }

    /** A source in a form that stands by itself. */
    private static String source(String written) {
        return written.replaceAll(" \\(see [^)]*\\)", "")
                .replace("fitted for this project on ", "fit to ");
    }

    private static List<CSVRecord> records(Path csv) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (Reader in = Files.newBufferedReader(csv)) {
            return format.parse(in).getRecords();
        }
    }

    void write(Path layout, Path folder) throws IOException {
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        for (CSVRecord r : records(layout)) {
            Part p =
                    new Part(
                            r.get("kind"),
                            r.get("name"),
                            r.get("identifier"),
                            r.get("extends"),
                            r.get("extra"),
                            r.get("doc"));
            files.computeIfAbsent(r.get("file"), CatalogImport::heading)
                    .append('\n')
                    .append(text(p));
        }
        for (Map.Entry<String, StringBuilder> f : files.entrySet()) {
            Path file = folder.resolve(f.getKey());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, f.getValue());
        }
    }

    /** {@code nvidia/hopper.infra} is of package {@code araverus.nvidia}. */
    private static StringBuilder heading(String file) {
        String name = "araverus." + Path.of(file).getParent().toString().replace('/', '.');
        return new StringBuilder("// SPDX-License-Identifier: EPL-2.0\npackage " + name + "\n");
    }

    /** The facts that are left out so far, with how often. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    // ---- one part

    /** The text of a part: the first fact of an attribute with its source, the others as a note. */
    String text(Part p) {
        Map<String, List<Fact>> byPath = byPath(p);
        String main = commonSource(byPath);
        StringBuilder s = new StringBuilder("/** " + p.doc + " */\n");
        if (!main.isEmpty()) s.append("@source(\"" + escape(main) + "\")\n");
        s.append(
                p.kind
                        + " "
                        + p.identifier
                        + (p.base.isEmpty() ? "" : " extends " + p.base)
                        + " {\n");
        if (!List.of("switch", "nic", "cpu").contains(p.kind))
            s.append("  alias: [\"" + p.name + "\"]\n");
        body(s, byPath, "", 1, main);
        if (!p.extra.isEmpty()) s.append("  " + p.extra + "\n");
        return s.append("}\n").toString();
    }

    private Map<String, List<Fact>> byPath(Part p) {
        Map<String, List<Fact>> all = new LinkedHashMap<>();
        Map<String, Target> targets = TARGETS.getOrDefault(p.kind, Map.of());
        targets.values().forEach(t -> all.put(t.path, new ArrayList<>()));
        List<Fact> known = facts.getOrDefault(p.kind + " " + p.name, List.of());
        for (Map.Entry<String, Target> t : targets.entrySet())
            for (Fact f : known)
                if (f.attribute.equals(t.getKey())) all.get(t.getValue().path).add(f);
        for (Fact f : known)
            if (!targets.containsKey(f.attribute))
                leftOut.merge(p.kind + " " + f.attribute, 1, Integer::sum);
        ownUsable(p, all);
        all.values().removeIf(List::isEmpty);
        return all;
    }

    /** Who inherits from a part with more memory says what of its own is usable. */
    private static void ownUsable(Part p, Map<String, List<Fact>> all) {
        List<Fact> capacity = all.getOrDefault("memory.capacity", List.of());
        List<Fact> usable = all.get("memory.usable");
        if (p.base.isEmpty() || capacity.isEmpty() || !usable.isEmpty()) return;
        Fact sold = capacity.get(0);
        usable.add(new Fact("hbm_capacity_usable", sold.value, sold.unit, "capacity as sold"));
    }

    /** The source that most values have. */
    private static String commonSource(Map<String, List<Fact>> byPath) {
        Map<String, Integer> count = new TreeMap<>();
        byPath.values().forEach(l -> count.merge(source(l.get(0)), 1, Integer::sum));
        return count.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static String source(Fact f) {
        return f.fromMemory() ? "unverified" : f.source;
    }

    private static void body(
            StringBuilder s,
            Map<String, List<Fact>> byPath,
            String prefix,
            int depth,
            String main) {
        List<String> done = new ArrayList<>();
        for (String path : byPath.keySet()) {
            if (!path.startsWith(prefix)) continue;
            String rest = path.substring(prefix.length());
            int dot = rest.indexOf('.');
            if (dot < 0) {
                s.append("  ".repeat(depth) + line(rest, byPath.get(path), main) + "\n");
            } else if (!done.contains(rest.substring(0, dot))) {
                String block = rest.substring(0, dot);
                done.add(block);
                s.append("  ".repeat(depth) + block + " {\n");
                body(s, byPath, prefix + block + ".", depth + 1, main);
                s.append("  ".repeat(depth) + "}\n");
            }
        }
    }

    private static String line(String name, List<Fact> all, String main) {
        Fact first = all.get(0);
        StringBuilder s = new StringBuilder(name + ": " + value(first));
        if (!source(first).equals(main)) s.append(" @source(\"" + escape(source(first)) + "\")");
        List<String> others = new ArrayList<>();
        for (Fact f : all.subList(1, all.size()))
            if (!value(f).equals(value(first))) others.add(value(f) + " by " + f.source);
        if (!others.isEmpty()) s.append("   // ").append(String.join("; ", others));
        return s.toString();
    }

    private static String value(Fact f) {
        for (Map<String, Target> kind : TARGETS.values()) {
            Target t = kind.get(f.attribute);
            if (t == null) continue;
            if (t.unit.equals("flag")) return f.value.equals("0") ? "false" : "true";
            if (t.unit.equals("e9")) return number(f.value) + "e9";
            String spread = f.attribute.startsWith("gemm_eff_compute") ? spread(f.attribute) : "";
            return number(f.value) + spread + (t.unit.isEmpty() ? "" : " " + t.unit);
        }
        throw new IllegalStateException(f.attribute);
    }

    /** Twice the mean error of the fit to the kernel tables that the figures come from. */
    private static String spread(String attribute) {
        return attribute.endsWith("16")
                ? " +- 14 %"
                : attribute.endsWith("fp8") ? " +- 29 %" : " +- 37 %";
    }

    static String number(String value) {
        String plain = new BigDecimal(value).stripTrailingZeros().toPlainString();
        int dot = plain.indexOf('.');
        String whole = dot < 0 ? plain : plain.substring(0, dot);
        if (whole.length() < 5) return plain;
        StringBuilder grouped = new StringBuilder(whole);
        for (int i = whole.length() - 3; i > 0; i -= 3) grouped.insert(i, '_');
        return grouped + (dot < 0 ? "" : plain.substring(dot));
    }

    private static String escape(String s) {
        return s.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
