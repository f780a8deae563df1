// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** {@code true} or {@code false}. */
public record Flag(State state, boolean on, Origin origin) {
    public static Flag of(boolean on, Origin origin) {
        return new Flag(State.KNOWN, on, origin);
    }

    public static Flag none(State state, Origin origin) {
        return new Flag(state, false, origin);
    }

    public boolean isKnown() {
        return state == State.KNOWN;
    }

    /**
     * The flag, or a default if nothing is written; throws {@link NotKnown} if what is written is
     * broken.
     */
    public boolean orElse(boolean otherwise) {
        if (state == State.UNKNOWN) throw new NotKnown(origin);
        return state == State.ABSENT ? otherwise : on;
    }
}
