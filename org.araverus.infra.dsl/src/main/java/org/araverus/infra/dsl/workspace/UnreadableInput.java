// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

/**
 * Input that cannot be read as a text; the message names the file, and the place where it can be
 * given.
 */
public final class UnreadableInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableInput(String message) {
        super(message);
    }
}
