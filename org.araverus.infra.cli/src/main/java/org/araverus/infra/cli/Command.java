// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

/** One command: what it takes, and what it does with it. */
interface Command {
    /** Its options, parameters and help. */
    Usage usage();

    /** Does it; the exit code comes back. */
    int run(Given given, Terminal terminal) throws UsageException;
}
