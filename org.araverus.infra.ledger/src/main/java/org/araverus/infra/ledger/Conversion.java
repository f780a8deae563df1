// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

/** Published figures in what is compared: a training step by its time, memory by its bytes. */
final class Conversion {
    private final Row row;
    private final double modelFlop;
    private final double peak;

    /**
     * For one row.
     *
     * @param modelFlop what the engine counts for a step, attention as a full square
     * @param peak dense peak of one accelerator in the row's precision, FLOP/s
     */
    Conversion(Row row, double modelFlop, double peak) {
        this.row = row;
        this.modelFlop = modelFlop;
        this.peak = peak;
    }

    /**
     * What is compared: the seconds of a step in which a figure is reached, or bytes, or a share.
     *
     * @param value in the row's unit
     */
    double si(double value) throws NotExpressed {
        double si = value * Figure.si(row.text(Column.UNIT));
        boolean rate = row.figure().isTime() && row.figure() != Figure.STEP_TIME;
        double compared = rate ? work() / si : si;
        if (Double.isFinite(compared) && compared > 0) return compared;
        throw new NotExpressed("sizes that the FLOP convention needs are not known");
    }

    /** What the figure is a rate of, by step and accelerator. */
    private double work() throws NotExpressed {
        double gpus = row.number(Column.GPUS);
        return switch (row.figure()) {
            case TOKENS_PER_S_PER_GPU ->
                    row.number(Column.GLOBAL_BATCH_SEQS) * row.number(Column.SEQ_LEN) / gpus;
            case TFLOPS_PER_GPU -> FlopConvention.of(row).ofRate(row, modelFlop) / gpus;
            case MFU -> FlopConvention.of(row).ofModel(row, modelFlop) / gpus / peak;
            case HFU -> FlopConvention.of(row).ofHardware(row, modelFlop) / gpus / peak;
            default -> Double.NaN;
        };
    }
}
