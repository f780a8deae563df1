// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import org.araverus.infra.dsl.compiler.DesignCompiler;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.engine.design.Place;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/** The element around a place. */
final class Enclosing {
    private Enclosing() {}

    /** Its qualified name; null where there is none. */
    static @Nullable String element(@Nullable Resource resource, Place place, String text) {
        Declaration d = declaration(resource, place, text);
        return d == null ? null : DesignCompiler.nameOf(d);
    }

    static @Nullable Declaration declaration(
            @Nullable Resource resource, Place place, String text) {
        if (!(resource instanceof XtextResource r) || r.getParseResult() == null) return null;
        ILeafNode leaf =
                NodeModelUtils.findLeafNodeAtOffset(
                        r.getParseResult().getRootNode(), offset(text, place));
        EObject o = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
        return o == null || !(Elements.elementOf(o) instanceof Declaration d) ? null : d;
    }

    /** The offset of a place in its text. */
    static int offset(String text, Place place) {
        int at = 0;
        for (int line = 1; line < place.line(); line++) {
            int end = text.indexOf('\n', at);
            if (end < 0) return Math.max(0, text.length() - 1);
            at = end + 1;
        }
        return Math.min(at + place.column() - 1, Math.max(0, text.length() - 1));
    }
}
