// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.Token;
import org.araverus.infra.dsl.parser.InfraLexer;

/**
 * Holds two texts against each other as the parser sees them: what a word is depends on the line
 * breaks beside it, so that this is asked of the lexer and not thought out.
 */
final class SameWords {
    /** A word with what the lexer takes it for, or a comment. */
    private record Word(int type, String text) {}

    private SameWords() {}

    /** The first word or comment, counted from 0, that is not the same; -1 if there is none. */
    static int firstDifference(String one, String other) {
        List<Word> left = words(one);
        List<Word> right = words(other);
        int n = Math.min(left.size(), right.size());
        for (int i = 0; i < n; i++) if (!isSame(left, right, i)) return i;
        return left.size() == right.size() ? -1 : n;
    }

    /**
     * A name is one sort of word before a brace on its line and another without; the grammar takes
     * both for a name.
     */
    private static boolean isSame(List<Word> left, List<Word> right, int i) {
        Word l = left.get(i);
        Word r = right.get(i);
        if (l.equals(r)) return true;
        return l.text.equals(r.text)
                && isName(l.type)
                && isName(r.type)
                && isBrace(left, i + 1)
                && isBrace(right, i + 1);
    }

    private static boolean isName(int type) {
        return type == InfraLexer.RULE_ID || type == InfraLexer.RULE_BLOCK_NAME;
    }

    private static boolean isBrace(List<Word> words, int i) {
        return i < words.size() && words.get(i).text.equals("{");
    }

    private static List<Word> words(String text) {
        InfraLexer lexer = new InfraLexer();
        lexer.setCharStream(new ANTLRStringStream(text));
        List<Word> all = new ArrayList<>();
        for (Token t = lexer.nextToken(); t.getType() != Token.EOF; t = lexer.nextToken())
            switch (t.getType()) {
                case InfraLexer.RULE_SPACE, InfraLexer.RULE_NEWLINE -> {}
                case InfraLexer.RULE_ML_COMMENT ->
                        all.add(new Word(t.getType(), comment(t.getText())));
                default -> all.add(new Word(t.getType(), t.getText()));
            }
        return all;
    }

    /** A comment without the indents of its lines. */
    private static String comment(String text) {
        return text.lines().map(String::stripLeading).collect(Collectors.joining("\n"));
    }
}
