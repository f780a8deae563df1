// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

/** Ends of help texts: examples first, then what a script needs. */
final class Footer {
    static final String[] OF_ALL = {
        "",
        "Examples:",
        "  infra check design.infra                 what does not fit, and what to type instead",
        "  infra evaluate design.infra              step time, memory, power, what holds it back",
        "  infra evaluate design.infra Baseline     one evaluate of several",
        "  infra compile design.infra --out build   the same design as JSON, for machines",
        "  infra explain rack-power-over-budget     a rule's page",
        "",
        "Exit codes: 0 fine, 1 error findings or a requirement missed or undecided,",
        "2 bad usage or input that cannot be read, 70 a defect of this program.",
        "Results go to the standard output, everything else to the error output."
    };

    private Footer() {}
}
