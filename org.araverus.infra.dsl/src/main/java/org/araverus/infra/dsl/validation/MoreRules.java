// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.jspecify.annotations.Nullable;

/** The ids of rules beside the built-in ones, kept with the texts that may name them. */
public final class MoreRules extends AdapterImpl {
    private final Set<String> ids = new TreeSet<>();
    private Supplier<Optional<Set<String>>> others = () -> Optional.of(Set.of());

    private MoreRules() {}

    /** Makes ids known to the texts of a set. */
    public static void add(ResourceSet texts, Collection<String> ids) {
        made(texts).ids.addAll(ids);
    }

    /**
     * Makes known who knows more ids, now and later.
     *
     * @param others empty where there are some, and nobody knows which
     */
    public static void ask(ResourceSet texts, Supplier<Optional<Set<String>>> others) {
        made(texts).others = others;
    }

    /** The ids that a set knows, sorted; empty if there are some that nobody knows. */
    static Optional<Set<String>> of(@Nullable ResourceSet texts) {
        MoreRules more = texts == null ? null : find(texts);
        if (more == null) return Optional.of(Set.of());
        return more.others
                .get()
                .map(
                        o -> {
                            Set<String> all = new TreeSet<>(more.ids);
                            all.addAll(o);
                            return all;
                        });
    }

    private static MoreRules made(ResourceSet texts) {
        MoreRules more = find(texts);
        if (more == null) {
            more = new MoreRules();
            texts.eAdapters().add(more);
        }
        return more;
    }

    private static @Nullable MoreRules find(ResourceSet texts) {
        return texts.eAdapters().stream()
                .filter(MoreRules.class::isInstance)
                .map(MoreRules.class::cast)
                .findFirst()
                .orElse(null);
    }
}
