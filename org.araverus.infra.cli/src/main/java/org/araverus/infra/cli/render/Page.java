// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli.render;

import org.araverus.infra.cli.render.Paint.Style;

/** A page of the documentation (Markdown) as a terminal shows it. */
public final class Page {
    private static final String FENCE = "```";

    private Page() {}

    /** Headings stand out, code is set in, marks that a person need not see are gone. */
    public static String write(String markdown, Paint paint) {
        StringBuilder out = new StringBuilder();
        boolean code = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("<!--")) continue;
            if (line.startsWith(FENCE)) {
                code = !code;
            } else if (code) {
                out.append(line.isEmpty() ? "" : "    " + line).append('\n');
            } else if (line.startsWith("#")) {
                String title = line.replaceFirst("^#+\\s*", "");
                out.append(paint.of(Style.STRONG, title)).append('\n');
            } else {
                out.append(plain(line)).append('\n');
            }
        }
        return out.toString().strip() + "\n";
    }

    private static String plain(String line) {
        return line.replace("**", "")
                .replace("`", "")
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1");
    }
}
