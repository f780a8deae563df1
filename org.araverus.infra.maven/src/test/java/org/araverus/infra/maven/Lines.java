// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A log that keeps its lines, each with its level. */
final class Lines extends SystemStreamLog {
    private final List<String> all = new ArrayList<>();

    @Override
    public void error(CharSequence content) {
        all.add("error " + content);
    }

    @Override
    public void warn(CharSequence content) {
        all.add("warn " + content);
    }

    @Override
    public void info(CharSequence content) {
        all.add("info " + content);
    }

    List<String> all() {
        return all;
    }
}
