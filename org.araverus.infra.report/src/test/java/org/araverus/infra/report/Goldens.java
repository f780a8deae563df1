// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers kept in files; {@code -Dgoldens=write} writes them anew. */
public final class Goldens {
    private static final boolean WRITE = "write".equals(System.getProperty("goldens"));

    private Goldens() {}

    /** Compares an answer with the file that keeps it, by its name beside the test class. */
    public static void check(Class<?> test, String name, String actual) {
        String folder = test.getPackageName().replace('.', '/');
        check(Path.of("src/test/resources", folder, name), actual);
    }

    /** Compares an answer with a file. */
    public static void check(Path file, String actual) {
        try {
            if (WRITE) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual)
                    .as("%s; -Dgoldens=write writes it anew", file)
                    .isEqualTo(Files.readString(file).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
