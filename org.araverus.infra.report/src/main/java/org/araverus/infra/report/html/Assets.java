// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What stands in the file beside the words.
 *
 * @param style the style sheet
 * @param early the script that runs before anything is drawn
 * @param library Apache ECharts
 * @param script the script that draws charts
 */
public record Assets(String style, String early, String library, String script) {

    static Assets load() {
        return new Assets(
                text("report.css"),
                text("early.js"),
                text("echarts.common.min.js"),
                text("report.js"));
    }

    private static String text(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is not in this build");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
