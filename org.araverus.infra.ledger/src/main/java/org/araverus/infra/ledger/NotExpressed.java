// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

/** A row that cannot be written as a text; the message says why, the same for all such rows. */
final class NotExpressed extends Exception {
    private static final long serialVersionUID = 1;

    NotExpressed(String why) {
        super(why);
    }

    /** Why, in a few words. */
    String why() {
        return String.valueOf(getMessage());
    }
}
