// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.araverus.infra.dsl.infra.Access;
import org.araverus.infra.dsl.infra.Argument;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.AttributeDefinition;
import org.araverus.infra.dsl.infra.Binary;
import org.araverus.infra.dsl.infra.Call;
import org.araverus.infra.dsl.infra.Conditional;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.InfraPackage;
import org.araverus.infra.dsl.infra.ListLiteral;
import org.araverus.infra.dsl.infra.MetricDefinition;
import org.araverus.infra.dsl.infra.Negation;
import org.araverus.infra.dsl.infra.OverrideAt;
import org.araverus.infra.dsl.infra.Quantity;
import org.araverus.infra.dsl.infra.Range;
import org.araverus.infra.dsl.infra.Reference;
import org.araverus.infra.dsl.infra.Uncertain;
import org.araverus.infra.dsl.registry.Registry;
import org.araverus.infra.dsl.scoping.InfraScopeProvider;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/** Which unit a number has where it stands. */
final class Expected {
    private static final Pattern KEY = Pattern.compile("(\\w+)[ \\t]*:[ \\t]*$");

    private Expected() {}

    /**
     * The unit of the attribute whose value a number is, or of what it is compared with, as the
     * registry writes it; null where nothing says it.
     *
     * @param offset of the number
     */
    static @Nullable String unit(XtextResource resource, int offset) {
        ILeafNode leaf =
                NodeModelUtils.findLeafNodeAtOffset(
                        resource.getParseResult().getRootNode(), offset);
        EObject at = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
        if (at == null) return null;
        String unit = unit(at);
        return unit != null ? unit : byKey(resource, at, offset);
    }

    /** While half a unit stands behind the number, the word before the colon says it. */
    private static @Nullable String byKey(XtextResource resource, EObject at, int offset) {
        String text = resource.getParseResult().getRootNode().getText();
        Matcher key = KEY.matcher(text.substring(text.lastIndexOf('\n', offset - 1) + 1, offset));
        EObject body = InfraScopeProvider.bodyOf(at);
        if (!key.find() || body == null) return null;
        IEObjectDescription d =
                resource.getResourceServiceProvider()
                        .get(InfraScopeProvider.class)
                        .keys(body, InfraPackage.Literals.ATTRIBUTE__KEY)
                        .getSingleElement(QualifiedName.create(key.group(1)));
        return d != null && d.getEObjectOrProxy() instanceof AttributeDefinition a ? unit(a) : null;
    }

    private static @Nullable String unit(EObject number) {
        for (EObject c = number; c != null; c = c.eContainer()) {
            if (c instanceof Attribute || c instanceof OverrideAt)
                return unit(InfraScopeProvider.valued(c));
            EObject around = c.eContainer();
            if (around instanceof Binary b && isComparison(b))
                return unitOf(b.getLeft() == c ? b.getRight() : b.getLeft());
            if (!keepsUnit(around)) return null;
        }
        return null;
    }

    private static boolean isComparison(Binary b) {
        return switch (b.getOp()) {
            case "<=", "<", ">=", ">", "==", "!=" -> true;
            default -> false;
        };
    }

    private static boolean keepsUnit(@Nullable EObject around) {
        return switch (around) {
            case Binary b -> b.getOp().equals("+") || b.getOp().equals("-");
            case Uncertain u -> true;
            case Range r -> true;
            case Negation n -> true;
            case ListLiteral l -> true;
            case Conditional c -> true;
            case Argument a -> true;
            case Call c -> true;
            case Quantity q -> true;
            case Attribute a -> true;
            case OverrideAt o -> true;
            case null, default -> false;
        };
    }

    private static @Nullable String unit(@Nullable AttributeDefinition a) {
        if (a == null) return null;
        return switch (Registry.type(a)) {
            case VALUE, SPAN, DISTRIBUTION, NUMBER_LIST -> a.getUnit();
            case REF -> a.getOrQuantity();
            case COUNT, CHOICE, FLAG, TEXT, TEXT_LIST -> "";
        };
    }

    private static @Nullable String unitOf(Expr e) {
        if (!(e instanceof Access || e instanceof Reference)) return null;
        return switch (InfraScopeProvider.targetOf(e)) {
            case MetricDefinition m -> m.getUnit();
            case AttributeDefinition a -> unit(a);
            case null, default -> null;
        };
    }
}
