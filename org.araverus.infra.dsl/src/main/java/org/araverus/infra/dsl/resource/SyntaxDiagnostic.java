// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.resource;

import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextSyntaxDiagnostic;

/** A syntax error; what is missing is shown behind the text that it should follow. */
public final class SyntaxDiagnostic extends XtextSyntaxDiagnostic {
    private final ILeafNode before;

    private SyntaxDiagnostic(INode error, ILeafNode before) {
        super(error);
        this.before = before;
    }

    /** Of a node with an error. */
    public static XtextSyntaxDiagnostic of(INode error) {
        String code = error.getSyntaxErrorMessage().getIssueCode();
        if (code != null && code.startsWith("missing-"))
            for (INode leaf = previous(error); leaf != null; leaf = previous(leaf))
                if (leaf instanceof ILeafNode l && !l.isHidden())
                    return new SyntaxDiagnostic(error, l);
        return new XtextSyntaxDiagnostic(error);
    }

    private static INode previous(INode of) {
        return NodeModelUtils.findLeafNodeAtOffset(of.getRootNode(), of.getTotalOffset() - 1);
    }

    @Override
    public int getOffset() {
        return before.getOffset();
    }

    @Override
    public int getLength() {
        return before.getLength();
    }

    @Override
    public int getLine() {
        return before.getStartLine();
    }

    @Override
    public int getLineEnd() {
        return before.getEndLine();
    }

    @Override
    public int getColumn() {
        return NodeModelUtils.getLineAndColumn(before, before.getOffset()).getColumn();
    }

    @Override
    public int getColumnEnd() {
        return NodeModelUtils.getLineAndColumn(before, before.getEndOffset()).getColumn();
    }
}
