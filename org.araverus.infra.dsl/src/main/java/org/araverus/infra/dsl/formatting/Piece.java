// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/** A word, a sign, a text or a comment of a file, with what decides about the blanks beside it. */
final class Piece {
    /** What a piece is. */
    enum Sort {
        /** Anything that the parser reads. */
        WORD,
        /** {@code // …}. */
        LINE_COMMENT,
        /** {@code /* … }. */
        BLOCK_COMMENT,
        /** Several words that stay as they are, the blanks and line breaks between them too. */
        AS_WRITTEN
    }

    final Sort sort;
    final int start;
    final String text;

    /** How many lines further down than the piece before it begins. */
    final int newlines;

    /** The keyword, or the name of its terminal rule; empty for a comment. */
    final String sign;

    /** The name of the rule of the grammar that it stands in. */
    final String rule;

    /** What begins here, where that is a member, an element, an import or the package. */
    final @Nullable EObject begins;

    /** Whether it belongs to an annotation. */
    final boolean annotation;

    private Piece(
            Sort sort,
            int start,
            String text,
            int newlines,
            String sign,
            String rule,
            @Nullable EObject begins,
            boolean annotation) {
        this.sort = sort;
        this.start = start;
        this.text = text;
        this.newlines = newlines;
        this.sign = sign;
        this.rule = rule;
        this.begins = begins;
        this.annotation = annotation;
    }

    static Piece word(
            int start,
            String text,
            int newlines,
            Sign sign,
            @Nullable EObject begins,
            boolean annotation) {
        return new Piece(
                Sort.WORD, start, text, newlines, sign.text(), sign.rule(), begins, annotation);
    }

    static Piece comment(Sort sort, int start, String text, int newlines) {
        return new Piece(sort, start, text, newlines, "", "", null, false);
    }

    static Piece asWritten(Piece first, String text) {
        return new Piece(
                Sort.AS_WRITTEN, first.start, text, first.newlines, "", "", first.begins, false);
    }

    int end() {
        return start + text.length();
    }

    boolean is(String keyword) {
        return sign.equals(keyword);
    }

    boolean isComment() {
        return sort == Sort.LINE_COMMENT || sort == Sort.BLOCK_COMMENT;
    }

    /** Whether the line ends with it, whatever follows. */
    boolean endsLine() {
        return sort == Sort.LINE_COMMENT;
    }

    boolean hasLines() {
        return text.indexOf('\n') >= 0;
    }

    /** How wide its last line is. */
    int width() {
        return text.length() - 1 - text.lastIndexOf('\n');
    }

    @Override
    public String toString() {
        return text;
    }
}
