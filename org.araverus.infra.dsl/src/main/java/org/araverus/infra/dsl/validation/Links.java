// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.Member;
import org.araverus.infra.dsl.infra.NamedBlock;
import org.araverus.infra.dsl.infra.Topology;
import org.araverus.infra.dsl.resource.Elements;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/**
 * The link and the switch of each topology of a file and of each of its tiers, where both are
 * known. What a tier does not say its topology says.
 *
 * @param link the attribute that gives the link in this file
 * @param rate the rate of the link as typed, perhaps in another file
 * @param type the kind of link; null where the attribute gives a plain rate
 * @param port the rate of a port of the switch as typed
 */
record Links(
        Attribute link,
        Rates.Rate rate,
        @Nullable Element type,
        Element switchType,
        Rates.Rate port) {
    static List<Links> of(InfraFile file, Rates rates) {
        List<Links> all = new ArrayList<>();
        for (Element e : Elements.of(file.eResource()))
            if (e instanceof Topology t) {
                add(t, t, rates, all);
                for (Member m : Elements.members(t))
                    if (m instanceof NamedBlock tier) add(tier, t, rates, all);
            }
        return all;
    }

    private static void add(EObject body, Topology topology, Rates rates, List<Links> all) {
        Attribute link = own(body, "link");
        if (link == null) return;
        Element type = Rates.element(link.getValue());
        Rates.Rate rate = type == null ? rates.of(link.getValue()) : rates.of(type, "bandwidth");
        Attribute typed = own(body, "switch");
        Element switchType = typed != null ? Rates.element(typed.getValue()) : switchOf(topology);
        Rates.Rate port = rates.of(switchType, "bandwidth");
        if (rate != null && port != null) all.add(new Links(link, rate, type, switchType, port));
    }

    private static @Nullable Element switchOf(Topology t) {
        Element part = Rates.partType(t, "switch");
        return part != null ? part : Rates.element(Rates.value(t, "switch"));
    }

    private static @Nullable Attribute own(EObject body, String name) {
        for (Member m : Elements.members(body))
            if (m instanceof Attribute a
                    && a.getKey() != null
                    && !a.getKey().eIsProxy()
                    && name.equals(a.getKey().getName())) return a;
        return null;
    }

    /** Whether the rate is typed in the file of the attribute, so that it can be changed there. */
    boolean isTypedHere() {
        return rate.literal().eResource() == link.eResource();
    }
}
