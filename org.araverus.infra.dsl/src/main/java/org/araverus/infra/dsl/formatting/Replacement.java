// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import java.util.List;

/** A stretch of a text and what comes in its place. */
public record Replacement(int offset, int length, String with) {
    int end() {
        return offset + length;
    }

    /** A text with these replacements, which are in its order and apart. */
    static String apply(String text, List<Replacement> all) {
        StringBuilder s = new StringBuilder();
        int done = 0;
        for (Replacement r : all) {
            s.append(text, done, r.offset).append(r.with);
            done = r.end();
        }
        return s.append(text, done, text.length()).toString();
    }
}
