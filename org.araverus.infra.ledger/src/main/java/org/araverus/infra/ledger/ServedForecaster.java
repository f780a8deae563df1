// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Recompute;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Severity;

/** Predicts a row of serving: times as times, rates by the time of a token or a request. */
final class ServedForecaster {
    private final Shelf shelf;

    ServedForecaster(Shelf shelf) {
        this.shelf = shelf;
    }

    Outcome.Predicted predicted(Row row) throws NotExpressed {
        if (row.has(Column.STAT) && !row.text(Column.STAT).equals("mean"))
            throw new NotExpressed("percentiles need a simulation");
        Laws laws = new Laws(row);
        String text = ServedText.write(row, shelf, laws);
        Workspace w = Workspace.ofTexts(Map.of(row.id() + ".infra", text));
        Compiled compiled = w.evaluates().getFirst();
        Evaluation e = ClosedForm.evaluate(compiled.design());
        String undefined = e.runs().isEmpty() ? "nothing runs" : e.runs().getFirst().undefined();
        if (undefined != null) throw new NotExpressed(undefined);
        double peer = row.peerValue();
        return new Outcome.Predicted(
                row,
                cut(row),
                Recompute.none,
                text,
                time(row, row.number(Column.VALUE)),
                known(predicted(row, e, laws)),
                Double.isNaN(peer) ? peer : time(row, peer),
                true,
                e.runs().getFirst(),
                e.assumptions(),
                new TreeMap<>(laws.used()),
                errors(w));
    }

    private static List<String> errors(Workspace w) {
        return w.check().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .map(Diagnostic::code)
                .distinct()
                .toList();
    }

    private static Cut cut(Row r) {
        boolean apart = r.text(Column.MODE).equals("disaggregated");
        int tp = r.count(apart ? Column.DECODE_TP : Column.TP, 1);
        int dp = r.count(apart ? Column.DECODE_DP : Column.DP, 1);
        int ep = r.count(apart ? Column.DECODE_EP : Column.EP, 1);
        return new Cut(tp, r.count(Column.PP, 1), 1, 1, ep, dp, 1, null, null, List.of());
    }

    /** A published figure as a time: a rate is the time of one token, or of one request. */
    private static double time(Row row, double value) {
        double si = value * Figure.si(row.text(Column.UNIT));
        return switch (row.figure()) {
            case TPOT, TTFT, E2E -> si;
            case TOKENS_PER_S_PER_GPU -> 1 / (si * row.number(Column.GPUS));
            default -> 1 / si;
        };
    }

    private static double predicted(Row row, Evaluation e, Laws laws) throws NotExpressed {
        return switch (row.figure()) {
            case TPOT -> metric(e, "tpot.mean");
            case TTFT -> first(row, e, laws);
            case E2E -> metric(e, "e2e.mean");
            case REQUESTS_PER_S -> 1 / metric(e, "rate.requests");
            default -> run(e, new ServedSettings(row, laws));
        };
    }

    private static double first(Row row, Evaluation e, Laws laws) throws NotExpressed {
        if (!row.has(Column.OSL)) {
            // measured in the engine, without a server around it
            return row.count(Column.MAX_BATCH, 1) * metric(e, "prompt_each");
        }
        double mean = metric(e, "ttft.mean");
        ServedSettings settings = new ServedSettings(row, laws);
        double together = settings.together();
        return together == 0 ? mean : mean + together * burst(row, e, settings);
    }

    /** What a first token waits longer where all prompts in flight come at once. */
    private static double burst(Row row, Evaluation e, ServedSettings settings)
            throws NotExpressed {
        Map<String, Long> layout = e.runs().getFirst().layout();
        double ranks = layout.getOrDefault("dp", 1L) * layout.getOrDefault("replicas", 1L);
        double prompts = Math.max(1, row.number(Column.CONCURRENCY) / ranks);
        double together = Math.min(settings.promptsOfStep(), prompts);
        double step = metric(e, "prompt_each");
        double launches = metric(e, "prompt_time") - step;
        double steps = prompts / together;
        return (prompts + together - 2) / 2 * step + (steps - 1) / 2 * launches;
    }

    /** A run with an end: its engines run empty while the last requests are answered. */
    private static double run(Evaluation e, ServedSettings settings) throws NotExpressed {
        double token = 1 / metric(e, "throughput");
        if (settings.requests().isEmpty()) return token;
        double requests = settings.requests().getAsLong();
        double replicas = e.runs().getFirst().layout().getOrDefault("replicas", 1L);
        double share = Math.min(1, metric(e, "batches.mean") * replicas / requests);
        return token * (1 + share * (1 - share) / 2);
    }

    private static double metric(Evaluation e, String name) throws NotExpressed {
        Evaluation.Result r = e.metrics().get(RowText.WORKLOAD + "." + name);
        return r == null ? known(Double.NaN) : r.value();
    }

    private static double known(double predicted) throws NotExpressed {
        if (Double.isFinite(predicted)) return predicted;
        throw new NotExpressed("the engine has no figure for it");
    }
}
