// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.parser;

import java.util.Map;
import java.util.Set;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.antlr.runtime.UnwantedTokenException;
import org.araverus.infra.dsl.infra.Annotation;
import org.araverus.infra.dsl.infra.Argument;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.ListLiteral;
import org.araverus.infra.dsl.infra.Setting;
import org.araverus.infra.engine.registry.Schema;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the parser did not expect, in words that say what to write. The parser generator's own words
 * reach nobody: whatever has no sentence of its own here "does not belong here".
 */
public class SyntaxMessages implements ISyntaxErrorMessageProvider {
    /** Something stands where it means nothing. */
    public static final String UNEXPECTED_TEXT = "unexpected-text";

    /** An opening or closing sign is missing. */
    public static final String MISSING_BRACE = "missing-brace";

    /** A value is missing. */
    public static final String MISSING_VALUE = "missing-value";

    /** A name is missing. */
    public static final String MISSING_NAME = "missing-name";

    /** A text begins and does not end on its line. */
    public static final String UNCLOSED_TEXT = "unclosed-text";

    /** What is said about a comment without an end. */
    public static final String UNCLOSED_COMMENT = "a comment that begins with /* ends with */";

    /** A number or a text cannot be read. */
    public static final String UNREADABLE_VALUE = "unreadable-value";

    /** Brackets or operators beyond all reason. */
    public static final String TOO_DEEP = "nested-too-deep";

    /** What is said about it. */
    public static final String TOO_DEEP_MESSAGE =
            "this is nested or chained too deep; give a part of it a name";

    private static final Map<String, String> NAMES =
            Map.of(
                    "RULE_ID", "a name",
                    "RULE_BLOCK_NAME", "a name",
                    "RULE_ATTRIBUTE_NAME", "an attribute's name",
                    "RULE_NUMBER", "a number",
                    "RULE_UNIT_SYMBOL", "a unit",
                    "RULE_STRING", "a text in \" \"");

    /** How many words back an element's keyword or an annotation's sign may stand. */
    private static final int LOOK_BACK = 12;

