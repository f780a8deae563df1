// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Assumption;
import org.araverus.infra.engine.evaluate.Evaluation.Held;
import org.araverus.infra.engine.evaluate.Evaluation.Run;
import org.araverus.infra.engine.evaluate.Evaluation.Share;
import org.araverus.infra.engine.evaluate.Evaluation.Verdict;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.report.render.Paint.Style;

/**
 * An evaluation on one screen: what comes out, where the time goes, what holds it back, what is
 * required.
 */
public final class EvaluationText {
    private static final int WIDTH = 78;
    private static final int BAR = 24;
    private static final double LEAST_SHARE = 0.0005;

    private final Paint paint;
    private final Glyphs glyphs;
    private final Numbers numbers;
    private final boolean assumed;

    /** With the choices of the person who reads it; {@code assumed} lists every assumption. */
    public EvaluationText(Paint paint, Glyphs glyphs, Numbers numbers, boolean assumed) {
        this.paint = paint;
        this.glyphs = glyphs;
        this.numbers = numbers;
        this.assumed = assumed;
    }

    /**
     * The text.
     *
     * @param findings what the rules say of the design, the accepted ones left out
     * @param time how long it took, for people who watch; empty where it would only differ
     */
    public String write(Evaluation e, Design design, List<Shown> findings, String time) {
        ShortNames names = new ShortNames(design);
        StringBuilder out = new StringBuilder();
        out.append(head(e, names, time));
        MetricRows rows = new MetricRows(e, numbers, paint);
        boolean one = e.runs().size() == 1;
        for (Run r : e.runs()) {
            out.append('\n');
            if (!one) out.append("  ").append(strong(placement(r, names))).append('\n');
            run(out, r, names, rows, one);
        }
        String whole = one ? "" : rows.whole();
        if (!whole.isEmpty()) out.append("\n  together\n").append(whole);
        String growth = new GrowthRows(paint, glyphs, numbers).of(e.growth(), names);
        if (!growth.isEmpty()) out.append('\n').append(growth);
        requirements(out, e.requirements());
        closing(out, e.assumptions(), names, findings);
        return out.toString();
    }

    private String head(Evaluation e, ShortNames names, String time) {
        String what =
                e.runs().size() == 1
                        ? placement(e.runs().getFirst(), names)
                        : e.runs().size() + " workloads on one fleet";
        String name = names.of(e.name());
        String how = e.fidelity().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (!time.isEmpty()) how += ", " + time;
        int used = name.length() + 3 + what.length();
        String gap = " ".repeat(Math.max(3, WIDTH - used - how.length()));
        return strong(name) + "   " + what + gap + paint.of(Style.QUIET, how) + "\n";
    }

    private static String placement(Run r, ShortNames names) {
        return names.of(r.workload()) + " on " + names.of(r.host());
    }

    private void run(StringBuilder out, Run r, ShortNames names, MetricRows rows, boolean one) {
        List<String> facts = new ArrayList<>();
        facts.add(count(r.accelerators()) + " x " + names.of(r.accelerator()));
        facts.add(Layout.words(r, glyphs::join));
        facts.add(r.precision());
        facts.add(names.of(r.stack()));
        facts.removeIf(String::isEmpty);
        out.append("  ").append(String.join("   ", facts)).append('\n');
        if (r.undefined() != null) {
            out.append("\n  ").append(paint.of(Style.ERROR, "no result")).append("   ");
            out.append(r.undefined()).append('\n');
        }
        String metrics = rows.of(r, one);
        if (!metrics.isEmpty()) out.append('\n').append(metrics);
        memory(out, r);
        if (r.held() != null) clock(out, r.held(), names);
        breakdown(out, r, rows.steps(r));
        String holding = new HoldingRows(paint, glyphs, numbers).of(r);
        if (!holding.isEmpty()) out.append('\n').append(holding);
    }

