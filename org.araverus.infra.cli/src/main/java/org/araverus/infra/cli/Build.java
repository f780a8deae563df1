// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build knows about this program. */
final class Build {
    private Build() {}

    static String version() {
        Properties all = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.getProperty("version");
    }
}
