// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TreeSet;

/** A row of serving as a text of the language: a fleet, a served model, one evaluate. */
final class ServedText {
    private static final double SHORTEST = 0.8;

    private final Row row;
    private final Shelf shelf;
    private final Laws laws;
    private final ServedSettings settings;
    private final TreeSet<String> imports = new TreeSet<>();
    private final StringBuilder body = new StringBuilder();

    private ServedText(Row row, Shelf shelf, Laws laws) {
        this.row = row;
        this.shelf = shelf;
        this.laws = laws;
        this.settings = new ServedSettings(row, laws);
    }

    /**
     * The text of a row.
     *
     * @param laws takes note of what is filled in
     */
    static String write(Row row, Shelf shelf, Laws laws) throws NotExpressed {
        return new ServedText(row, shelf, laws).text();
    }

    private String text() throws NotExpressed {
        for (String note : row.notes())
            if (note.endsWith(" only")) throw new NotExpressed("it counts one side alone: " + note);
        String model = use(named(Column.MODEL, "model"));
        cluster();
        line("workload " + RowText.WORKLOAD + " serves " + model + " {\n" + workload() + "}");
        body.append("evaluate Row { run " + RowText.WORKLOAD + " on Fleet }\n");
        StringBuilder head = new StringBuilder("// SPDX-License-Identifier: EPL-2.0\n");
        head.append("/* ").append(row.id()).append(": ").append(RowText.comment(row));
        head.append(" */\npackage ").append(RowText.packageOf(row)).append("\n\n");
        for (String i : imports) head.append("import ").append(i).append('\n');
        return head.append('\n').append(body).toString();
    }

