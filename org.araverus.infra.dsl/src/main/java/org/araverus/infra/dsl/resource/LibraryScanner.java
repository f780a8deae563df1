// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the elements of a library file without a parser, for the library's index. It reads what the
 * library's own files look like: each element begins on a line of its own, at most behind its
 * annotations.
 */
final class LibraryScanner {
    /**
     * An element of a file.
     *
     * @param kind keyword of its kind, or {@code let}
     * @param doc its documentation on one line; empty where it has none
     * @param aliases what its {@code alias} lists
     */
    record Entry(String kind, String name, String doc, List<String> aliases) {}

    /** The elements of a file, in order, and its package ({@code ""} if it has none). */
    record Contents(String packageName, List<Entry> entries) {}

    // spelled out: the indexer runs in the build with the classes of this module alone
    private static final Set<String> KINDS =
            Set.of(
                    "accelerator",
                    "cpu",
                    "nic",
                    "link",
                    "switch",
                    "node",
                    "rack",
                    "cluster",
                    "site",
                    "topology",
                    "model",
                    "stack",
                    "workload",
                    "evaluate",
                    "unit",
                    "let");

    private final String text;
    private final List<Entry> entries = new ArrayList<>();
    private String packageName = "";
    private String doc = "";
    private int at;
    private int depth;
    private boolean annotated;
    private boolean atStart = true;

    private LibraryScanner(String text) {
        this.text = text;
    }

    static Contents scan(String text) {
        LibraryScanner s = new LibraryScanner(text);
        while (s.at < text.length()) s.step();
        return new Contents(s.packageName, List.copyOf(s.entries));
    }

    private void step() {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) skipTo('\n');
        else if (text.startsWith("/*", at)) comment();
        else if (c == '\n') {
            atStart = true;
            at++;
        } else if (Character.isWhitespace(c)) at++;
        else if (c == '"') text();
        else if (isWord(c)) word();
        else sign(c);
    }

    /** A comment with two stars documents the element that follows. */
    private void comment() {
        int from = at;
        at = after("*/");
        if (depth == 0 && text.startsWith("/**", from))
            doc =
                    text.substring(from + 3, Math.max(from + 3, at - 2))
                            .replaceAll("\\R\\s*\\*?", " ")
                            .replaceAll("\\s+", " ")
                            .strip();
    }

    private void sign(char c) {
        at++;
        if (c == '@' && depth == 0) {
            annotated = atStart;
            word();
            return;
        }
        if (c == '{' || c == '(') depth++;
        if (c == '}' || c == ')') depth--;
        atStart = annotated && depth == 0 && c == ')';
    }

    private void word() {
        String word = read();
        boolean first = atStart && depth == 0;
        atStart = annotated && first && !KINDS.contains(word);
        if (first && word.equals("package")) packageName = name();
        else if (first && KINDS.contains(word)) {
            annotated = false;
            entries.add(new Entry(word, name(), doc, new ArrayList<>()));
            doc = "";
        } else if (depth == 1 && word.equals("alias") && !entries.isEmpty())
            aliases(entries.get(entries.size() - 1));
    }

    private void aliases(Entry of) {
        while (at < text.length() && text.charAt(at) != ']')
            if (text.charAt(at) == '"') of.aliases.add(text());
            else at++;
    }

    private String name() {
        while (text.charAt(at) == ' ' || text.charAt(at) == '\t') at++;
        int from = at;
        while (at < text.length() && (isWord(text.charAt(at)) || text.charAt(at) == '.')) at++;
        return text.substring(from, at);
    }

    private String read() {
        int from = at;
        while (at < text.length() && isWord(text.charAt(at))) at++;
        return text.substring(from, at);
    }

    private String text() {
        int from = ++at;
        while (text.charAt(at) != '"') at += text.charAt(at) == '\\' ? 2 : 1;
        return text.substring(from, at++);
    }

    private void skipTo(char c) {
        int next = text.indexOf(c, at);
        at = next < 0 ? text.length() : next;
    }

    private int after(String end) {
        int next = text.indexOf(end, at);
        return next < 0 ? text.length() : next + end.length();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '%' || c == '°';
    }
}
