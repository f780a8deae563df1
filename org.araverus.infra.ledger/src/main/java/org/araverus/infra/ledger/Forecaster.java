// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Precision;
import org.araverus.infra.engine.design.Recompute;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Severity;

/** Predicts rows, each for itself. */
final class Forecaster {
    private static final List<String> STATES = List.of("weights", "gradients", "optimizer");

    /** What the program's allocator sees; context and libraries have theirs beside it. */
    private static final List<String> ALLOCATED =
            List.of("weights", "gradients", "optimizer", "activations", "recomputation", "logits");

    private final Shelf shelf;

    Forecaster(Shelf shelf) {
        this.shelf = shelf;
    }

    /** An evaluated text. */
    private record Trial(
            Recompute recompute,
            String text,
            Design design,
            Evaluation evaluation,
            List<String> errors) {

        Evaluation.Run run() {
            return evaluation.runs().getFirst();
        }

        double metric(String name) {
            Evaluation.Result r = evaluation.metrics().get(RowText.WORKLOAD + "." + name);
            return r == null ? Double.NaN : r.value();
        }

        double memory(List<String> categories) {
            return run().memory().stream()
                    .filter(s -> categories.contains(s.name()))
                    .mapToDouble(Evaluation.Share::value)
                    .sum();
        }

        double activations() {
            return memory(List.of("activations"));
        }

        double allMemory() {
            return run().memory().stream().mapToDouble(Evaluation.Share::value).sum();
        }

        boolean fits() {
            return allMemory() <= run().memoryLimit();
        }
    }

    /** What the engine says of a row, beside what was measured. */
    Outcome predict(Row row) {
        try {
            return row.serves() ? new ServedForecaster(shelf).predicted(row) : predicted(row);
        } catch (NotExpressed e) {
            return new Outcome.Missing(row, e.why());
        }
    }

    private Outcome.Predicted predicted(Row row) throws NotExpressed {
        Figure figure = row.figure();
        if (figure == Figure.PEAK_RESERVED)
            throw new NotExpressed("what an allocator reserves is not predicted");
        Laws laws = new Laws(row);
        Cut cut = laws.cut();
        Trial trial = leastThatFits(row, cut, laws);
        if (cut.ladder().size() > 1) laws.note(Law.RECOMPUTE, trial.recompute.toString());
        Conversion to = conversion(row, trial);
        double peer = row.peerValue();
        return new Outcome.Predicted(
                row,
                cut,
                trial.recompute,
                trial.text,
                to.si(row.number(Column.VALUE)),
                known(figure.isTime() ? trial.metric("step_time") : bytes(figure, row, trial)),
                Double.isNaN(peer) ? peer : to.si(peer),
                trial.fits(),
                trial.run(),
                trial.evaluation.assumptions(),
                new TreeMap<>(laws.used()),
                trial.errors);
    }

    private static double known(double predicted) throws NotExpressed {
        if (Double.isFinite(predicted)) return predicted;
        throw new NotExpressed("the engine has no figure for it");
    }

    private Trial leastThatFits(Row row, Cut cut, Laws laws) throws NotExpressed {
        Trial last = null;
        for (Recompute r : cut.ladder()) {
            last = trial(row, r, laws);
            if (last.fits()) return last;
        }
        if (last == null) throw new IllegalStateException("a ladder has a rung");
        return last;
    }

    private Trial trial(Row row, Recompute recompute, Laws laws) throws NotExpressed {
        String text = RowText.write(row, shelf, laws, recompute);
        Workspace w = Workspace.ofTexts(Map.of(row.id() + ".infra", text));
        Compiled compiled = w.evaluates().getFirst();
        List<String> errors =
                w.check().stream()
                        .filter(d -> d.severity() == Severity.ERROR)
                        .map(Diagnostic::code)
                        .distinct()
                        .toList();
        Evaluation e = ClosedForm.evaluate(compiled.design());
        String undefined = e.runs().isEmpty() ? "nothing runs" : e.runs().getFirst().undefined();
        if (undefined != null) throw new NotExpressed(undefined);
        return new Trial(recompute, text, compiled.design(), e, errors);
    }

    private static Conversion conversion(Row row, Trial t) {
        Evaluation.Run run = t.run();
        double flop = t.metric("flops") * t.metric("step_time") * run.accelerators();
        double peak = Double.NaN;
        if (t.design.elements().get(run.accelerator()) instanceof Accelerator a)
            peak = a.peak().of(Precision.valueOf(run.precision())).orElse(Double.NaN);
        return new Conversion(row, flop, peak);
    }

    private double bytes(Figure figure, Row row, Trial t) throws NotExpressed {
        return switch (figure) {
            case PEAK_MEMORY -> t.memory(ALLOCATED);
            case ACTIVATIONS -> t.activations();
            case PARAMS_AND_OPTIMIZER, MODEL_STATES -> t.memory(STATES);
            case ACTIVATIONS_PCT_OF_BASELINE -> t.activations() / baseline(row);
            default -> Double.NaN;
        };
    }

    /** Activations of the same run with tensor parallelism alone (arXiv:2205.05198 figure 7). */
    private double baseline(Row row) throws NotExpressed {
        Map<Column, String> cells = new EnumMap<>(row.cells());
        cells.put(Column.SEQUENCE_PARALLEL, "0");
        Row plain = new Row(row.file(), row.line(), cells);
        return trial(plain, Recompute.none, new Laws(plain)).activations();
    }
}
