// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build knows about this program. */
public final class Program {
    private Program() {}

    /** Its version, which a report prints. */
    public static String version() {
        Properties all = new Properties();
        try (InputStream in = Program.class.getResourceAsStream("build.properties")) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.getProperty("version");
    }
}
