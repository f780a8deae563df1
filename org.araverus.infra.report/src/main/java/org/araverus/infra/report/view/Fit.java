// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.araverus.infra.engine.evaluate.Evaluation.Answer;
import org.araverus.infra.engine.evaluate.Evaluation.Layer;
import org.araverus.infra.engine.evaluate.Evaluation.Verdict;

/**
 * Does it fit?
 *
 * @param word yes, no or open
 * @param answer one sentence
 * @param limits the tightest demand of each layer
 */
public record Fit(String word, String answer, List<Row> requirements, List<Limit> limits) {

    /** A requirement and its answer. */
    public record Row(
            String answer,
            String text,
            Quantity value,
            Quantity goal,
            String remark,
            String place) {}

    static Fit of(Scope s) {
        List<Row> rows = new ArrayList<>();
        for (Verdict v : s.evaluation().requirements()) rows.add(row(v, s));
        List<Limit> all = Limit.of(s);
        List<Limit> tightest = new ArrayList<>();
        for (Layer layer : Layer.values())
            all.stream()
                    .filter(l -> l.layer() == layer)
                    .max(Comparator.comparingDouble(Limit::used))
                    .ifPresent(tightest::add);
        String word = word(rows, all);
        return new Fit(word, answer(word, rows, all), List.copyOf(rows), List.copyOf(tightest));
    }

    private static Row row(Verdict v, Scope s) {
        return new Row(
                v.answer().name().toLowerCase(Locale.ROOT),
                v.text(),
                Quantity.of(v.left(), v.low(), v.high(), v.unit()),
                Quantity.of(v.right(), v.unit()),
                remark(v),
                s.source(v.origin()).place());
    }

    private static String remark(Verdict v) {
        if (v.why() != null) return v.why();
        double by = Math.abs(v.left() - v.right());
        if (Double.isNaN(by)) return "";
        String unit = v.unit().equals("degC") ? "K" : v.unit();
        String text =
                (v.answer() == Answer.MISSED ? "missed by " : "") + Quantity.of(by, unit).text();
        if (v.answer() == Answer.MET) text += " to spare";
        boolean close = v.low() < v.high() && v.low() <= v.right() && v.right() <= v.high();
        return close ? text + ", within uncertainty" : text;
    }

    private static boolean any(List<Row> rows, Answer answer) {
        return rows.stream().anyMatch(r -> r.answer.equals(answer.name().toLowerCase(Locale.ROOT)));
    }

    private static String word(List<Row> rows, List<Limit> limits) {
        boolean over = limits.stream().anyMatch(l -> real(l) && l.isOver());
        if (over || any(rows, Answer.MISSED)) return "no";
        return any(rows, Answer.UNDECIDED) ? "open" : "yes";
    }

    /** A link that is busy half the time is no place that is half full. */
    private static boolean real(Limit l) {
        return l.layer() != Layer.NETWORK;
    }

    private static String answer(String word, List<Row> rows, List<Limit> limits) {
        String first =
                switch (word) {
                    case "yes" -> "Yes. ";
                    case "no" -> "No. ";
                    default -> "Still open. ";
                };
        String second = any(rows, Answer.MISSED) ? missed(rows) : requirements(rows);
        String third =
                limits.stream()
                        .filter(Fit::real)
                        .max(Comparator.comparingDouble(Limit::used))
                        .filter(l -> l.isOver() || !any(rows, Answer.MISSED))
                        .map(Fit::tightest)
                        .orElse("");
        return (first + second + third).strip();
    }

    /** The first two that are missed, and how many more there are. */
    private static String missed(List<Row> rows) {
        List<Row> all = rows.stream().filter(r -> r.answer.equals("missed")).toList();
        String named =
                all.stream()
                        .limit(2)
                        .map(r -> "%s (%s)".formatted(r.text, r.value.text()))
                        .collect(Collectors.joining(", "));
        String more = all.size() > 2 ? ", and " + (all.size() - 2) + " more" : "";
        return "Missed: %s%s. ".formatted(named, more);
    }

    private static String requirements(List<Row> rows) {
        if (rows.isEmpty()) return "Nothing is required of it. ";
        long met = rows.stream().filter(r -> r.answer.equals("met")).count();
        if (met == rows.size())
            return switch (rows.size()) {
                case 1 -> "The one requirement is met. ";
                case 2 -> "Both requirements are met. ";
                default -> "All " + rows.size() + " requirements are met. ";
            };
        long open = rows.size() - met;
        return "%d of %d requirements wait for more than a closed form. "
                .formatted(open, rows.size());
    }

    private static String tightest(Limit l) {
        String of = "%s of %s".formatted(l.what(), l.subject());
        if (l.isOver())
            return "Over its limit: %s, %s of %s."
                    .formatted(of, l.demand().text(), l.limit().text());
        return "Tightest: %s, %s in use, %s left.".formatted(of, l.percent(), l.left().text());
    }
}