    private String use(String qualified) {
        imports.add(qualified);
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    private String named(Column c, String kind) throws NotExpressed {
        String alias = row.text(c);
        return shelf.named(alias)
                .orElseThrow(() -> new NotExpressed("the catalog has no " + kind + " " + alias));
    }

    private void line(String text) {
        body.append(text).append("\n\n");
    }

    private void cluster() throws NotExpressed {
        String accelerator = named(Column.ACCELERATOR, "accelerator");
        Shelf.Box box =
                shelf.box(accelerator, row.count(Column.GPUS_PER_NODE, 0), Double.NaN)
                        .or(() -> shelf.box(accelerator, 0, Double.NaN))
                        .orElseThrow(
                                () ->
                                        new NotExpressed(
                                                "the catalog has no node with "
                                                        + row.text(Column.ACCELERATOR)));
        long nodes = Math.ceilDiv(laws.needed(Column.GPUS), box.accelerators());
        Shelf.Domain domain = box.domain();
        long inRack = domain == null ? Math.min(nodes, RowText.NODES_OF_RACK) : domain.nodes();
        laws.note(Law.SERVED_FLEET, inRack + " nodes in a rack");
        String base = domain == null ? "" : "extends " + use(domain.rack()) + " ";
        String role = domain == null ? "nodes" : domain.role();
        line("rack Shelf " + base + "{ " + role + ": " + inRack + " x " + use(box.name()) + " }");
        String link =
                shelf.link(box.nicRate(), false)
                        .map(this::use)
                        .orElse(number(box.nicRate() / RowText.GBIT) + " Gbit/s");
        line("topology Fabric is fat_tree { link: " + link + " }");
        long racks = Math.ceilDiv(nodes, inRack);
        line("cluster Fleet { racks: " + racks + " x Shelf   network: Fabric }");
    }

    private String workload() throws NotExpressed {
        StringBuilder s = new StringBuilder();
        String stack = shelf.stack(laws.stack()).map(this::use).orElse("");
        if (!stack.isEmpty()) put(s, "stack", engine(stack));
        formats(s);
        load(s);
        put(s, "prompt", tokens(Column.ISL));
        put(s, "output", row.has(Column.OSL) ? tokens(Column.OSL) : "1 tok");
        OptionalLong chunk = settings.chunk();
        if (chunk.isPresent()) put(s, "chunk", chunk.getAsLong() + " tok");
        engines(s);
        return s.toString();
    }

    /** The stack, with what scripts of its benchmark set. */
    private String engine(String stack) {
        List<String> set = new ArrayList<>();
        settings.poll().ifPresent(n -> set.add("poll: " + n));
        settings.stream().ifPresent(n -> set.add("stream: " + n + " tok"));
        settings.memory().ifPresent(p -> set.add("memory: " + p + " %"));
        if (set.isEmpty()) return stack;
        line(
                "stack Engine extends %s { serving { %s } }"
                        .formatted(stack, String.join("   ", set)));
        return "Engine";
    }

    private static void put(StringBuilder s, String name, String value) {
        s.append("  ").append(name).append(": ").append(value).append('\n');
    }

    private void formats(StringBuilder s) throws NotExpressed {
        String p = settings.format();
        boolean latent = laws.latent(shelf);
        boolean experts = laws.experts(shelf);
        switch (p) {
            case "bf16", "fp16", "fp8" -> put(s, "precision", p);
            case "nvfp4" -> {
                put(s, "precision", latent ? "bf16" : "fp4");
                if (latent) put(s, "expert_precision", "fp4");
            }
            case "mxfp4" -> {
                put(s, "precision", "bf16");
                if (settings.blackwell()) put(s, "expert_precision", "fp8");
                put(s, "weights", "fp4");
            }
            case "int4" -> {
                put(s, "precision", "bf16");
                put(s, "weights", "fp4");
            }
            default -> throw new NotExpressed("the language has no precision " + p);
        }
        if (!p.matches("bf16|fp16|fp8"))
            laws.note(Law.SERVED_FORMAT, p + (experts ? "" : ", dense"));
        put(s, "kv_precision", cache(p));
    }

    private String cache(String precision) {
        String given = row.text(Column.KV_PRECISION);
        if (given.matches("bf16|fp16|fp8")) return given;
        boolean tensorRt = row.text(Column.STACK).startsWith("TensorRT-LLM");
        boolean eight =
                tensorRt
                        ? precision.equals("fp8") || precision.equals("nvfp4")
                        : settings.blackwell() && !precision.equals("bf16");
        String found = eight ? "fp8" : precision.equals("fp16") ? "fp16" : "bf16";
        laws.note(Law.KV_PRECISION, found);
        return found;
    }

    private void load(StringBuilder s) throws NotExpressed {
        boolean offline = row.text(Column.MODE).equals("offline");
        boolean firstAlone = !row.has(Column.OSL);
        if (firstAlone) {
            put(s, "concurrency", "1");
        } else if (row.has(Column.RATE_RPS)) {
            put(s, "arrivals", "poisson(" + row.text(Column.RATE_RPS) + " req/s)");
        } else if (offline) {
            laws.note(Law.ONE_BATCH, row.has(Column.MAX_BATCH) ? "one batch" : "full engines");
            OptionalLong requests = settings.requests();
            if (row.has(Column.MAX_BATCH)) put(s, "concurrency", row.text(Column.MAX_BATCH));
            else if (requests.isPresent()) put(s, "concurrency", "" + requests.getAsLong());
        } else if (row.has(Column.CONCURRENCY)) {
            put(s, "concurrency", row.text(Column.CONCURRENCY));
        } else {
            throw new NotExpressed("neither arrivals nor requests in flight are known");
        }
        if (row.has(Column.MAX_BATCH)) put(s, "max_batch", row.text(Column.MAX_BATCH));
        else if (row.has(Column.DECODE_BATCH)) put(s, "max_batch", row.text(Column.DECODE_BATCH));
        else laws.note(Law.MAX_BATCH, "");
    }

    private String tokens(Column c) throws NotExpressed {
        if (!row.has(c)) throw new NotExpressed(c.title() + " is not known");
        double n = row.number(c);
        boolean drawn = settings.drawn();
        laws.note(Law.LENGTHS, drawn ? "drawn" : "exact");
        return drawn
                ? "uniform(" + number(SHORTEST * n) + " tok, " + number(n) + " tok)"
                : number(n) + " tok";
    }

    private void engines(StringBuilder s) throws NotExpressed {
        if (row.text(Column.MODE).equals("disaggregated")) {
            pool(
                    s,
                    "prefill",
                    Column.PREFILL_TP,
                    Column.PREFILL_DP,
                    Column.PREFILL_EP,
                    Column.PREFILL_WORKERS);
            pool(
                    s,
                    "decode",
                    Column.DECODE_TP,
                    Column.DECODE_DP,
                    Column.DECODE_EP,
                    Column.DECODE_WORKERS);
            return;
        }
        int tp = laws.needed(Column.TP);
        int pp = row.count(Column.PP, 1);
        int dp = row.count(Column.DP, 1);
        int ep = row.count(Column.EP, 1);
        int ranks = tp * pp * dp;
        int gpus = laws.needed(Column.GPUS);
        if (gpus % ranks != 0)
            throw new NotExpressed("the layout does not divide the accelerators");
        block(s, "decode", tp, pp, dp, ep, gpus / ranks);
    }

    private void pool(StringBuilder s, String name, Column tp, Column dp, Column ep, Column workers)
            throws NotExpressed {
        block(
                s,
                name,
                laws.needed(tp),
                1,
                row.count(dp, 1),
                row.count(ep, 1),
                laws.needed(workers));
    }

    private static void block(
            StringBuilder s, String name, int tp, int pp, int dp, int ep, int replicas) {
        s.append("  ").append(name).append(" { tp: ").append(tp);
        if (pp > 1) s.append("   pp: ").append(pp);
        if (dp > 1) s.append("   dp: ").append(dp);
        if (ep > 1) s.append("   ep: ").append(ep);
        s.append("   replicas: ").append(replicas).append(" }\n");
    }

    private static String number(double d) {
        return d == Math.rint(d) ? Long.toString((long) d) : String.format(Locale.ROOT, "%.6g", d);
    }
}
