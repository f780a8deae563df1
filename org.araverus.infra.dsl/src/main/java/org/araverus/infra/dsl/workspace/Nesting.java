// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import org.araverus.infra.engine.design.Place;
import org.jspecify.annotations.Nullable;

/**
 * Finds brackets that nest deeper, and values that are longer, than anybody writes, before the
 * parser's stack does: each operator is a level of the tree.
 */
final class Nesting {
    /** Levels that are read. */
    static final int LIMIT = 200;

    /** Operators in one value that are read. */
    static final int OPERATORS = 1000;

    private Nesting() {}

    /**
     * The bracket that goes too deep; null if none does. Brackets in texts and comments do not
     * count.
     */
    static @Nullable Place tooDeep(String file, String text) {
        int depth = 0;
        int operators = 0;
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> {
                    line++;
                    lineStart = i + 1;
                }
                case '(', '[', '{' -> {
                    if (++depth > LIMIT) return new Place(file, line, i - lineStart + 1, 1);
                }
                case '.', '+', '-', '*', '^' -> operators++;
                case ' ' -> operators += word(text, i + 1) ? 1 : 0;
                case ':', ',', '=' -> operators = 0;
                case ')', ']', '}' -> depth = Math.max(0, depth - 1);
                case '"' -> i = endOfText(text, i);
                case '/' -> {
                    if (text.startsWith("//", i)) i = Math.max(i, endOf(text, "\n", i) - 1);
                    else if (text.startsWith("/*", i)) {
                        i++;
                        while (i < text.length() && !text.startsWith("*/", i)) {
                            if (text.charAt(i++) != '\n') continue;
                            line++;
                            lineStart = i;
                        }
                    } else operators++;
                }
                default -> {}
            }
            if (operators > OPERATORS) return new Place(file, line, i - lineStart + 1, 1);
        }
        return null;
    }

    private static boolean word(String text, int at) {
        return text.startsWith("not ", at)
                || text.startsWith("if ", at)
                || text.startsWith("and ", at)
                || text.startsWith("or ", at);
    }

    /** The closing quote, or the last character before the line ends. */
    private static int endOfText(String text, int from) {
        int i = from + 1;
        while (i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\n')
            i += text.charAt(i) == '\\' ? 2 : 1;
        return i < text.length() && text.charAt(i) == '"' ? i : Math.min(i, text.length()) - 1;
    }

    private static int endOf(String text, String end, int from) {
        int i = text.indexOf(end, from);
        return i < 0 ? text.length() : i;
    }
}
