// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.evaluate.Derivation;
import org.araverus.infra.engine.evaluate.Evaluation.Assumption;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Explained;
import org.araverus.infra.engine.physics.Formulas;
import org.araverus.infra.report.render.Paint.Style;

/**
 * How a metric came to be, as a tree: each number with its formula, down to the lines and sources
 * of what it stands on. A number that several stand on is told once.
 */
public final class ExplanationText {
    /** Deep enough to see the parts of the parts of a result. */
    public static final int DEPTH = 3;

    private static final int WIDEST = 56;

    private final Paint paint;
    private final Glyphs glyphs;
    private final Numbers numbers;
    private final int depth;
    private final boolean assumed;
    private final List<Line> lines = new ArrayList<>();

    /** By what they are made of: a number may go by several names. */
    private final Set<List<Derivation>> told = Collections.newSetFromMap(new IdentityHashMap<>());

    private boolean more;

    private record Line(String branch, String number, String how, String where) {}

    /**
     * With the choices of the person who reads it.
     *
     * @param depth levels below the metric
     * @param assumed whether to list what was filled in
     */
    public ExplanationText(
            Paint paint, Glyphs glyphs, Numbers numbers, int depth, boolean assumed) {
        this.paint = paint;
        this.glyphs = glyphs;
        this.numbers = numbers;
        this.depth = depth;
        this.assumed = assumed;
    }

    /** The text; throws {@link IllegalArgumentException} for a metric that there is none of. */
    public String write(Explained e, String metric) {
        lines.clear();
        told.clear();
        more = false;
        Result r = e.result(metric);
        Derivation root = e.derivation(metric);
        String value = numbers.amount(r.value(), r.unit()).text();
        String interval = Intervals.of(r, numbers);
        if (!interval.isEmpty()) value += "   " + interval;
        lines.add(new Line("", metric + " = " + value, how(root, e), where(root, e)));
        told.add(root.inputs());
        children(root, e, "", 1);
        StringBuilder out = new StringBuilder(table());
        List<Assumption> filled = e.assumptions(metric);
        if (more || !filled.isEmpty()) out.append('\n');
        if (more) out.append("--depth ").append(depth + 2).append(" shows more\n");
        if (!filled.isEmpty()) out.append(assumptions(filled, e.design()));
        return out.toString();
    }

    private void children(Derivation of, Explained e, String indent, int level) {
        List<Derivation> shown = terms(of).stream().filter(d -> !isNothing(d)).toList();
        for (int i = 0; i < shown.size(); i++) {
            boolean last = i == shown.size() - 1;
            child(shown.get(i), e, indent, last, level);
        }
    }

    private void child(Derivation d, Explained e, String indent, boolean last, int level) {
        // what is nothing is not taken apart
        boolean leaf = d.inputs().isEmpty() || d.value() == 0;
        boolean again = !leaf && told.contains(d.inputs());
        boolean cut = !leaf && !again && level >= depth;
        more |= cut;
        String number = d.name() + " = " + value(d) + spread(d);
        if (again) number += "   as above";
        if (cut) number += "   " + glyphs.ellipsis();
        String branch = indent + glyphs.branch(last);
        lines.add(new Line(branch, number, again ? "" : how(d, e), again ? "" : where(d, e)));
        if (leaf || again || cut) return;
        told.add(d.inputs());
        children(d, e, indent + glyphs.trunk(last), level + 1);
    }

    /** The inputs; those of a sum that was added up step by step in one row. */
    private static List<Derivation> terms(Derivation d) {
        List<Derivation> all = new ArrayList<>();
        for (Derivation input : d.inputs()) {
            if (isStep(d, input)) all.addAll(terms(input));
            else all.add(input);
        }
        return all;
    }

    private static boolean isStep(Derivation sum, Derivation input) {
        return "sum.two".equals(sum.formula())
                && "sum.two".equals(input.formula())
                && input.name().equals(sum.name());
    }

    /** A number that formulas need and readers do not. */
    private static boolean isNothing(Derivation d) {
        return d.inputs().isEmpty() && d.isConstant();
    }

    private String value(Derivation d) {
        return numbers.amount(d.value(), d.unit()).text();
    }

    private String spread(Derivation d) {
        if (d.spread() == 0) return "";
        return " +- " + Numbers.READABLE.amount(d.spread() / Math.abs(d.value()), "%").text();
    }

    /** The formula; of an input its source or law. */
    private String how(Derivation d, Explained e) {
        if (d.formula() != null) {
            long terms = terms(d).stream().filter(t -> !isNothing(t)).count();
            boolean row = d.inputs().stream().anyMatch(i -> isStep(d, i));
            return row && terms > 1 ? "sum of " + terms : Formulas.of(d.formula()).formula().text();
        }
        if (d.law() != null) return d.law();
        Origin o = d.origin();
        return o == null ? "" : Objects.requireNonNullElse(e.source(o), "");
    }

    /** The formula's id; of an input the line in which it is written. */
    private static String where(Derivation d, Explained e) {
        if (d.formula() != null) return d.formula();
        Trace t = d.origin() == null ? null : e.design().trace().get(d.origin());
        if (t == null || t.place() == null) return "";
        return t.place().file() + ":" + t.place().line();
    }

    private String table() {
        int first = width(lines, true);
        int second = width(lines, false);
        StringBuilder out = new StringBuilder();
        for (Line l : lines) {
            StringBuilder line = new StringBuilder(paint.of(Style.FRAME, l.branch));
            line.append(l.branch.isEmpty() ? paint.of(Style.STRONG, l.number) : l.number);
            int used = length(l.branch) + length(l.number);
            if (!l.how.isEmpty() || !l.where.isEmpty()) {
                line.append(" ".repeat(Math.max(0, first - used) + 3)).append(l.how);
                used = Math.max(first, used) + 3 + length(l.how);
            }
            if (!l.where.isEmpty()) {
                line.append(" ".repeat(Math.max(0, first + 3 + second - used) + 3));
                line.append(paint.of(Style.QUIET, l.where));
            }
            out.append(line).append('\n');
        }
        return out.toString();
    }

    private static int width(List<Line> lines, boolean first) {
        return lines.stream()
                .mapToInt(l -> first ? length(l.branch) + length(l.number) : length(l.how))
                .filter(n -> n <= WIDEST)
                .max()
                .orElse(0);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private String assumptions(List<Assumption> all, Design design) {
        String count = all.size() == 1 ? "one assumption" : all.size() + " assumptions";
        if (!assumed) return count + " in it     --assumed tells why\n";
        ShortNames names = new ShortNames(design);
        Columns rows = new Columns(paint, "  ", 3);
        for (Assumption a : all) {
            rows.left(names.of(a.origin().element()) + "." + a.attribute());
            rows.left(a.value()).left(a.law(), Style.QUIET).end();
        }
        return count + " in it\n" + rows.text();
    }
}
