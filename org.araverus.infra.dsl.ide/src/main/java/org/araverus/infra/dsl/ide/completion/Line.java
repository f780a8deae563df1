// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/** The line before the caret, as it is typed: it says where a grammar has nothing to follow. */
final class Line {
    private static final Pattern IMPORT = Pattern.compile("^\\s*import\\s+([\\w.*]*)$");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])\\d[\\d_]*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?[ \\t]+(\\S*)$");

    /** Behind these a blank asks for proposals; behind another it only parts two words. */
    private static final Pattern OPEN =
            Pattern.compile(
                    "(?:[:=<>]|\\b(?:x|extends|is|on|run|require|serves|trains|import|without)"
                            + "|(?<![\\w.])\\d[\\d_.]*)[ \\t]$");

    private final String before;
    private final int offset;

    Line(String text, int offset) {
        this.offset = offset;
        this.before = text.substring(text.lastIndexOf('\n', offset - 1) + 1, offset);
    }

    /** What is typed of an import's name; null if the line is none. */
    @Nullable String imported() {
        Matcher m = IMPORT.matcher(before);
        return m.find() ? m.group(1) : null;
    }

    /**
     * A number, and what is typed of the unit behind it.
     *
     * @param offset of the number
     */
    record Number(int offset, String unit) {}

    /** The number before the caret; null if there is none. */
    @Nullable Number number() {
        Matcher m = NUMBER.matcher(before);
        return m.find() ? new Number(offset - before.length() + m.start(), m.group(1)) : null;
    }

    /** Whether a blank was typed where something has to follow. */
    boolean isOpen() {
        return OPEN.matcher(before).find();
    }

    /** Whether a colon was typed and nothing behind it. */
    boolean isBehindColon(int prefix) {
        int end = before.length() - prefix;
        return end > 0 && before.charAt(end - 1) == ':';
    }

    /** Whether the caret is inside a comment. */
    static boolean inComment(XtextResource resource, int offset) {
        ILeafNode leaf = leaf(resource, offset);
        return leaf != null
                && leaf.isHidden()
                && leaf.getGrammarElement() instanceof TerminalRule rule
                && rule.getName().endsWith("COMMENT")
                && (offset < leaf.getEndOffset() || rule.getName().startsWith("SL"));
    }

    /** What stands before the caret; null at the start of a text. */
    static @Nullable ILeafNode leaf(XtextResource resource, int offset) {
        return offset == 0
                ? null
                : NodeModelUtils.findLeafNodeAtOffset(
                        resource.getParseResult().getRootNode(), offset - 1);
    }
}
