// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.List;
import org.araverus.infra.engine.physics.ModelFlops;

/**
 * What a publication counts as the FLOP of one step. A published rate becomes a time by its own
 * convention, and times are compared: rates of two conventions never are.
 */
enum FlopConvention {
    /**
     * arXiv:2104.04473 equation 3: a GPT with every layer recomputed, so the rate is hardware's.
     */
    GPT_FULL_RECOMPUTE("96*B*s*l*h^2") {
        @Override
        double ofModel(Row row, double engine) {
            return gptModel(row);
        }

        @Override
        double ofHardware(Row row, double engine) {
            return gptFullRecompute(row);
        }

        @Override
        double ofRate(Row row, double engine) {
            return gptFullRecompute(row);
        }
    },
    /** arXiv:2205.05198 appendix A: model FLOP of a GPT; the hardware's add recomputation. */
    GPT_MODEL("72*B*s*l*h^2") {
        @Override
        double ofModel(Row row, double engine) {
            return gptModel(row);
        }

        @Override
        double ofHardware(Row row, double engine) {
            return switch (row.text(Column.RECOMPUTE)) {
                case "full" -> gptFullRecompute(row);
                case "selective" -> gptSelectiveRecompute(row);
                default -> gptModel(row);
            };
        }
    },
    /**
     * arXiv:2204.02311 appendix B, as llm-foundry prints it; hardware's with full recomputation.
     */
    PARAMETERS("6N + 12*l*d*s") {
        @Override
        double ofModel(Row row, double engine) {
            return tokens(row) * perToken(row, 6, 12);
        }

        @Override
        double ofHardware(Row row, double engine) {
            boolean full = row.text(Column.RECOMPUTE).equals("full");
            return full ? tokens(row) * perToken(row, 8, 16) : ofModel(row, engine);
        }
    },
    /** FLOP of all matrix products, attention as a full square: the engine's own count. */
    MODEL("model FLOPs") {
        @Override
        double ofModel(Row row, double engine) {
            return engine;
        }

        @Override
        double ofHardware(Row row, double engine) throws NotExpressed {
            throw new NotExpressed("the FLOP convention does not say what recomputation counts");
        }
    };

    private static final String NOTE = "FLOPs: ";

    private final String begins;

    FlopConvention(String begins) {
        this.begins = begins;
    }

    /** The convention that a row's note states. */
    static FlopConvention of(Row row) throws NotExpressed {
        List<String> stated =
                row.notes().stream()
                        .filter(n -> n.startsWith(NOTE))
                        .map(n -> n.substring(NOTE.length()))
                        .toList();
        for (String s : stated)
            for (FlopConvention c : values()) if (s.startsWith(c.begins)) return c;
        throw new NotExpressed(
                stated.isEmpty() ? "the row states no FLOP convention" : "FLOPs: " + stated.get(0));
    }

    /**
     * Model FLOP of one step.
     *
     * @param engine what the engine counts for the step
     */
    abstract double ofModel(Row row, double engine) throws NotExpressed;

    /** FLOP of one step, what is recomputed included. */
    abstract double ofHardware(Row row, double engine) throws NotExpressed;

    /** FLOP of one step behind a rate per accelerator. */
    double ofRate(Row row, double engine) throws NotExpressed {
        return ofModel(row, engine);
    }

    private static double gptModel(Row row) {
        return ModelFlops.gptModel(batch(row), sequence(row), layers(row), hidden(row), vocab(row));
    }

    private static double gptFullRecompute(Row row) {
        return ModelFlops.gptFullRecompute(
                batch(row), sequence(row), layers(row), hidden(row), vocab(row));
    }

    private static double gptSelectiveRecompute(Row row) {
        return ModelFlops.gptSelectiveRecompute(
                batch(row), sequence(row), layers(row), hidden(row), vocab(row));
    }

    private static double batch(Row row) {
        return row.number(Column.GLOBAL_BATCH_SEQS);
    }

    private static double sequence(Row row) {
        return row.number(Column.SEQ_LEN);
    }

    private static double layers(Row row) {
        return row.number(Column.LAYERS);
    }

    private static double hidden(Row row) {
        return row.number(Column.HIDDEN);
    }

    private static double vocab(Row row) {
        return row.number(Column.VOCAB);
    }

    private static double tokens(Row row) {
        return batch(row) * sequence(row);
    }

    private static double perToken(Row row, double perParameter, double perPair) {
        double pairs = layers(row) * hidden(row) * sequence(row);
        return perParameter * row.number(Column.PARAMS_B) * 1e9 + perPair * pairs;
    }
}
