// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what is expected; {@code -Dgoldens=write} writes them. */
public final class Goldens {
    /** Whether goldens are written instead of compared. */
    public static final boolean WRITE = "write".equals(System.getProperty("goldens"));

    private Goldens() {}

    /** Holds a text to its golden, or writes it. */
    public static void compare(Path golden, String is) throws IOException {
        if (WRITE) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, is);
        }
        assertThat(golden).exists();
        assertThat(is).isEqualTo(Files.readString(golden));
    }
}
