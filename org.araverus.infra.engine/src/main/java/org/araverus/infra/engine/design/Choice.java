// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import org.jspecify.annotations.Nullable;

/** One of the literals of an enum. */
public record Choice<E extends Enum<E>>(State state, @Nullable E literal, Origin origin) {
    public static <E extends Enum<E>> Choice<E> of(E literal, Origin origin) {
        return new Choice<>(State.KNOWN, literal, origin);
    }

    public static <E extends Enum<E>> Choice<E> none(State state, Origin origin) {
        return new Choice<>(state, null, origin);
    }

    public boolean isKnown() {
        return state == State.KNOWN;
    }

    public boolean is(E other) {
        return literal == other;
    }

    /** The literal; throws {@link NotKnown} where there is none. */
    public E get() {
        if (literal == null) throw new NotKnown(origin);
        return literal;
    }

    /**
     * The literal, or a default if nothing is written; throws {@link NotKnown} if what is written
     * is broken.
     */
    public E orElse(E otherwise) {
        return state == State.ABSENT ? otherwise : get();
    }
}
