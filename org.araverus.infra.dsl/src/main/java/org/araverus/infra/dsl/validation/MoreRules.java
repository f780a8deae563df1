// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.resource.ResourceSet;

/** The ids of rules beside the built-in ones, kept with the texts that may name them. */
public final class MoreRules extends AdapterImpl {
    private final Set<String> ids = new TreeSet<>();

    private MoreRules() {}

    /** Makes ids known to the texts of a set. */
    public static void add(ResourceSet texts, Collection<String> ids) {
        MoreRules more = find(texts);
        if (more == null) {
            more = new MoreRules();
            texts.eAdapters().add(more);
        }
        more.ids.addAll(ids);
    }

    /** The ids that a set knows, sorted; empty if there are none. */
    static Set<String> of(ResourceSet texts) {
        MoreRules more = texts == null ? null : find(texts);
        return more == null ? Set.of() : more.ids;
    }

    private static MoreRules find(ResourceSet texts) {
        return texts.eAdapters().stream()
                .filter(MoreRules.class::isInstance)
                .map(MoreRules.class::cast)
                .findFirst()
                .orElse(null);
    }
}
