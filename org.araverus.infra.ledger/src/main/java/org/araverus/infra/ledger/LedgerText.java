// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.araverus.infra.engine.units.Show;

/** A ledger's result for people: each row, what is missing and why, the scores. */
final class LedgerText {
    private static final String INDENT = "      ";
    private static final int WIDTH = 100;

    private final List<Outcome> outcomes;
    private final int notScored;
    private final Column by;

    LedgerText(Ledger.Result result) {
        this.outcomes = result.outcomes();
        this.notScored = result.notScored();
        this.by = result.by();
    }

    String write() {
        StringBuilder all = new StringBuilder();
        String rows = rows();
        if (!rows.isEmpty()) all.append(rows).append('\n');
        String missing = missing();
        if (!missing.isEmpty()) all.append(missing).append('\n');
        String errors = errors();
        if (!errors.isEmpty()) all.append(errors).append('\n');
        all.append(scores());
        return all.toString();
    }

    private String rows() {
        Sheet sheet = new Sheet("llrllrrrrr");
        sheet.line(
                "row",
                "model",
                "gpus",
                "layout",
                "recompute",
                "published",
                "measured",
                "predicted",
                "error",
                "peer");
        boolean any = false;
        for (Outcome o : outcomes) {
            if (!(o instanceof Outcome.Predicted p)) continue;
            any = true;
            Row r = p.row();
            sheet.line(
                    r.id(),
                    r.text(Column.MODEL),
                    r.text(Column.GPUS),
                    p.cut().shown() + (r.serves() ? "" : " mb " + p.cut().microBatch()),
                    r.serves() ? setting(r) : p.recompute().toString(),
                    r.text(Column.VALUE) + " " + r.text(Column.UNIT),
                    Show.value(p.measured(), r.figure().dimension()),
                    Show.value(p.predicted(), r.figure().dimension()),
                    signed(p.error()),
                    Double.isNaN(p.peer()) ? "" : signed(p.peerError()));
        }
        return any ? sheet.text() : "";
    }

    /** Tokens of prompt and answer, and how many are in flight. */
    private static String setting(Row r) {
        String lengths = r.text(Column.ISL) + "/" + r.text(Column.OSL);
        String load = r.text(Column.CONCURRENCY);
        return load.isEmpty() ? lengths : lengths + " x " + load;
    }

    private String missing() {
        Map<String, Integer> reasons = new TreeMap<>();
        for (Outcome o : outcomes)
            if (o instanceof Outcome.Missing m) reasons.merge(m.why(), 1, Integer::sum);
        return counted("not predicted", reasons);
    }

    private String errors() {
        Map<String, Integer> rules = new TreeMap<>();
        for (Outcome o : outcomes)
            if (o instanceof Outcome.Predicted p && p.row().ran())
                for (String rule : p.errors()) rules.merge(rule, 1, Integer::sum);
        return counted("somebody ran it, yet a rule calls it an error", rules);
    }

    private static String counted(String title, Map<String, Integer> counts) {
        if (counts.isEmpty()) return "";
        Sheet sheet = new Sheet("rl");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(e -> sheet.line(e.getValue().toString(), e.getKey()));
        return "  " + title + "\n" + sheet.text();
    }

    private String scores() {
        Sheet sheet = new Sheet("llrrrrrrrrr");
        sheet.line(
                by.title(),
                "quantity",
                "rows",
                "predicted",
                "median",
                "mean",
                "p95",
                "max",
                "bias",
                "with missing",
                "fits");
        for (Group g : Group.of(outcomes, by)) {
            Score s = g.score();
            sheet.line(
                    g.title(),
                    g.quantity(),
                    Integer.toString(s.rows()),
                    s.predicted() + " (" + whole(s.coverage()) + ")",
                    percent(s.median()),
                    percent(s.mean()),
                    percent(s.p95()),
                    percent(s.max()),
                    signed(s.bias()),
                    percent(s.medianOfAll()),
                    whole(s.fitting()));
        }
        return sheet.text() + "\n" + legend();
    }

    private String legend() {
        String left =
                notScored == 0 ? "" : "  left out: " + notScored + " rows that are not scored\n";
        return "  error = predicted / measured - 1, of times or bytes: above zero is too slow, or"
                + " too much\n"
                + "  figures of |error|; bias = median of the signed errors; with missing = the"
                + " median in which\n"
                + "  a row that is not predicted has 100 %; fits = rows whose memory fits, as it"
                + " did\n"
                + left;
    }

    /** What was filled in. */
    String assumptions() {
        StringBuilder all = new StringBuilder("  filled in where a row is empty\n");
        for (Assumed a : Assumed.ofTable(outcomes)) all.append(block(a));
        all.append("\n  filled in by the engine\n");
        for (Assumed a : Assumed.ofEngine(outcomes)) all.append(block(a));
        return all.toString();
    }

    private static String block(Assumed a) {
        String values =
                a.values().entrySet().stream()
                        .map(e -> e.getKey() + " (" + e.getValue() + ")")
                        .collect(Collectors.joining(", "));
        String rows = "in " + a.rows() + " rows: ";
        return "    " + a.what() + "\n" + wrapped(a.law()) + wrapped(rows + values);
    }

    private static String wrapped(String text) {
        StringBuilder all = new StringBuilder();
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : text.split(" ")) {
            if (line.length() + word.length() >= WIDTH) {
                all.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(INDENT);
            }
            line.append(word).append(' ');
        }
        return all.append(line.toString().stripTrailing()).append('\n').toString();
    }

    private static String percent(double share) {
        if (Double.isNaN(share)) return "-";
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String whole(double share) {
        if (Double.isNaN(share)) return "-";
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String signed(double share) {
        if (Double.isNaN(share)) return "-";
        return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
    }
}
