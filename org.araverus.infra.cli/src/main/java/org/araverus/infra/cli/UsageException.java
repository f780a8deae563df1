// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

/** A call that makes no sense, or input that cannot be read; the message is for the person. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
