// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.resource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the library holds and in which file, as {@link LibraryIndexer} wrote it. */
final class LibraryIndex {
    /**
     * An element.
     *
     * @param kind keyword of its kind, or {@code let}
     * @param ordinal its place among the elements of its file, from 0
     * @param doc its documentation on one line; empty where it has none
     * @param aliases by which others call it
     */
    record Entry(
            String kind,
            String name,
            String qualifiedName,
            String file,
            int ordinal,
            String doc,
            List<String> aliases) {}

    /** A file and the fingerprint of its text. */
    record File(String path, String packageName, String fingerprint) {}

    private final Map<String, File> files = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byAlias = new HashMap<>();

    /** Reads the index that lies beside the library. */
    static LibraryIndex read() {
        try (InputStream in = LibraryIndex.class.getResourceAsStream("/araverus/library.index")) {
            if (in == null) throw new IllegalStateException("the library has no index");
            return new LibraryIndex(
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LibraryIndex(BufferedReader in) throws IOException {
        File file = new File("", "", "");
        int ordinal = 0;
        for (String line; (line = in.readLine()) != null; ) {
            String[] parts = line.split("\t", -1);
            switch (parts[0]) {
                case "file" -> {
                    file = new File(parts[1], parts[2], parts[3]);
                    files.put(file.path, file);
                    ordinal = 0;
                }
                case "alias" -> {
                    Entry of = entries.get(entries.size() - 1);
                    of.aliases.add(parts[1]);
                    byAlias.putIfAbsent(parts[1], of);
                }
                default -> entries.add(entry(parts, file, ordinal++));
            }
        }
    }

    private static Entry entry(String[] parts, File file, int ordinal) {
        String name = parts[1];
        String qualified = file.packageName.isEmpty() ? name : file.packageName + "." + name;
        return new Entry(
                parts[0], name, qualified, file.path, ordinal, parts[2], new ArrayList<>());
    }

    Map<String, File> files() {
        return files;
    }

    List<Entry> entries() {
        return entries;
    }

    @Nullable Entry byAlias(String alias) {
        return byAlias.get(alias);
    }
}
