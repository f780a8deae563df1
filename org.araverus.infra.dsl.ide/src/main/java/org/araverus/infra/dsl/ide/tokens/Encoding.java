// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.tokens;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.ide.text.Lines;
import org.eclipse.lsp4j.SemanticTokensEdit;

/**
 * The protocol's form of tokens: five numbers each, line and column relative to the token before.
 */
final class Encoding {
    private Encoding() {}

    /** A token over several lines becomes one token a line, since not every editor takes more. */
    static List<Integer> of(List<Token> tokens, String text) {
        Lines lines = new Lines(text);
        List<Integer> data = new ArrayList<>(5 * tokens.size());
        int line = 0;
        int column = 0;
        for (Token t : tokens)
            for (int from = t.offset(), in = lines.line(from); from < t.end(); in++) {
                int next = Math.min(t.end(), lines.start(in + 1));
                int end = next;
                while (end > from && text.charAt(end - 1) < ' ') end--;
                int at = from - lines.start(in);
                if (end > from) {
                    data.add(in - line);
                    data.add(in == line ? at - column : at);
                    data.add(end - from);
                    data.add(t.type().ordinal());
                    data.add(t.modifiers());
                    line = in;
                    column = at;
                }
                from = next;
            }
        return data;
    }

    /** The one edit that makes the new numbers of the old ones; empty if they are the same. */
    static List<SemanticTokensEdit> edits(List<Integer> old, List<Integer> now) {
        int shorter = Math.min(old.size(), now.size());
        int same = 0;
        while (same < shorter && old.get(same).equals(now.get(same))) same++;
        int tail = 0;
        while (tail < shorter - same
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) tail++;
        if (same == old.size() && same == now.size()) return List.of();
        return List.of(
                new SemanticTokensEdit(
                        same, old.size() - same - tail, now.subList(same, now.size() - tail)));
    }
}
