// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command: what it takes, and what it does with it. */
interface Command {
    /** Its options, parameters and help. */
    CommandSpec spec();

    /** Does it; the exit code comes back. */
    int run(ParseResult given, Terminal terminal) throws UsageException, IOException;
}
