// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import com.google.common.base.Predicate;
import java.util.HashSet;
import java.util.Set;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.Member;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.scoping.InfraScopeProvider;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.jspecify.annotations.Nullable;

/** The body at the caret and what it holds already. */
final class Bodies {
    private Bodies() {}

    /**
     * The innermost body whose braces hold the caret: the current model may be a value that ends
     * before it.
     */
    static @Nullable EObject at(ContentAssistContext context) {
        EObject c = NodeModelUtils.findActualSemanticObjectFor(context.getLastCompleteNode());
        while ((c = InfraScopeProvider.bodyOf(c)) != null) {
            INode node = NodeModelUtils.getNode(c);
            int open = -1;
            int close = Integer.MAX_VALUE;
            if (node != null)
                for (INode leaf : node.getLeafNodes())
                    if (leaf.getGrammarElement() instanceof Keyword k
                            && NodeModelUtils.findActualSemanticObjectFor(leaf) == c) {
                        open = k.getValue().equals("{") ? leaf.getOffset() : open;
                        close = k.getValue().equals("}") ? leaf.getOffset() : close;
                    }
            if (open >= 0 && open < context.getOffset() && context.getOffset() <= close) return c;
            c = c.eContainer();
        }
        return null;
    }

    /** What a body has no value of yet; that at the caret may be written anew. */
    static Predicate<IEObjectDescription> absent(
            @Nullable EObject body, ContentAssistContext context) {
        Set<EObject> present = new HashSet<>();
        if (body != null)
            for (Member m : Elements.members(body)) if (!holds(m, context)) add(m, present);
        return d -> present.isEmpty() || !present.contains(d.getEObjectOrProxy());
    }

    private static boolean holds(Member m, ContentAssistContext context) {
        INode node = NodeModelUtils.findActualNodeFor(m);
        int start = context.getOffset() - context.getPrefix().length();
        return node != null && node.getOffset() == start;
    }

    private static void add(Member m, Set<EObject> to) {
        if (m instanceof Attribute a && a.getKey() != null) to.add(a.getKey());
        if (m instanceof Block b && b.getDefinition() != null) to.add(b.getDefinition());
    }

    /** The attributes and blocks that the elements above give a value. */
    static Set<EObject> inherited(@Nullable EObject body) {
        Set<EObject> all = new HashSet<>();
        Set<Element> seen = new HashSet<>();
        Element e = body == null ? null : Elements.elementOf(body);
        while (e != null && seen.add(e) && (e = Elements.superOf(e)) != null) collect(e, all);
        return all;
    }

    private static void collect(EObject body, Set<EObject> into) {
        for (Member m : Elements.members(body)) {
            add(m, into);
            if (m instanceof Block) collect(m, into);
        }
    }
}
