// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.tokens;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.*;

import org.araverus.infra.dsl.infra.*;
import org.araverus.infra.dsl.resource.Library;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.jspecify.annotations.Nullable;

/**
 * What one leaf of the syntax tree is. The tree says what the lexer and the parser made of a word;
 * for a reference, what it leads to.
 */
final class Classifier {
    /** A kind of word without its place. */
    record Kind(TokenType type, int modifiers) {
        Kind(TokenType type) {
            this(type, 0);
        }
    }

    private Classifier() {}

    /** Null for signs and for what could not be read. */
    static @Nullable Kind of(ILeafNode leaf) {
        if (leaf.isHidden())
            return leaf.getText().startsWith("/") ? new Kind(TokenType.COMMENT) : null;
        EObject object = NodeModelUtils.findActualSemanticObjectFor(leaf);
        if (object == null || object instanceof Junk) return null;
        INode named = named(leaf);
        if (named != null) return name(object, named, leaf);
        return leaf.getGrammarElement() instanceof Keyword
                ? keyword(object, leaf.getText())
                : plain(object, leaf.getText());
    }

    /** The node of the whole reference or name that a leaf is part of; null if it is none. */
    private static @Nullable INode named(INode leaf) {
        for (INode n = leaf; n != null; n = n.getParent()) {
            EObject e = n.getGrammarElement();
            if (e instanceof CrossReference) return n;
            if (e != null && "name".equals(feature(e))) return n;
            if (e != null && "importedNamespace".equals(feature(e))) return n;
            if (n.hasDirectSemanticElement()) return null;
        }
        return null;
    }

    private static @Nullable String feature(EObject grammarElement) {
        var assignment = GrammarUtil.containingAssignment(grammarElement);
        return assignment == null ? null : assignment.getFeature();
    }

    private static @Nullable Kind name(EObject object, INode whole, ILeafNode leaf) {
        String text = leaf.getText();
        if (text.equals(".") || text.equals(".*")) return null;
        if (object instanceof InfraFile || object instanceof Import)
            return new Kind(TokenType.NAMESPACE);
        boolean last = leaf.getTotalEndOffset() == whole.getTotalEndOffset();
        if (!(whole.getGrammarElement() instanceof CrossReference link)) return declared(object);
        if (!last) return new Kind(TokenType.NAMESPACE);
        EReference r = GrammarUtil.getReference(link, object.eClass());
        return r == null ? null : reference(object, r);
    }

    private static @Nullable Kind declared(EObject object) {
        Kind k = object instanceof Referable r ? kind(r) : null;
        return k == null ? null : new Kind(k.type, k.modifiers | Token.DECLARATION);
    }

    private static @Nullable Kind reference(EObject object, EReference r) {
        if (r == ANNOTATION__DEFINITION) return new Kind(TokenType.DECORATOR);
        Kind k =
                object.eGet(r) instanceof Referable target && !target.eIsProxy()
                        ? kind(target)
                        : kind(r.getEReferenceType());
        // the keys of members are the language's in any case
        boolean key = r == ATTRIBUTE__KEY || r == BLOCK__DEFINITION || r == NAMED_BLOCK__DEFINITION;
        return key && k != null ? new Kind(k.type) : k;
    }

    private static @Nullable Kind kind(Referable target) {
        Kind k = kind(target.eClass());
        boolean library =
                target.eResource() != null
                        && Library.owns(target.eResource().getURI())
                        && !(target instanceof AttributeDefinition)
                        && !(target instanceof BlockDefinition)
                        && !(target instanceof LiteralDefinition);
        return k == null || !library ? k : new Kind(k.type, k.modifiers | Token.DEFAULT_LIBRARY);
    }

    private static @Nullable Kind kind(EClass c) {
        if (c == UNIT_DECLARATION) return new Kind(TokenType.TYPE);
        if (c == LET || c == PART || c == NAMED_BLOCK || c == REFERABLE)
            return new Kind(TokenType.VARIABLE);
        if (c == EVALUATE || c == FUNCTION_DEFINITION) return new Kind(TokenType.FUNCTION);
        if (c == PROJECT_DECLARATION) return new Kind(TokenType.NAMESPACE);
        if (ELEMENT.isSuperTypeOf(c)) return new Kind(TokenType.CLASS);
        if (c == BLOCK_DEFINITION) return new Kind(TokenType.STRUCT);
        if (c == ATTRIBUTE_DEFINITION) return new Kind(TokenType.PROPERTY);
        if (c == METRIC_DEFINITION) return new Kind(TokenType.PROPERTY, Token.READONLY);
        if (c == LITERAL_DEFINITION) return new Kind(TokenType.ENUM_MEMBER);
        return c == PARAMETER_DEFINITION ? new Kind(TokenType.PARAMETER) : null;
    }

    private static @Nullable Kind keyword(EObject object, String text) {
        if (text.equals("@")) return new Kind(TokenType.DECORATOR);
        if (object instanceof UnitFactor) return new Kind(TokenType.TYPE);
        if (Character.isLetter(text.charAt(0))) return new Kind(TokenType.KEYWORD);
        boolean sign = text.length() > 1 || "+-*/^<>=±".contains(text);
        return sign && !text.equals(".*") ? new Kind(TokenType.OPERATOR) : null;
    }

    /** A terminal that is no name, or a literal of the grammar. */
    private static @Nullable Kind plain(EObject object, String text) {
        boolean inUnit = object instanceof UnitFactor || "/*^".contains(text);
        if (inUnit) return new Kind(TokenType.TYPE);
        char first = text.charAt(0);
        if (first == '"')
            return new Kind(object instanceof Setting ? TokenType.PROPERTY : TokenType.STRING);
        if (Character.isDigit(first)) return new Kind(TokenType.NUMBER);
        if (Character.isLetter(first)) return new Kind(TokenType.KEYWORD);
        return first == '@' ? new Kind(TokenType.DECORATOR) : null;
    }
}
