// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.colours;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.Token;
import org.araverus.infra.dsl.parser.InfraLexer;
import org.araverus.infra.engine.json.Canonical;

/** What the lexer takes the words, numbers and strings of a text for. */
final class Lexed {
    /** Every name that the lexer gives; what is missing here is a keyword or a sign. */
    private static final Map<Integer, String> TYPES =
            Map.ofEntries(
                    Map.entry(InfraLexer.RULE_ID, "name"),
                    Map.entry(InfraLexer.RULE_PATH_HEAD, "name"),
                    Map.entry(InfraLexer.RULE_NUMBER, "number"),
                    Map.entry(InfraLexer.RULE_STRING, "string"),
                    Map.entry(InfraLexer.RULE_SETTING_KEY, "string"),
                    Map.entry(InfraLexer.RULE_SL_COMMENT, "comment"),
                    Map.entry(InfraLexer.RULE_ATTRIBUTE_NAME, "attribute"),
                    Map.entry(InfraLexer.RULE_ROLE_NAME, "attribute"),
                    Map.entry(InfraLexer.RULE_BLOCK_NAME, "block"),
                    Map.entry(InfraLexer.RULE_BLOCK_KIND, "block"),
                    Map.entry(InfraLexer.RULE_UNIT_SYMBOL, "unit"),
                    Map.entry(InfraLexer.RULE_QUALIFIER, "unit"));

    private Lexed() {}

    /** The lines of a text with their tokens, {@code column:type:text} each. */
    static String json(String text) {
        String[] lines = text.split("\n", -1);
        List<List<String>> tokens = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) tokens.add(new ArrayList<>());
        InfraLexer lexer = new InfraLexer();
        lexer.setCharStream(new ANTLRStringStream(text));
        for (Token t = lexer.nextToken(); t.getType() != Token.EOF; t = lexer.nextToken()) {
            String type = type(t);
            if (type != null) {
                tokens.get(t.getLine() - 1)
                        .add("%d:%s:%s".formatted(t.getCharPositionInLine(), type, t.getText()));
            }
        }
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            all.add(Map.of("line", lines[i], "tokens", String.join(" | ", tokens.get(i))));
        }
        return Canonical.write(Map.of("lines", all));
    }

    private static String type(Token token) {
        String known = TYPES.get(token.getType());
        if (known != null) return known;
        String text = token.getText();
        boolean word = !text.isEmpty() && Character.isLetter(text.charAt(0));
        return word && !isStray(token) ? "keyword" : null;
    }

    private static boolean isStray(Token token) {
        return token.getType() == InfraLexer.RULE_STRAY
                || token.getType() == InfraLexer.RULE_ANY_OTHER;
    }
}
