// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers kept in files; {@code -Dgoldens=write} writes them anew. */
final class Goldens {
    private static final boolean WRITE = "write".equals(System.getProperty("goldens"));

    private Goldens() {}

    /** Compares an answer with the file that keeps it, by its name beside the tests. */
    static void check(String name, String actual) throws IOException {
        check(Path.of("src/test/resources/org/araverus/infra/ledger", name), actual);
    }

    /** Compares an answer with a file. */
    static void check(Path file, String actual) throws IOException {
        if (WRITE) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }
}
