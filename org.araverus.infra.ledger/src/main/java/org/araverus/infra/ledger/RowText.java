// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.araverus.infra.engine.design.Recompute;

/**
 * A row as a text of the language: parts and model of the catalog, extended by what the row says;
 * one cluster, one workload, one evaluate.
 */
final class RowText {
    /** Simple name of the workload of every text. */
    static final String WORKLOAD = "Work";

    static final int NODES_OF_RACK = 4;
    static final int ADAPTER_RANK = 16;
    static final int DOCUMENT = 200;
    static final double GBIT = 1e9 / 8;

    private final Row row;
    private final Shelf shelf;
    private final Laws laws;
    private final Cut cut;
    private final TreeSet<String> imports = new TreeSet<>();
    private final StringBuilder body = new StringBuilder();

    private RowText(Row row, Shelf shelf, Laws laws) throws NotExpressed {
        this.row = row;
        this.shelf = shelf;
        this.laws = laws;
        this.cut = laws.cut();
    }

    /**
     * The text of a row, for one choice of what is recomputed.
     *
     * @param laws takes note of what is filled in
     */
    static String write(Row row, Shelf shelf, Laws laws, Recompute recompute) throws NotExpressed {
        return new RowText(row, shelf, laws).text(recompute);
    }

    /** The package of a row's text. */
    static String packageOf(Row row) {
        String table = row.table().replaceAll("[^A-Za-z0-9_]", "_");
        String id = row.id().replaceAll("[^A-Za-z0-9_]", "_");
        return "ledger.t_" + table + ".r_" + id;
    }

    private String text(Recompute recompute) throws NotExpressed {
        if (row.text(Column.PHASE).equals("sft")) laws.note(Law.FINE_TUNING, "sft");
        model();
        cluster(box());
        workload(recompute);
        body.append("evaluate Row { run " + WORKLOAD + " on Fleet }\n");
        StringBuilder head = new StringBuilder("// SPDX-License-Identifier: EPL-2.0\n");
        head.append("/* ").append(row.id()).append(": ").append(comment(row)).append(" */\n");
        head.append("package ").append(packageOf(row)).append("\n\n");
        for (String i : imports) head.append("import ").append(i).append('\n');
        return head.append('\n').append(body).toString();
    }

    static String comment(Row row) {
        return row.text(Column.SOURCE).replace("*/", "* /").replaceAll("\\s+", " ");
    }

