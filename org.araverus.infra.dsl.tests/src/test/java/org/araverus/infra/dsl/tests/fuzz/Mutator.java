// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes stretches of good texts and damages them: signs, words, lines, stretches of others. */
final class Mutator {
    private static final Pattern WORD =
            Pattern.compile("\"[^\"\\n]*\"|//[^\\n]*|[\\w°%]+|\\s+|[^\\s\\w]");

    /** What breaks readers: brackets, quotes, ends of comments, huge numbers, odd signs. */
    private static final List<String> SPICES =
            List.of(
                    "{",
                    "}",
                    "(",
                    ")",
                    "[",
                    "]",
                    "\"",
                    "/*",
                    "*/",
                    "//",
                    "@",
                    ":",
                    ",",
                    ".",
                    "..",
                    "+-",
                    "^",
                    "=",
                    "<=",
                    "-",
                    "\n",
                    "\r",
                    "\t",
                    " x ",
                    "\\",
                    "\\u0000",
                    "1e999",
                    "-1",
                    "0",
                    "1e-400",
                    "99999999999999999999",
                    "0.1.2",
                    "1..2",
                    "%",
                    "degC",
                    "bidi",
                    "null",
                    "true",
                    "NaN",
                    "extends",
                    "without",
                    "if",
                    "then",
                    "else",
                    "not",
                    "let",
                    "run",
                    "on",
                    "require",
                    "package",
                    "import",
                    "é",
                    "\uD83D\uDE00",
                    "\uD800",
                    "\u0000",
                    "\u202E",
                    "\uFEFF",
                    "\u00A0",
                    "\u2028",
                    "İ",
                    "[]",
                    "{}",
                    "null,");

    private final List<String> texts;
    private final int longest;
    private final SplittableRandom random;

    /**
     * @param texts good ones
     * @param longest stretch that is taken of one; 0 for whole texts
     */
    Mutator(List<String> texts, int longest, long seed) {
        this.texts = texts;
        this.longest = longest;
        this.random = new SplittableRandom(seed);
    }

    String next() {
        StringBuilder text = new StringBuilder(stretch(longest));
        for (int n = 1 + random.nextInt(4); n > 0; n--) mutate(text);
        return text.toString();
    }

    private String any() {
        return texts.get(random.nextInt(texts.size()));
    }

    /** Lines of one of the texts. */
    private String stretch(int most) {
        String text = any();
        if (most == 0 || text.length() <= most) return text;
        int from = text.lastIndexOf('\n', random.nextInt(text.length())) + 1;
        int end = text.indexOf('\n', Math.min(text.length() - 1, from + random.nextInt(most)));
        return text.substring(from, end < 0 ? text.length() : end + 1);
    }

    private void mutate(StringBuilder t) {
        if (t.isEmpty()) t.append(SPICES.get(random.nextInt(SPICES.size())));
        int at = random.nextInt(t.length());
        switch (random.nextInt(10)) {
            case 0 -> t.deleteCharAt(at);
            case 1 -> t.insert(at, spice());
            case 2 ->
                    t.setCharAt(
                            at,
                            (char)
                                    (random.nextInt(3) == 0
                                            ? random.nextInt(0xFFFF)
                                            : 32 + random.nextInt(95)));
            case 3 -> t.setLength(at);
            case 4 -> t.insert(at, stretch(200));
            case 5 -> t.insert(at, spice().repeat(1 + random.nextInt(30)));
            case 6 -> t.delete(at, Math.min(t.length(), at + random.nextInt(80)));
            default -> words(t);
        }
    }

    private String spice() {
        return SPICES.get(random.nextInt(SPICES.size()));
    }

    /** A word goes, comes twice, changes places, or is another. */
    private void words(StringBuilder t) {
        int at = random.nextInt(t.length());
        int from = Math.max(0, at - 100);
        int end = Math.min(t.length(), at + 100);
        List<String> words = new ArrayList<>();
        for (Matcher m = WORD.matcher(t.substring(from, end)); m.find(); ) words.add(m.group());
        if (words.isEmpty()) return;
        int w = random.nextInt(words.size());
        switch (random.nextInt(4)) {
            case 0 -> words.remove(w);
            case 1 -> words.add(w, words.get(w));
            case 2 -> words.set(w, words.set(random.nextInt(words.size()), words.get(w)));
            default -> words.set(w, spice());
        }
        t.replace(from, end, String.join("", words));
    }
}
