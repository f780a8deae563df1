// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import org.araverus.infra.dsl.infra.Access;
import org.araverus.infra.dsl.infra.Definition;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.Index;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.Reference;
import org.araverus.infra.dsl.resource.Elements;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.jspecify.annotations.Nullable;

/** Names of elements and texts of expressions. */
final class Names {
    private Names() {}

    /** Of a definition of the registry; null while it is not resolved. */
    static @Nullable String of(@Nullable Definition d) {
        return d == null || d.eIsProxy() ? null : d.getName();
    }

    /** Package and name, as designs call an element. */
    static String qualified(Element e) {
        String prefix = EcoreUtil.getRootContainer(e) instanceof InfraFile f ? f.getName() : null;
        String name = e.getName() == null ? "?" : e.getName();
        return prefix == null ? name : prefix + "." + name;
    }

    /** Whether a path has a name that is missing or not resolved. */
    static boolean isBroken(@Nullable Expr path) {
        return switch (path) {
            case Reference r -> r.getHead() == null || r.getHead().eIsProxy();
            case Access a ->
                    a.getMember() == null || a.getMember().eIsProxy() || isBroken(a.getTarget());
            case Index i -> isBroken(i.getTarget());
            case null, default -> true;
        };
    }

    /** {@code rack AirRack}. */
    static String shown(Element e) {
        return Elements.kind(e) + " " + e.getName();
    }

    /** The text of an object, comments left out and blanks normalised. */
    static String text(EObject o) {
        INode node = NodeModelUtils.getNode(o);
        return node == null
                ? ""
                : NodeModelUtils.getTokenText(node).strip().replaceAll("\\s+", " ");
    }

    /** The text without any blank, in the case written: what spelled literals are compared with. */
    static String packed(EObject o) {
        return text(o).replace(" ", "");
    }
}
