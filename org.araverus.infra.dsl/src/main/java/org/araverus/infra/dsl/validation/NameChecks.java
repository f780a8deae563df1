// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.ATTRIBUTE__KEY;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.BLOCK__DEFINITION;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.ELEMENT;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.REFERABLE__NAME;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.Definition;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.Member;
import org.araverus.infra.dsl.infra.Referable;
import org.araverus.infra.dsl.infra.Topology;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.resource.Library;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsProvider;
import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;

/** Names given twice, and elements that extend themselves. */
class NameChecks extends Checks {
    /** Two things of one name. */
    static final String DUPLICATE_NAME = "duplicate-name";

    /** An attribute or a block twice in one body. */
    static final String DUPLICATE_ATTRIBUTE = "duplicate-attribute";

    /** An element that extends itself, over others or not. */
    static final String CYCLIC_EXTENDS = "cyclic-extends";

    @Inject private IQualifiedNameProvider names;
    @Inject private ResourceDescriptionsProvider descriptions;
    @Inject private Library library;

    // ---- elements

    @Check
    public void elements(InfraFile file) {
        Resource resource = file.eResource();
        Map<QualifiedName, Element> own = new HashMap<>();
        IResourceDescriptions all =
                Library.owns(resource.getURI())
                        ? null
                        : descriptions.getResourceDescriptions(resource);
        for (Element e : Elements.of(resource)) {
            QualifiedName name = names.getFullyQualifiedName(e);
            if (name == null) continue;
            Element first = own.putIfAbsent(name, e);
            String other =
                    first != null
                            ? "line " + line(first)
                            : all == null ? null : elsewhere(name, resource, all);
            if (other != null)
                error(
                        "two elements are called " + name + "; the other one is in " + other,
                        e,
                        REFERABLE__NAME,
                        DUPLICATE_NAME);
        }
    }

    /** The file of another element with the name; null if there is none. */
    private @Nullable String elsewhere(
            QualifiedName name, Resource resource, IResourceDescriptions all) {
        URI own = resource.getURI();
        for (IEObjectDescription d : all.getExportedObjects(ELEMENT, name, false)) {
            URI other = d.getEObjectURI().trimFragment();
            if (!other.equals(own)) return other.lastSegment();
        }
        for (IEObjectDescription d : library.index().getExportedObjects(ELEMENT, name, false)) {
            URI other = d.getEObjectURI().trimFragment();
            // who works on the library has its files open
            if (!other.lastSegment().equals(own.lastSegment()))
                return "the library, " + other.path().substring(1);
        }
        return null;
    }

    private static int line(EObject o) {
        return NodeModelUtils.findActualNodeFor(o).getStartLine();
    }

    // ---- members of a body

    @Check
    public void members(EObject body) {
        List<Member> members = Elements.members(body);
        if (members.size() < 2) return;
        Map<Object, EObject> seen = new HashMap<>();
        if (body instanceof Topology t && t.getShape() != null) seen.put("shape", t);
        for (Member m : members) {
            switch (m) {
                case Attribute a -> definition(a, a.getKey(), ATTRIBUTE__KEY, seen);
                case Block b -> definition(b, b.getDefinition(), BLOCK__DEFINITION, seen);
                case Referable r when r.getName() != null -> name(r, seen);
                default -> {}
            }
        }
    }

    private void definition(
            EObject member,
            @Nullable Definition definition,
            EStructuralFeature feature,
            Map<Object, EObject> seen) {
        if (definition == null || definition.eIsProxy()) return;
        EObject first = seen.putIfAbsent(definition, member);
        if (first == null
                && definition.getName().equals("shape")
                && seen.get("shape") instanceof Topology t) first = t;
        if (first == null) first = role(definition.getName(), seen);
        if (first != null)
            error(
                    definition.getName()
                            + " stands here twice; the other one is in line "
                            + line(first),
                    member,
                    feature,
                    DUPLICATE_ATTRIBUTE);
    }

    private static @Nullable EObject role(String name, Map<Object, EObject> seen) {
        return seen.get(QualifiedName.create(name));
    }

    private void name(Referable r, Map<Object, EObject> seen) {
        EObject first = seen.putIfAbsent(QualifiedName.create(r.getName()), r);
        if (first != null)
            error(
                    "two members are called "
                            + r.getName()
                            + "; the other one is in line "
                            + line(first),
                    r,
                    REFERABLE__NAME,
                    DUPLICATE_NAME);
    }

    // ---- descent

    /** One message at each member of the ring. */
    @Check
    public void descent(Element e) {
        List<Element> ring = ring(e);
        if (ring.isEmpty()) return;
        List<String> steps = new ArrayList<>();
        for (Element r : ring) steps.add(r.getName());
        steps.add(e.getName());
        error(
                e.getName() + " extends itself: " + String.join(" extends ", steps),
                e,
                e.eClass().getEStructuralFeature("superType"),
                CYCLIC_EXTENDS);
    }

    private static List<Element> ring(Element from) {
        Set<Element> way = new LinkedHashSet<>();
        for (Element e = from; e != null; e = Elements.superOf(e)) {
            if (!way.add(e)) return e == from ? List.copyOf(way) : List.of();
        }
        return List.of();
    }
}
