// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.formatting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of the repository by their path in it. */
public final class Sources {
    private static final Path ROOT = Path.of("..");

    private Sources() {}

    /** Examples and catalog: what people read as examples of the language. */
    public static Map<String, String> shown() {
        Map<String, String> all = new TreeMap<>();
        add(all, "examples");
        add(all, "org.araverus.infra.dsl/src/main/resources");
        return all;
    }

    /** All, those of tests too, and what fixes make of them by a name of their own. */
    public static Map<String, String> all() {
        Map<String, String> all = shown();
        add(all, "org.araverus.infra.dsl.tests/src/test/resources");
        return all;
    }

    private static void add(Map<String, String> all, String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            for (Path f : files.filter(p -> p.toString().matches(".*\\.(infra|fixed)")).toList())
                all.put(
                        ROOT.relativize(f)
                                .toString()
                                .replace('\\', '/')
                                .replace(".fixed", "-fixed.infra"),
                        Files.readString(f).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
