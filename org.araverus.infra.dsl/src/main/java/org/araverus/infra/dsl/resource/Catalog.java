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
     */
    public record Entry(String kind, String name) {}

    /** All elements, by file and in the order of each. */
    public static List<Entry> entries() {
        return INDEX.entries().stream().map(e -> new Entry(e.kind(), e.qualifiedName())).toList();
    }

    /** The qualified name of the element that lists an alias. */
    public static Optional<String> byAlias(String alias) {
        return Optional.ofNullable(INDEX.byAlias(alias)).map(LibraryIndex.Entry::qualifiedName);
    }
}
