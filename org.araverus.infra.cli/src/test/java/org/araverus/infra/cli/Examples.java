// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The examples of the project. */
final class Examples {
    private static final Path HOME = Path.of("../examples");

    private Examples() {}

    /** All texts, sorted. */
    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(HOME)) {
            return all.filter(f -> f.toString().endsWith(".infra")).sorted().toList();
        }
    }

    /** Compiles all that can be into a folder; the compiled designs come back, sorted. */
    static List<Path> compiled(Path folder) throws IOException {
        for (Path file : files()) Call.of("compile", file.toString(), "--out", folder.toString());
        try (Stream<Path> designs = Files.list(folder)) {
            return designs.sorted().toList();
        }
    }
}
