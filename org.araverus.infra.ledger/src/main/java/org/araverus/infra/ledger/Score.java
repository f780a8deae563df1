// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.Arrays;
import java.util.List;

/**
 * Errors of some rows in figures; the order of the rows makes no difference. Where no row is
 * predicted, figures of errors are NaN.
 *
 * @param rows that count
 * @param predicted how many of them are
 * @param median of |error|
 * @param mean of |error|
 * @param p95 of |error|, between order statistics by straight lines
 * @param max of |error|
 * @param bias median of the signed errors; above zero is too slow, or too much
 * @param medianOfAll median of |error| in which a row that is not predicted has 100 %
 * @param fitting share of the predicted rows whose memory fits, of those that somebody ran
 */
record Score(
        int rows,
        int predicted,
        double median,
        double mean,
        double p95,
        double max,
        double bias,
        double medianOfAll,
        double fitting) {

    /** Counts. */
    static Score of(List<Outcome> outcomes) {
        double[] signed =
                outcomes.stream()
                        .filter(Outcome.Predicted.class::isInstance)
                        .mapToDouble(o -> ((Outcome.Predicted) o).error())
                        .sorted()
                        .toArray();
        double[] errors = Arrays.stream(signed).map(Math::abs).sorted().toArray();
        double[] all = Arrays.copyOf(errors, outcomes.size());
        Arrays.fill(all, errors.length, all.length, 1);
        Arrays.sort(all);
        double fitting =
                outcomes.stream()
                        .filter(o -> o instanceof Outcome.Predicted && o.row().ran())
                        .mapToInt(o -> ((Outcome.Predicted) o).fits() ? 1 : 0)
                        .average()
                        .orElse(Double.NaN);
        return new Score(
                outcomes.size(),
                errors.length,
                quantile(errors, 0.5),
                Arrays.stream(errors).sum() / errors.length,
                quantile(errors, 0.95),
                quantile(errors, 1),
                quantile(signed, 0.5),
                quantile(all, 0.5),
                fitting);
    }

    /** Share of the rows that are predicted. */
    double coverage() {
        return (double) predicted / rows;
    }

    /** Of sorted numbers, by a straight line between the two nearest ranks. */
    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) return Double.NaN;
        double rank = share * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
