// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.colours;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Patterns of a TextMate grammar, as trees of maps and lists. */
final class Pattern {
    private static final Map<String, Object> EVERYTHING = Map.of("include", "$self");

    private Pattern() {}

    /** A part of a line; its groups have scopes of their own, in order. */
    static Map<String, Object> match(String regex, String... scopesOfGroups) {
        Map<String, Object> pattern = new TreeMap<>();
        pattern.put("match", regex);
        pattern.put("captures", captures(scopesOfGroups));
        return pattern;
    }

    /** A part of a line with one scope. */
    static Map<String, Object> whole(String regex, String scope) {
        return Map.of("match", regex, "name", scope + ".infra");
    }

    /** All from one expression to another, over lines. */
    static Map<String, Object> span(String begin, String end, String scope) {
        return Map.of("begin", begin, "end", end, "name", scope + ".infra");
    }

    /**
     * What follows a beginning up to an end that is not part of it. Inside, some patterns come
     * before all others.
     */
    static Map<String, Object> region(
            Map<String, Object> beginning, String end, List<Map<String, Object>> inside) {
        List<Object> patterns = new ArrayList<>(inside);
        patterns.add(EVERYTHING);
        return Map.of(
                "begin",
                beginning.get("match"),
                "beginCaptures",
                beginning.get("captures"),
                "end",
                end,
                "patterns",
                patterns);
    }

    private static Map<String, Object> captures(String... scopes) {
        Map<String, Object> captures = new TreeMap<>();
        for (int i = 0; i < scopes.length; i++) {
            captures.put(String.valueOf(i + 1), Map.of("name", scopes[i] + ".infra"));
        }
        return captures;
    }
}