    /** Exactly, with its thousands apart. */
    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n).replace(',', '_');
    }

    private void memory(StringBuilder out, Run r) {
        double all = r.memory().stream().mapToDouble(Share::value).sum();
        List<String> parts = new ArrayList<>();
        for (Share s : r.memory())
            if (s.value() > all * LEAST_SHARE)
                parts.add(s.name() + " " + numbers.like(s.value(), "B", all));
        if (parts.isEmpty()) return;
        out.append("  ").append(paint.of(Style.QUIET, "in memory")).append("     ");
        out.append(glyphs.join(parts)).append(' ');
        out.append(numbers.amount(all, "B").unit()).append('\n');
    }

    /** The clock and the limit that it keeps. */
    private void clock(StringBuilder out, Held h, ShortNames names) {
        out.append("  ").append(paint.of(Style.QUIET, "clock")).append("         ");
        out.append(numbers.amount(h.clock(), "%").text()).append(" of the rated one: ");
        out.append(h.what()).append(" of ").append(names.of(h.subject())).append(" is ");
        out.append(numbers.amount(h.limit(), "W").text()).append(", asked are ");
        out.append(numbers.amount(h.asked(), "W").text()).append('\n');
    }

    private void breakdown(StringBuilder out, Run r, boolean step) {
        double all = r.breakdown().stream().mapToDouble(Share::value).sum();
        double most = r.breakdown().stream().mapToDouble(Share::value).max().orElse(0);
        Columns rows = new Columns(paint, "    ", 2);
        for (Share s : r.breakdown()) {
            if (!(s.value() > all * LEAST_SHARE)) continue;
            rows.left(s.name()).left(glyphs.bar(BAR * s.value() / most), Style.BAR);
            rows.right(String.format(Locale.ROOT, "%.1f %%", 100 * s.value() / all));
            rows.end();
        }
        if (rows.isEmpty()) return;
        out.append("\n  where a ").append(step ? "step" : "token's time").append(" goes\n");
        out.append(rows.text());
    }

    private void requirements(StringBuilder out, List<Verdict> all) {
        if (all.isEmpty()) return;
        Columns rows = new Columns(paint, "    ", 3, 1, 3, 3);
        for (Verdict v : all) {
            rows.left(v.answer().name().toLowerCase(Locale.ROOT), style(v));
            String[] sides = v.text().split("(?<=\\s)(?=[<>=!]=|[<>])", 2);
            rows.left(sides[0].strip()).left(sides.length > 1 ? sides[1].strip() : "");
            rows.left(Double.isNaN(v.left()) ? "" : numbers.amount(v.left(), v.unit()).text());
            rows.left(remark(v)).end();
        }
        out.append("\n  requirements\n").append(rows.text());
    }

    private static Style style(Verdict v) {
        return switch (v.answer()) {
            case MET -> Style.GOOD;
            case MISSED -> Style.ERROR;
            case UNDECIDED -> Style.WARNING;
        };
    }

    private String remark(Verdict v) {
        List<String> all = new ArrayList<>();
        if (v.answer() == Evaluation.Answer.MISSED && !Double.isNaN(v.left() - v.right()))
            all.add(
                    "by "
                            + numbers.amount(Math.abs(v.left() - v.right()), difference(v.unit()))
                                    .text());
        if (v.answer() != Evaluation.Answer.UNDECIDED
                && v.low() < v.high()
                && v.low() <= v.right()
                && v.right() <= v.high()) all.add("within uncertainty");
        if (v.why() != null) all.add(v.why());
        return String.join(", ", all);
    }

    private static String difference(String unit) {
        return unit.equals("degC") ? "K" : unit;
    }

    private void closing(
            StringBuilder out, List<Assumption> all, ShortNames names, List<Shown> findings) {
        if (!all.isEmpty()) {
            out.append("\n  ").append(all.size() == 1 ? "one assumption" : count(all.size()));
            out.append(" filled in");
            if (assumed) {
                out.append('\n').append(assumptions(all, names));
            } else {
                String what =
                        all.stream()
                                .map(a -> a.attribute())
                                .distinct()
                                .collect(Collectors.joining(", "));
                out.append(all.size() <= 4 ? ": " + what : "");
                out.append("     --assumed tells why\n");
            }
        }
        if (!findings.isEmpty()) {
            out.append(all.isEmpty() ? "\n  " : "  ").append(FindingsText.counts(findings));
            out.append("     infra check shows them\n");
        }
    }

    private static String count(int n) {
        return n + " assumptions";
    }

    private String assumptions(List<Assumption> all, ShortNames names) {
        Columns rows = new Columns(paint, "    ", 3);
        for (Assumption a : all)
            rows.left(names.of(a.origin().element()) + "." + a.attribute())
                    .left(a.value())
                    .left(a.law(), Style.QUIET)
                    .end();
        return rows.text();
    }

    private String strong(String text) {
        return paint.of(Style.STRONG, text);
    }
}
