// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import java.util.List;
import org.araverus.infra.dsl.ide.pages.RulePages;
import org.araverus.infra.dsl.infra.Annotation;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.InfraPackage;
import org.araverus.infra.dsl.infra.Setting;
import org.araverus.infra.dsl.registry.AnnotationKind;
import org.araverus.infra.dsl.resource.Annotations;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/** Texts that name a rule: the first one of {@code @accept}, and those of a project's settings. */
final class Quoted {
    private Quoted() {}

    /** What is typed of a text before the caret, its quote left out; null outside of a text. */
    static @Nullable String typed(XtextResource resource, int offset) {
        ILeafNode leaf = Line.leaf(resource, offset);
        return leaf == null
                        || !leaf.getText().startsWith("\"")
                        || offset == leaf.getEndOffset() && isClosed(leaf.getText())
                ? null
                : leaf.getText().substring(1, offset - leaf.getOffset());
    }

    private static boolean isClosed(String text) {
        return text.length() > 1 && text.endsWith("\"");
    }

    /** The ids of rules where a text names one; else none. */
    static List<String> ids(XtextResource resource, int offset) {
        ILeafNode leaf = Line.leaf(resource, offset);
        EObject at = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
        for (EObject o = at; o != null; o = o.eContainer()) {
            if (o instanceof Annotation a && Annotations.is(a, AnnotationKind.ACCEPT))
                return isFirst(a, leaf) ? RulePages.ids() : List.of();
            if (o instanceof Setting s) return isKey(s, leaf) ? RulePages.ids() : List.of();
        }
        // a text alone between the braces is no setting yet
        return at instanceof Block b && isKeyed(b)
                        || at != null && at.eContainer() instanceof Block c && isKeyed(c)
                ? RulePages.ids()
                : List.of();
    }

    private static boolean isFirst(Annotation a, ILeafNode leaf) {
        if (a.getArguments().isEmpty()) return true;
        INode first = NodeModelUtils.findActualNodeFor(a.getArguments().get(0));
        return leaf.getOffset() == first.getOffset();
    }

    private static boolean isKey(Setting s, ILeafNode leaf) {
        return NodeModelUtils.findNodesForFeature(s, InfraPackage.Literals.SETTING__KEY).stream()
                .anyMatch(n -> n.getOffset() == leaf.getOffset());
    }

    private static boolean isKeyed(Block b) {
        return b.getDefinition() != null
                && !b.getDefinition().eIsProxy()
                && b.getDefinition().isKeyed();
    }
}
