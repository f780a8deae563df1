// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Evaluation.Run;
import org.araverus.infra.report.render.Numbers.Amount;
import org.araverus.infra.report.render.Paint.Style;
import org.jspecify.annotations.Nullable;

/** The metrics that a person looks at first, two in a row, each with its interval. */
final class MetricRows {
    private record Entry(String metric, String label) {}

    private record Cell(String label, Amount amount, String note) {}

    private static final List<Entry> OF_A_RUN =
            List.of(
                    new Entry("step_time", "step time"),
                    new Entry("mfu", "MFU"),
                    new Entry("ttft.mean", "TTFT mean"),
                    new Entry("tpot.mean", "TPOT mean"),
                    new Entry("throughput", "throughput"),
                    new Entry("e2e.mean", "whole answer"),
                    new Entry("rate.per_user", "a user sees"),
                    new Entry("capacity", "capacity"),
                    new Entry("utilization", "used"),
                    new Entry("batches.mean", "in an engine"),
                    new Entry("batches.max", "at most"),
                    new Entry("memory.peak", "memory peak"),
                    new Entry("flops", "model rate"),
                    new Entry("goodput.share", "goodput"),
                    new Entry("goodput.throughput", "kept"),
                    new Entry("checkpoint.size", "checkpoint"),
                    new Entry("checkpoint.time", "to write it"),
                    new Entry("checkpoint.interval", "every"),
                    new Entry("energy.per_token", "energy"),
                    new Entry("cost.per_token", "cost"),
                    new Entry("cost.per_input_token", "of a prompt"),
                    new Entry("cost.per_output_token", "of an answer"),
                    new Entry("memory.kv_request", "cache, request"),
                    new Entry("transfer", "transfer"));

    private static final int[] GAPS = {3, 1, 2, 4, 3, 1, 2};

    private static final Entry HFU = new Entry("hfu", "HFU");

    private static final List<Entry> OF_THE_WHOLE =
            List.of(
                    new Entry("power.peak", "IT power"),
                    new Entry("power.facility", "facility"),
                    new Entry("cost.per_hour", "running cost"));

    private final Evaluation evaluation;
    private final Numbers numbers;
    private final Paint paint;

    MetricRows(Evaluation evaluation, Numbers numbers, Paint paint) {
        this.evaluation = evaluation;
        this.numbers = numbers;
        this.paint = paint;
    }

    /** What people call a metric of a run. */
    static String label(String metric) {
        for (Entry e : OF_A_RUN) if (e.metric.equals(metric)) return e.label;
        return metric;
    }

    /** Whether a run is made of steps (training), not of tokens (serving). */
    boolean steps(Run r) {
        return metric(r, "step_time") != null;
    }

    /** The rows of a run, those of the whole included where it is all there is. */
    String of(Run r, boolean withWhole) {
        List<Cell> cells = new ArrayList<>();
        for (Entry e : OF_A_RUN) {
            Result m = metric(r, e.metric);
            if (m == null) continue;
            cells.add(cell(e.label, m, note(r, e.metric, m)));
            if (e.metric.equals("throughput") && r.accelerators() > 1) cells.add(each(r, m));
        }
        if (withWhole) cells.addAll(wholeCells());
        Result hfu = metric(r, HFU.metric);
        if (hfu != null && !isMfu(r, hfu)) cells.add(cell(HFU.label, hfu, interval(hfu)));
        return layOut(cells);
    }

    /** The rows of the whole. */
    String whole() {
        return layOut(wholeCells());
    }

    private List<Cell> wholeCells() {
        List<Cell> cells = new ArrayList<>();
        for (Entry e : OF_THE_WHOLE) {
            Result m = evaluation.metrics().get(e.metric);
            if (m != null) cells.add(cell(e.label, m, interval(m)));
        }
        return cells;
    }

    private @Nullable Result metric(Run r, String name) {
        String workload = r.workload().substring(r.workload().lastIndexOf('.') + 1);
        return evaluation.metrics().get(workload + "." + name);
    }

    /** Where nothing is computed twice, the two are one. */
    private boolean isMfu(Run r, Result hfu) {
        Result mfu = metric(r, "mfu");
        return mfu != null && mfu.value() == hfu.value();
    }

    private Cell cell(String label, Result m, String note) {
        return new Cell(label, numbers.amount(m.value(), m.unit()), note);
    }

    private Cell each(Run r, Result m) {
        double n = r.accelerators();
        Amount a = numbers.amount(m.value() / n, m.unit());
        return new Cell("each", a, interval(m, n));
    }

    private String note(Run r, String name, Result m) {
        if (!name.equals("memory.peak")) return interval(m);
        String limit = numbers.like(r.memoryLimit(), m.unit(), m.value());
        String unit = numbers.amount(m.value(), m.unit()).unit();
        return "of " + limit + " " + unit + ", stage " + r.stage();
    }

    private String interval(Result m) {
        return interval(m, 1);
    }

    private String interval(Result m, double n) {
        return Intervals.of(m, numbers, n);
    }

    private String layOut(List<Cell> cells) {
        Columns rows = new Columns(paint, "  ", GAPS);
        for (int i = 0; i < cells.size(); i += 2) {
            for (Cell c : cells.subList(i, Math.min(i + 2, cells.size())))
                rows.left(c.label)
                        .right(c.amount.number(), Style.STRONG)
                        .left(c.amount.unit())
                        .left(c.note, Style.QUIET);
            rows.end();
        }
        return rows.isEmpty() ? "" : rows.text();
    }
}
