// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Typed access to a tree that was read; what is of another type is a {@link Mismatch}. */
final class Json {
    /** The tree is not what a design looks like. */
    static final class Mismatch extends RuntimeException {
        private static final long serialVersionUID = 1;

        Mismatch(String message) {
            super(message);
        }
    }

    private Json() {}

    @SuppressWarnings("unchecked") // Canonical makes maps of strings
    static Map<String, Object> asObject(@Nullable Object o, String name) {
        if (o instanceof Map<?, ?> m) return (Map<String, Object>) m;
        throw new Mismatch(name + " is not an object");
    }

    static Map<String, Object> object(Map<String, Object> in, String name) {
        return asObject(in.get(name), name);
    }

    static List<?> list(Map<String, Object> in, String name) {
        Object o = in.get(name);
        if (o == null) return List.of();
        if (o instanceof List<?> l) return l;
        throw new Mismatch(name + " is not a list");
    }

    static String text(Map<String, Object> in, String name) {
        if (in.get(name) instanceof String s) return s;
        throw new Mismatch(name + " is not a text");
    }

    static String oneOf(Map<String, Object> in, String name, List<String> choices) {
        String s = text(in, name);
        if (choices.contains(s)) return s;
        throw new Mismatch(
                "%s %s is not known; there is %s".formatted(name, s, String.join(" ", choices)));
    }

    static @Nullable String textOrNull(Map<String, Object> in, String name) {
        return in.get(name) == null ? null : text(in, name);
    }

    static double number(Map<String, Object> in, String name) {
        if (in.get(name) instanceof Double d) return d;
        throw new Mismatch(name + " is not a number");
    }
}