    private static final Set<String> HEADS = Schema.builtIn().keywordsAnd("project");

    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
        RecognitionException e = context.getRecognitionException();
        if (e == null) return unclosed(context);
        String found = found(e.token);
        if (Words.isLimited(found) && "RULE_ANY_OTHER".equals(name(e, context)))
            return new SyntaxErrorMessage(TOO_DEEP_MESSAGE, TOO_DEEP);
        if (e instanceof UnwantedTokenException) return plain(found + " does not belong here");
        if (e instanceof MismatchedTokenException m) {
            SyntaxErrorMessage missing = missing(expected(m, context), e);
            if (missing != null) return missing;
        }
        return position(context.getCurrentContext(), e);
    }

    /** What the lexer could not read to its end. */
    private static SyntaxErrorMessage unclosed(IParserErrorContext context) {
        String said = String.valueOf(context.getDefaultMessage());
        if (said.contains("'*'") || said.contains("'*/'"))
            return new SyntaxErrorMessage(UNCLOSED_COMMENT, UNCLOSED_TEXT);
        return new SyntaxErrorMessage("a text ends with \" on its line", UNCLOSED_TEXT);
    }

    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
        String message = context.getValueConverterException().getMessage();
        return new SyntaxErrorMessage(message, UNREADABLE_VALUE);
    }

    private static SyntaxErrorMessage plain(String message) {
        return new SyntaxErrorMessage(message, UNEXPECTED_TEXT);
    }

    /** The text at the place, or what the end of the file is called. */
    private static String found(@Nullable Token token) {
        if (token == null || token.getType() == Token.EOF) return "the end of the file";
        return token.getText();
    }

    private static String name(RecognitionException e, IParserErrorContext context) {
        int type = e.token.getType();
        return type < 0 ? "" : context.getTokenNames()[type];
    }

    private static String expected(MismatchedTokenException e, IParserErrorContext context) {
        String[] names = context.getTokenNames();
        return e.expecting >= 0 && e.expecting < names.length ? names[e.expecting] : "";
    }

    private static @Nullable SyntaxErrorMessage missing(String expected, RecognitionException e) {
        String sign = expected.replace("'", "");
        boolean atEnd = e.token == null || e.token.getType() == Token.EOF;
        if (sign.equals("}"))
            return atEnd
                    ? new SyntaxErrorMessage("a } is missing at the end of the file", MISSING_BRACE)
                    : plain(found(e.token) + " does not belong here");
        if (sign.matches("[{()\\[\\]]"))
            return new SyntaxErrorMessage(
                    "a " + sign + " is missing" + behind(e), MISSING_BRACE, new String[] {sign});
        if (sign.equals("then") || sign.equals("else"))
            return new SyntaxErrorMessage(
                    "a choice is written  if CONDITION then VALUE else VALUE", MISSING_VALUE);
        String name = NAMES.get(expected);
        return name == null
                ? null
                : new SyntaxErrorMessage(name + " is missing" + behind(e), MISSING_NAME);
    }

    /** {@code behind +}, the text before the place. */
    private static String behind(RecognitionException e) {
        Token before = e.input instanceof TokenStream t ? t.LT(-1) : null;
        return before == null || before.getText() == null
                ? " at the beginning"
                : " behind " + before.getText();
    }

    /** Where no single thing was expected, the place says what is missing. */
    private static SyntaxErrorMessage position(@Nullable EObject at, RecognitionException e) {
        if (at instanceof ListLiteral)
            return new SyntaxErrorMessage("a value or ] is missing" + behind(e), MISSING_VALUE);
        if (at instanceof Expr || at instanceof Argument || at instanceof Setting)
            return new SyntaxErrorMessage("a value is missing" + behind(e), MISSING_VALUE);
        if (at instanceof Annotation)
            return new SyntaxErrorMessage(
                    "an annotation is written  @source(\"where from\")", MISSING_VALUE);
        String found = found(e.token);
        if (isBehindAnnotation(e))
            return plain("an annotation stands before an element, or behind a value on its line");
        if (isHeader(e))
            return new SyntaxErrorMessage(
                    "a { is missing" + behind(e), MISSING_BRACE, new String[] {"{"});
        if (at instanceof InfraFile && Character.isLetter(found.charAt(0))) return beginning(found);
        return plain(found + " does not belong here");
    }

    private static SyntaxErrorMessage beginning(String found) {
        return plain(
                switch (found) {
                    case "import" -> "an import stands before the first element";
                    case "package" -> "the package stands first";
                    default -> found + " begins no element; write for example  rack NAME { }";
                });
    }

    /** Whether no brace was opened since the keyword of the element's line. */
    private static boolean isHeader(RecognitionException e) {
        if (!(e.input instanceof TokenStream t)) return false;
        for (int k = -1; k >= -LOOK_BACK && t.LT(k) != null; k--) {
            String text = t.LT(k).getText();
            if ("{".equals(text) || "}".equals(text)) return false;
            if (HEADS.contains(text)) return isAlone(t, k);
        }
        return false;
    }

    /** Whether a keyword is no attribute's name and no part of an import's. */
    private static boolean isAlone(TokenStream t, int k) {
        Token before = t.LT(k - 1);
        Token after = t.LT(k == -1 ? 1 : k + 1);
        return !":".equals(after.getText()) && (before == null || !".".equals(before.getText()));
    }

    /** Whether {@code @name} or {@code @name("…")} stands before the place. */
    private static boolean isBehindAnnotation(RecognitionException e) {
        if (!(e.input instanceof TokenStream t)) return false;
        if (t.LT(1) != null && "@".equals(t.LT(1).getText())) return e.token != t.LT(1);
        int k = -1;
        if (t.LT(k) != null && ")".equals(t.LT(k).getText()))
            while (k >= -LOOK_BACK && t.LT(k) != null && !"(".equals(t.LT(k--).getText()))
                ;
        return t.LT(k - 1) != null && "@".equals(t.LT(k - 1).getText());
    }
}
