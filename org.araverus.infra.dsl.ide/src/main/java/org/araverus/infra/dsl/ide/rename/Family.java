// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.rename;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.araverus.infra.dsl.infra.*;
import org.araverus.infra.dsl.resource.Elements;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;

/**
 * What has to keep one name: a role, a let or a named block of an element and what overrides it in
 * the elements above and below.
 */
final class Family {
    private Family() {}

    static List<Referable> of(Referable member, IResourceDescriptions index, ResourceSet set) {
        EObject body = member.eContainer();
        Element own = Elements.elementOf(member instanceof Let ? body : member);
        if (own == null || own == member) return List.of(member);
        String address = address(member, own);
        Element top = own;
        for (Element e : line(own)) if (!find(e, address).isEmpty()) top = e;
        Set<Referable> all = new LinkedHashSet<>(List.of(member));
        for (IEObjectDescription d : index.getExportedObjectsByType(top.eClass()))
            if (EcoreUtil.resolve(d.getEObjectOrProxy(), set) instanceof Element e
                    && line(e).contains(top)) all.addAll(find(e, address));
        return List.copyOf(all);
    }

    /** An element and those that it extends. */
    static Set<Element> line(Element from) {
        Set<Element> all = new LinkedHashSet<>();
        for (Element e = from; e != null && all.add(e); e = Elements.superOf(e))
            ;
        return all;
    }

    private static List<Referable> find(Element in, String address) {
        List<Referable> all = new ArrayList<>();
        find(in, in, address, all);
        return all;
    }

    private static void find(EObject body, Element in, String address, List<Referable> into) {
        for (Member m : Elements.members(body)) {
            if (m instanceof Referable r && address.equals(address(r, in))) into.add(r);
            if (m instanceof Block || m instanceof NamedBlock) find(m, in, address, into);
        }
    }

    /** The way from an element to what stands in it; equal ones override each other. */
    private static String address(EObject o, Element from) {
        if (o == from) return "";
        String step =
                switch (o) {
                    case NamedBlock b -> b.getDefinition().getName() + " " + b.getName();
                    case Block b -> String.valueOf(b.getDefinition().getName());
                    case Referable r -> r.eClass().getName() + " " + r.getName();
                    default -> "";
                };
        return address(o.eContainer(), from) + "/" + step;
    }
}
