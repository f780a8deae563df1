// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import org.jspecify.annotations.Nullable;

/**
 * A reference to an element by its qualified name; {@link Design#get(Ref)} follows it.
 *
 * @param name qualified name; null where there is none
 * @param quantity what stands in its place where the attribute allows a plain quantity ({@code
 *     link: 800 Gbit/s}); else absent
 */
public record Ref<T extends Element>(
        State state, @Nullable String name, Value quantity, Origin origin) {
    public static <T extends Element> Ref<T> to(String name, Origin origin) {
        return new Ref<>(State.KNOWN, name, Value.absent(origin), origin);
    }

    public static <T extends Element> Ref<T> quantity(Value quantity) {
        return new Ref<>(quantity.state(), null, quantity, quantity.origin());
    }

    public static <T extends Element> Ref<T> none(State state, Origin origin) {
        return new Ref<>(state, null, Value.absent(origin), origin);
    }

    /** Whether it leads to an element. */
    public boolean isElement() {
        return state == State.KNOWN && name != null;
    }

    public boolean isKnown() {
        return state == State.KNOWN;
    }

    public boolean isAbsent() {
        return state == State.ABSENT;
    }
}
