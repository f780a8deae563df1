// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.List;
import org.araverus.infra.cli.Usage.Option;
import org.araverus.infra.cli.Usage.Parameter;

/** {@code infra ledger}: predicted against measured. */
final class LedgerCommand implements Command {
    @Override
    public Usage usage() {
        return Usage.of(
                "infra ledger",
                "Holds predictions against published measurements.",
                List.of(
                        "Each row of a table becomes a text of the language, is evaluated, and is"
                                + " compared by",
                        "the time of a step, or by bytes. The tables' columns stand in"
                                + " validation/README.md."),
                List.of(
                        new Parameter(
                                "TABLE.csv", true, true, "tables of training steps or of memory")),
                List.of(
                        Option.oneOf(
                                "--format", "FORMAT", "text (the default) or json", "text", "json"),
                        Option.oneOf(
                                "--by",
                                "COLUMN",
                                "sum up by this column: table (the default), stack, model, ...",
                                "table",
                                "accelerator",
                                "gpus",
                                "stack",
                                "model",
                                "precision",
                                "phase",
                                "mode"),
                        new Option(
                                "--texts",
                                "DIR",
                                false,
                                List.of(),
                                "write the text behind each prediction, ID.infra"),
                        Option.flag(
                                "--assumed",
                                "say what filled empty columns, and the law behind it")),
                "",
                "Example:",
                "  infra ledger validation/training.csv --assumed",
                "",
                "Exit code 0 whatever the errors are.");
    }

    @Override
    public int run(Given given, Terminal terminal) throws UsageException {
        // The language is loaded for this command alone.
        LedgerAnswer.print(given, terminal);
        return ExitCode.FINE;
    }
}
