// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.araverus.infra.dsl.resource.Catalog;
import org.araverus.infra.dsl.resource.Catalog.Entry;
import org.araverus.infra.engine.registry.Schema;

/**
 * What somebody means by a word: one part, or several of them.
 *
 * @param isList whether a table answers even where it has one line
 * @param said what to tell about a guess; empty where there is none
 */
record CatalogSearch(List<Entry> entries, boolean isList, String said) {

    CatalogSearch {
        entries = List.copyOf(entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** All where nothing is asked for; then exact names, kinds, packages; then what comes near. */
    static CatalogSearch of(String word) {
        List<Entry> all = parts();
        if (word.isEmpty()) return new CatalogSearch(all, true, "");
        List<Entry> exact = those(all, e -> isCalled(e, word::equals));
        if (!exact.isEmpty()) return found(exact);
        List<Entry> group = those(all, e -> e.kind().equals(word) || e.packageName().equals(word));
        if (!group.isEmpty()) return new CatalogSearch(group, true, "");
        String plain = plain(word);
        List<Entry> same = those(all, e -> isCalled(e, n -> plain(n).equals(plain)));
        if (!same.isEmpty()) return found(same);
        List<Entry> inside = those(all, e -> isCalled(e, n -> plain(n).contains(plain)));
        if (!plain.isEmpty() && !inside.isEmpty()) return found(inside);
        return nearest(all, word);
    }

    private static CatalogSearch found(List<Entry> entries) {
        return new CatalogSearch(entries, entries.size() > 1, "");
    }

    private static CatalogSearch nearest(List<Entry> all, String word) {
        List<String> names = new ArrayList<>();
        for (Entry e : all) {
            names.add(e.simpleName());
            names.addAll(e.aliases());
        }
        Optional<String> near = Nearest.to(word, names);
        if (near.isEmpty()) return new CatalogSearch(List.of(), false, "");
        List<Entry> found = those(all, e -> isCalled(e, near.get()::equals));
        return new CatalogSearch(
                found, found.size() > 1, "the catalog has no " + word + "; this is " + near.get());
    }

    private static boolean isCalled(Entry e, Predicate<String> name) {
        return name.test(e.simpleName())
                || name.test(e.name())
                || e.aliases().stream().anyMatch(name);
    }

    /** Letters and digits alone: people write {@code h100-sxm} for {@code H100_SXM}. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static List<Entry> those(List<Entry> all, Predicate<Entry> of) {
        return all.stream().filter(of).toList();
    }

    /** By package, then by kind; units and named values are no parts. */
    private static List<Entry> parts() {
        List<String> kinds = Schema.builtIn().kinds().stream().map(k -> k.name()).toList();
        return Catalog.entries().stream()
                .filter(e -> kinds.contains(e.kind()))
                .sorted(
                        Comparator.comparing(Entry::packageName)
                                .thenComparing(e -> kinds.indexOf(e.kind())))
                .toList();
    }
}
