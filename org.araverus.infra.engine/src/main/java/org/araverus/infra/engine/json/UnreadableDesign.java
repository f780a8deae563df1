// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.json;

/** A text that is no design in canonical JSON, with the place where it stops being one. */
public final class UnreadableDesign extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;
    private final int column;

    public UnreadableDesign(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** Line from 1; 0 where none is known. */
    public int line() {
        return line;
    }

    /** Column from 1; 0 where none is known. */
    public int column() {
        return column;
    }
}