    /** Imports an element; gives its simple name. */
    private String use(String qualified) {
        imports.add(qualified);
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    private String named(Column c, String kind) throws NotExpressed {
        String alias = row.text(c);
        return shelf.named(alias)
                .orElseThrow(() -> new NotExpressed("the catalog has no " + kind + " " + alias));
    }

    private void model() throws NotExpressed {
        String base = use(named(Column.MODEL, "model"));
        Members m = new Members();
        m.count("layers", row, Column.LAYERS);
        m.count("hidden", row, Column.HIDDEN);
        m.count("heads", row, Column.HEADS);
        m.count("kv_heads", row, Column.KV_HEADS);
        m.count("head_dim", row, Column.HEAD_DIM);
        m.count("ffn", row, Column.FFN);
        m.count("vocab", row, Column.VOCAB);
        Members experts = new Members();
        experts.count("count", row, Column.EXPERTS);
        experts.count("active", row, Column.EXPERTS_TOPK);
        experts.count("ffn", row, Column.EXPERT_FFN);
        experts.count("shared", row, Column.SHARED_EXPERTS);
        for (String note : row.notes())
            if (note.matches("dense_layers [0-9]+"))
                experts.put("dense_layers", note.substring("dense_layers ".length()));
        body.append("model Net extends ").append(base).append(" {\n  ").append(m).append('\n');
        if (!experts.isEmpty()) body.append("  experts { ").append(experts).append(" }\n");
        body.append("}\n\n");
    }

    private Shelf.Box box() throws NotExpressed {
        String accelerator = named(Column.ACCELERATOR, "accelerator");
        double rate = row.number(Column.SCALE_OUT_GBPS_PER_GPU) * GBIT;
        int perNode = row.count(Column.GPUS_PER_NODE, 0);
        return shelf.box(accelerator, perNode, rate)
                .orElseThrow(
                        () ->
                                new NotExpressed(
                                        "the catalog has no node with "
                                                + (perNode == 0 ? "" : perNode + " ")
                                                + row.text(Column.ACCELERATOR)));
    }

    private void cluster(Shelf.Box box) throws NotExpressed {
        long perNode = box.accelerators();
        long gpus = laws.needed(Column.GPUS);
        if (gpus % perNode != 0) throw new NotExpressed("the run takes a part of a node");
        if (!row.has(Column.GPUS_PER_NODE)) laws.note(Law.GPUS_PER_NODE, Long.toString(perNode));
        long nodes = gpus / perNode;
        String node = node(box);
        Shelf.Domain domain = box.domain();
        long inRack = divisor(nodes, domain == null ? NODES_OF_RACK : domain.nodes());
        laws.note(Law.RACK, inRack + " nodes");
        body.append("rack Shelf ");
        if (domain != null) body.append("extends ").append(use(domain.rack())).append(' ');
        String role = domain == null ? "nodes" : domain.role();
        line("{ " + role + ": " + inRack + " x " + node + " }");
        network(box);
        line("cluster Fleet { racks: " + nodes / inRack + " x Shelf   network: Fabric }");
    }

    private static long divisor(long n, long most) {
        for (long d = Math.min(n, most); d > 1; d--) if (n % d == 0) return d;
        return 1;
    }

    private void line(String text) {
        body.append(text).append("\n\n");
    }

    /** The catalog's node, with other NICs where the row says so. */
    private String node(Shelf.Box box) {
        String name = use(box.name());
        double rate = row.number(Column.SCALE_OUT_GBPS_PER_GPU) * GBIT;
        if (Double.isNaN(rate)) {
            laws.note(Law.SCALE_OUT_GBPS_PER_GPU, number(box.rateOfAccelerator() / GBIT));
            return name;
        }
        if (Shelf.same(box.rateOfAccelerator(), rate)) return name;
        line("nic Adapter { bandwidth: " + number(rate / GBIT) + " Gbit/s }");
        line(
                "node Host extends "
                        + name
                        + " { "
                        + box.nicRole()
                        + ": "
                        + box.accelerators()
                        + " x Adapter }");
        return "Host";
    }

    private void network(Shelf.Box box) {
        double row = this.row.number(Column.SCALE_OUT_GBPS_PER_GPU) * GBIT;
        boolean own = Double.isNaN(row) || Shelf.same(box.rateOfAccelerator(), row);
        double rate = own ? box.nicRate() : row;
        boolean hashed = Family.of(this.row.text(Column.STACK)).hashesFlows();
        String link =
                shelf.link(rate, hashed).map(this::use).orElse(number(rate / GBIT) + " Gbit/s");
        String kind = hashed ? ", Ethernet that spreads flows by hash" : "";
        laws.note(Law.NETWORK, "links of " + number(rate / GBIT) + " Gbit/s" + kind);
        line("topology Fabric is fat_tree { link: " + link + " }");
    }

    private void workload(Recompute recompute) throws NotExpressed {
        line(
                "workload "
                        + WORKLOAD
                        + " trains Net {\n"
                        + stack()
                        + sizes()
                        + layout()
                        + adapter()
                        + "  recompute: "
                        + recompute
                        + "\n}");
    }

    /** A stack that the catalog does not know is left out: neutral laws. */
    private String stack() {
        return shelf.stack(laws.stack()).map(name -> "  stack: " + use(name) + "\n").orElse("");
    }

    private String sizes() throws NotExpressed {
        return "  precision: "
                + precision()
                + "   sequence: "
                + laws.needed(Column.SEQ_LEN)
                + " tok"
                + document()
                + "   batch: "
                + laws.needed(Column.GLOBAL_BATCH_SEQS)
                + "   micro_batch: "
                + cut.microBatch()
                + "\n";
    }

    /** Tokens of a document in what a row is tuned on. */
    private String document() {
        boolean tunes = !row.text(Column.PHASE).equals("pretrain") && row.has(Column.PHASE);
        if (!tunes || !Family.of(laws.stack()).tunesOnQuestions()) return "";
        laws.note(Law.DOCUMENT, DOCUMENT + " tok");
        return "   document: " + DOCUMENT + " tok";
    }

    private String adapter() {
        if (!row.text(Column.PHASE).equals("lora")) return "";
        String targets = Family.of(laws.stack()).adaptsOutput() ? "attention" : "qkv";
        laws.note(Law.ADAPTER, "rank " + ADAPTER_RANK + ", " + targets);
        return "  adapter { rank: " + ADAPTER_RANK + "   targets: " + targets + " }\n";
    }

    private String precision() throws NotExpressed {
        String p = row.text(Column.PRECISION);
        switch (p) {
            case "bf16", "fp16", "fp8" -> {
                return p;
            }
            case "mxfp8", "nvfp4" -> {
                laws.note(Law.FORMAT, p);
                return p.equals("mxfp8") ? "fp8" : "fp4";
            }
            default -> throw new NotExpressed("the language has no precision " + p);
        }
    }

    private String layout() {
        Members m = new Members();
        m.put("tp", cut.tp());
        m.put("pp", cut.pp());
        m.put("vpp", cut.vpp());
        m.put("cp", cut.cp());
        m.put("ep", cut.ep());
        m.put("dp", cut.dp());
        if (cut.zero() != null) m.put("zero", cut.zero());
        if (cut.sequenceParallel() != null) m.put("sequence_parallel", cut.sequenceParallel());
        return "  parallel { " + m + " }\n";
    }

    private static String number(double d) {
        return d == Math.rint(d) ? Long.toString((long) d) : String.format(Locale.ROOT, "%.6g", d);
    }

    /** Attributes of a block, on one line. */
    private static final class Members {
        private final Map<String, Object> all = new LinkedHashMap<>();

        void put(String name, Object value) {
            all.put(name, value);
        }

        void count(String name, Row row, Column c) {
            if (row.has(c)) put(name, row.count(c, 0));
        }

        boolean isEmpty() {
            return all.isEmpty();
        }

        @Override
        public String toString() {
            StringJoiner s = new StringJoiner("   ");
            all.forEach((name, value) -> s.add(name + ": " + value));
            return s.toString();
        }
    }
}
