// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/**
 * A value that is missing or broken was asked for. Rules need not catch it: whoever runs them skips
 * the element.
 */
public final class NotKnown extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Origin origin;

    NotKnown(Origin origin) {
        super(origin + " is not known", null, false, false);
        this.origin = origin;
    }

    /** The value that is not known. */
    public Origin origin() {
        return origin;
    }
}
