// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

/** What a call ends with; scripts rely on the numbers. */
final class ExitCode {
    /** Nothing to complain about. */
    static final int FINE = 0;

    /** Findings of severity error, or a requirement missed or undecided. */
    static final int NOT_FINE = 1;

    /** A call that makes no sense, or input that cannot be read. */
    static final int USAGE = 2;

    /** A defect of this program. */
    static final int DEFECT = 70;

    private ExitCode() {}
}
