// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.resource;

import com.google.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import org.araverus.infra.dsl.infra.Junk;
import org.araverus.infra.dsl.parser.SyntaxMessages;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextSyntaxDiagnostic;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.jspecify.annotations.Nullable;

/** Where the parser has already spoken, so that nobody says the same in other words. */
public class SyntaxLines {
    @Inject private IResourceScopeCache cache;

    /** Lines with a syntax error, and the first offset from which a brace is missing. */
    private record Known(Set<Integer> lines, int braceMissing) {}

    private Known known(Resource resource) {
        return cache.get(
                SyntaxLines.class,
                resource,
                () -> {
                    Set<Integer> lines = new HashSet<>();
                    int brace = Integer.MAX_VALUE;
                    for (Resource.Diagnostic d : resource.getErrors())
                        if (d instanceof XtextSyntaxDiagnostic s) {
                            lines.add(s.getLine());
                            if (SyntaxMessages.MISSING_BRACE.equals(s.getCode()))
                                brace = Math.min(brace, s.getOffset());
                        }
                    return new Known(lines, brace);
                });
    }

    /** Whether a syntax error stands on a line of an object. */
    public boolean hasError(EObject object) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(object);
        if (node == null) return false;
        Set<Integer> lines = known(object.eResource()).lines;
        if (lines.isEmpty()) return false;
        for (int line = node.getStartLine(); line <= node.getEndLine(); line++)
            if (lines.contains(line)) return true;
        return false;
    }

    /** Whether some brace is missing before an object. */
    public boolean braceMissingBefore(EObject object) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(object);
        return node != null && known(object.eResource()).braceMissing <= node.getOffset();
    }

    /** What stands right before a junk on its line; null if nothing does. */
    public @Nullable EObject before(Junk junk) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(junk);
        if (node == null) return null;
        INode before = node.getPreviousSibling();
        while (before instanceof ILeafNode leaf && leaf.isHidden())
            before = before.getPreviousSibling();
        return before == null || before.getEndLine() != node.getStartLine()
                ? null
                : before.getSemanticElement();
    }

    /** Whether the lexer found that nothing begins with this text. */
    public boolean isStray(Junk junk) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(junk);
        if (node == null) return false;
        for (ILeafNode leaf : node.getLeafNodes())
            if (!leaf.isHidden())
                return leaf.getGrammarElement() instanceof RuleCall call
                        && call.getRule().getName().equals("STRAY");
        return false;
    }
}
