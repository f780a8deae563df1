// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.resource;

import java.util.List;
import java.util.Optional;

/** What the library holds, by its index: nothing is loaded for it. */
public final class Catalog {
    private static final LibraryIndex INDEX = LibraryIndex.read();

    private Catalog() {}

    /**
     * An element.
     *
     * @param kind keyword of its kind, or {@code let}
     * @param name qualified
     * @param packageName in which it is declared
     * @param file path in the library
     * @param doc its documentation on one line; empty where it has none
     * @param aliases by which ledgers, importers and people call it
     */
    public record Entry(
            String kind,
            String name,
            String packageName,
            String file,
            String doc,
            List<String> aliases) {
        public Entry {
            aliases = List.copyOf(aliases);
        }

        /** The last segment of its name. */
        public String simpleName() {
            return packageName.isEmpty() ? name : name.substring(packageName.length() + 1);
        }
    }

    /** All elements, by file and in the order of each. */
    public static List<Entry> entries() {
        return INDEX.entries().stream().map(Catalog::entry).toList();
    }

    private static Entry entry(LibraryIndex.Entry e) {
        return new Entry(
                e.kind(),
                e.qualifiedName(),
                e.qualifiedName()
                        .substring(
                                0, Math.max(0, e.qualifiedName().length() - e.name().length() - 1)),
                e.file(),
                e.doc(),
                e.aliases());
    }

    /** The qualified name of the element that lists an alias. */
    public static Optional<String> byAlias(String alias) {
        return Optional.ofNullable(INDEX.byAlias(alias)).map(LibraryIndex.Entry::qualifiedName);
    }
}
