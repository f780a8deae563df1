// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.tokens;

import java.util.Arrays;
import java.util.List;
import org.eclipse.lsp4j.SemanticTokenTypes;

/** The kinds of words, in the order of the legend, under the protocol's standard names. */
public enum TokenType {
    NAMESPACE(SemanticTokenTypes.Namespace),
    /** A unit. */
    TYPE(SemanticTokenTypes.Type),
    /** A declared element: accelerator, rack, model, workload. */
    CLASS(SemanticTokenTypes.Class),
    /** A block, and the kind of a named one. */
    STRUCT(SemanticTokenTypes.Struct),
    PARAMETER(SemanticTokenTypes.Parameter),
    /** A role, a let, the name of a named block. */
    VARIABLE(SemanticTokenTypes.Variable),
    /** An attribute or a metric. */
    PROPERTY(SemanticTokenTypes.Property),
    ENUM_MEMBER(SemanticTokenTypes.EnumMember),
    /** A function or an evaluate. */
    FUNCTION(SemanticTokenTypes.Function),
    KEYWORD(SemanticTokenTypes.Keyword),
    COMMENT(SemanticTokenTypes.Comment),
    STRING(SemanticTokenTypes.String),
    NUMBER(SemanticTokenTypes.Number),
    OPERATOR(SemanticTokenTypes.Operator),
    /** An annotation. */
    DECORATOR(SemanticTokenTypes.Decorator);

    private final String text;

    TokenType(String text) {
        this.text = text;
    }

    /** The protocol's names, by ordinal. */
    public static List<String> legend() {
        return Arrays.stream(values()).map(t -> t.text).toList();
    }

    /** The protocol's name. */
    public String text() {
        return text;
    }
}
