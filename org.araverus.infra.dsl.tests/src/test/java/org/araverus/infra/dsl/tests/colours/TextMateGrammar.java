// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.colours;

import static org.araverus.infra.dsl.tests.colours.Pattern.match;
import static org.araverus.infra.dsl.tests.colours.Pattern.region;
import static org.araverus.infra.dsl.tests.colours.Pattern.span;
import static org.araverus.infra.dsl.tests.colours.Pattern.whole;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The TextMate grammar of the language. Its words are those of the grammar; what a word is follows
 * from its neighbours on the line, as the lexer decides it, as far as regular expressions can see.
 * Where several patterns fit at one place, the first one wins.
 */
final class TextMateGrammar {
    private static final String LETTER = "A-Za-z_°\\x{B5}\\x{3BC}\\x{3A9}";
    private static final String WORD = "(?>[" + LETTER + "][" + LETTER + "0-9]*)";
    private static final String NAMES = "(?>" + WORD + "(?:\\." + WORD + ")*)";
    private static final String APART = "(?<![" + LETTER + "0-9])";

    /** A word begins here, and no dot leads to it. */
    private static final String START = APART + "(?:(?<!\\.)|(?<=\\.\\.))";

    private static final String END = "(?![" + LETTER + "0-9])";
    private static final String BLANKS = "[ \\t]+";
    private static final String COLON = "[ \\t]*:";

    /** What stands before it is no name of an attribute, of a block, or the head of a path. */
    private static final String NO_NAME = END + "(?![ \\t]*[:{\\[]|\\.(?!\\.))";

    private static final String NUMBER = "\\d[\\d_]*(?:\\.\\d[\\d_]*)?(?:[eE][+-]?\\d+)?";
    private static final String STRING = "\"(?:[^\"\\\\]|\\\\.)*\"";

    /** A line ends, a body begins or ends, a member begins. */
    private static final String STOP = "$|(?=[{}])|(?=" + APART + WORD + COLON + ")";

    private static final String KEYWORD = "keyword.control";
    private static final String TYPE = "entity.name.type";

    private final Keywords words;

    private TextMateGrammar(Keywords words) {
        this.words = words;
    }

    /** The grammar as a tree of maps and lists. */
    static Map<String, Object> of(Keywords words) {
        TextMateGrammar grammar = new TextMateGrammar(words);
        return Map.of(
                "comment", "Made from Infra.xtext; a test keeps it true.",
                "name", "Infra",
                "scopeName", "source.infra",
                "fileTypes", List.of("infra"),
                "patterns",
                        Stream.of(
                                        grammar.texts(),
                                        grammar.declarations(),
                                        grammar.members(),
                                        grammar.values())
                                .flatMap(List::stream)
                                .toList());
    }

    private List<Map<String, Object>> texts() {
        return List.of(
                span("/\\*\\*(?!/)", "\\*/", "comment.block.documentation"),
                span("/\\*", "\\*/", "comment.block"),
                whole("//.*$", "comment.line.double-slash"),
                whole(STRING + "(?=" + COLON + ")", "string.quoted.double.key"),
                whole(STRING, "string.quoted.double"),
                whole("@[ \\t]*" + WORD, "storage.type.annotation"));
    }

    private List<Map<String, Object>> declarations() {
        return List.of(
                match(
                        START + any(words.ofFiles()) + BLANKS + "(" + NAMES + "(?:\\.\\*)?)",
                        KEYWORD,
                        "entity.name.namespace"),
                match(
                        "(?:^|(?<=[{}]))[ \\t]*"
                                + plain()
                                + BLANKS
                                + "("
                                + WORD
                                + ")(?=[ \\t]*\\{)",
                        "entity.name.tag.block",
                        "entity.name.section"),
                region(
                        match(
                                START
                                        + any(words.kinds())
                                        + BLANKS
                                        + "("
                                        + WORD
                                        + "|%)(?!"
                                        + COLON
                                        + ")",
                                "keyword.control.kind",
                                TYPE),
                        STOP,
                        List.of(
                                match(
                                        START + any(words.ofHeaders()) + BLANKS + "(" + NAMES + ")",
                                        KEYWORD,
                                        TYPE))));
    }

    private List<Map<String, Object>> members() {
        String run = words.ofPlaces().get(0);
        String on = words.ofPlaces().get(1);
        return List.of(
                whole(APART + WORD + "(?=" + COLON + ")", "variable.other.property"),
                region(
                        match(
                                START + "(" + run + ")" + NO_NAME + "(?:" + BLANKS + "(" + NAMES
                                        + "))?",
                                KEYWORD,
                                TYPE),
                        STOP,
                        List.of(match(START + "(" + on + ")" + NO_NAME, KEYWORD))),
                match(
                        START + any(words.ofNames()) + NO_NAME + BLANKS + "(" + WORD + ")",
                        KEYWORD,
                        "variable.other.readwrite"),
                whole(START + any(words.ofMembers()) + NO_NAME, KEYWORD),
                match(
                        "(?<=["
                                + LETTER
                                + "0-9)\\]%][ \\t]|[ \\t][ \\t])("
                                + words.ofParts()
                                + ")"
                                + END
                                + "(?![ \\t]*[:=(.,){])(?:"
                                + BLANKS
                                + "("
                                + NAMES
                                + ")(?!"
                                + COLON
                                + "))?",
                        KEYWORD,
                        TYPE),
                whole(START + WORD + "(?=[ \\t]*\\{)", "entity.name.tag.block"));
    }

    private List<Map<String, Object>> values() {
        String unit = "(?:" + unit("[:{]") + "|%)(?:\\^-?\\d+)?";
        return List.of(
                match(
                        APART
                                + "("
                                + NUMBER
                                + ")(?:[ \\t]*("
                                + unit
                                + "(?:[/*]"
                                + unit
                                + ")*)(?:"
                                + BLANKS
                                + "("
                                + unit("[:{\\[]")
                                + "))?)?",
                        "constant.numeric",
                        "keyword.other.unit",
                        "keyword.other.unit.qualifier"),
                whole(START + any(words.operators()) + NO_NAME, KEYWORD),
                whole(START + any(words.constants()) + NO_NAME, "constant.language"),
                whole(START + WORD + "(?=\\()", "support.function"),
                whole(START + WORD + "(?=[ \\t]*=(?!=))", "variable.parameter"),
                whole(START + "(?=[A-Z])" + WORD, TYPE),
                whole(APART + WORD, "variable.other"),
                whole("<=|>=|==|!=|<|>|\\+-|±|\\.\\.|[-+*/^=]", "keyword.operator"));
    }

    /** A word that is no keyword, as a group. */
    private String plain() {
        return "(?!(?:" + String.join("|", words.all()) + ")" + END + ")(" + WORD + ")";
    }

    /** A word that is no keyword and is followed by neither a dot nor these signs. */
    private String unit(String signs) {
        return "(?!(?:"
                + String.join("|", words.all())
                + ")"
                + END
                + ")"
                + WORD
                + "(?![ \\t]*"
                + signs
                + "|\\.(?!\\.))";
    }

    private static String any(Collection<String> words) {
        return "(" + String.join("|", words) + ")";
    }
}
