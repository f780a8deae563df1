// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

/** A table that cannot be read; the message is for the person and begins with the place. */
public final class UnreadableTable extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableTable(String file, String message) {
        super(file + ": " + message);
    }

    UnreadableTable(String file, int line, int column, String message) {
        this(file + ":" + line + ":" + column, message);
    }
}
