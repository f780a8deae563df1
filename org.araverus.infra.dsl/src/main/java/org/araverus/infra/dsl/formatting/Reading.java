// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.infra.Annotation;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Import;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.Junk;
import org.araverus.infra.dsl.infra.Let;
import org.araverus.infra.dsl.infra.NamedBlock;
import org.araverus.infra.dsl.infra.OverrideAt;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.infra.Require;
import org.araverus.infra.dsl.infra.Run;
import org.araverus.infra.dsl.infra.Setting;
import org.araverus.infra.dsl.infra.Without;
import org.araverus.infra.dsl.resource.SyntaxDiagnostic;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.util.LineAndColumn;
import org.jspecify.annotations.Nullable;

/** The pieces of a parsed text, or what keeps it from being laid out. */
final class Reading {
    private final List<Piece> pieces = new ArrayList<>();
    private final Sign.Cache signs = new Sign.Cache();
    private final String text;
    private @Nullable Unreadable unreadable;
    private @Nullable EObject begins;
    private int annotationEnd;
    private int newlines;

    private Reading(String text) {
        this.text = text;
    }

    static Reading of(IParseResult parsed) {
        ICompositeNode root = parsed.getRootNode();
        Reading r = new Reading(root.getText());
        for (INode error : parsed.getSyntaxErrors()) {
            AbstractDiagnostic d = SyntaxDiagnostic.of(error);
            r.refuse(d.getLine(), d.getColumn(), d.getMessage());
        }
        if (r.unreadable == null) r.walk(root);
        return r;
    }

    List<Piece> pieces() {
        return pieces;
    }

    String text() {
        return text;
    }

    /** Why nothing is made of the text; null if something is. */
    @Nullable Unreadable unreadable() {
        return unreadable;
    }

    private void refuse(int line, int column, String message) {
        if (unreadable == null) unreadable = new Unreadable(line, column, message);
    }

    private void refuse(INode at, String message) {
        LineAndColumn place = NodeModelUtils.getLineAndColumn(at, at.getOffset());
        refuse(place.getLine(), place.getColumn(), message);
    }

    private void walk(ICompositeNode root) {
        for (INode node : root.getAsTreeIterable()) {
            if (node instanceof ILeafNode leaf) leaf(leaf);
            else if (node instanceof ICompositeNode c && c.hasDirectSemanticElement()) open(c);
        }
    }

    private void open(ICompositeNode node) {
        EObject element = node.getSemanticElement();
        switch (element) {
            case Junk junk -> refuse(node, junk.getToken() + " does not belong here");
            case Declaration d when !(d.eContainer() instanceof InfraFile) ->
                    refuse(node, "a } is missing before this");
            case Annotation a -> {
                annotationEnd = node.getEndOffset();
                if (a.eContainer() instanceof InfraFile file && begins == null) begin(file, a);
            }
            case Declaration d -> begins = d;
            case Import i -> begins = i;
            case Let l -> begins = l;
            case Attribute a -> member(node, a);
            case Part p -> member(node, p);
            case Block b -> member(node, b);
            case NamedBlock b -> member(node, b);
            case Setting s -> member(node, s);
            case OverrideAt o -> member(node, o);
            case Without w -> member(node, w);
            case Run r -> member(node, r);
            case Require r -> member(node, r);
            default -> {}
        }
    }

    /** The annotations of the package begin it. */
    private void begin(InfraFile file, Annotation a) {
        if (file.getAnnotations().getFirst() == a) begins = file;
    }

    private void member(INode node, EObject member) {
        if (member.eContainer() instanceof InfraFile)
            refuse(node, "this stands outside of any element");
        begins = member;
    }

    private void leaf(ILeafNode leaf) {
        if (leaf.getLength() == 0) return;
        String t = leaf.getText();
        if (leaf.isHidden()) {
            hidden(leaf, t);
            return;
        }
        Sign sign = signs.of(leaf.getGrammarElement());
        boolean annotation = leaf.getOffset() < annotationEnd;
        if (sign.text().equals("package") && sign.rule().equals("InfraFile") && !afterAnnotation())
            begins = leaf.getSemanticElement();
        pieces.add(Piece.word(leaf.getOffset(), t, newlines, sign, begins, annotation));
        begins = null;
        newlines = 0;
    }

    private boolean afterAnnotation() {
        return !pieces.isEmpty() && pieces.getLast().annotation;
    }

    private void hidden(ILeafNode leaf, String t) {
        Piece.Sort sort = sort(leaf);
        if (sort == null) {
            newlines += lines(t);
            return;
        }
        pieces.add(Piece.comment(sort, leaf.getOffset(), t, newlines));
        newlines = 0;
    }

    private static Piece.@Nullable Sort sort(ILeafNode leaf) {
        String rule =
                leaf.getGrammarElement() instanceof RuleCall c
                        ? c.getRule().getName()
                        : leaf.getGrammarElement() instanceof org.eclipse.xtext.AbstractRule r
                                ? r.getName()
                                : "";
        return switch (rule) {
            case "SL_COMMENT" -> Piece.Sort.LINE_COMMENT;
            case "ML_COMMENT" -> Piece.Sort.BLOCK_COMMENT;
            default -> null;
        };
    }

    /** Line ends of a stretch of them; a carriage return and a line feed are one. */
    private static int lines(String blanks) {
        int n = 0;
        for (int i = 0; i < blanks.length(); i++) {
            char c = blanks.charAt(i);
            boolean pair = c == '\n' && i > 0 && blanks.charAt(i - 1) == '\r';
            if (c == '\n' || c == '\r') n += pair ? 0 : 1;
        }
        return n;
    }
}
