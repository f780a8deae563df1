// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import org.araverus.infra.report.render.Paint.Style;

/** A page of the documentation (Markdown) as a terminal shows it. */
public final class Page {
    private static final String FENCE = "```";
    private static final int GAP = 3;

    private final Paint paint;
    private final StringBuilder out = new StringBuilder();
    private Columns table;
    private boolean code;

    private Page(Paint paint) {
        this.paint = paint;
        this.table = new Columns(paint, "", GAP);
    }

    /** Headings stand out, code is set in, marks that a person need not see are gone. */
    public static String write(String markdown, Paint paint) {
        Page page = new Page(paint);
        markdown.lines().forEach(page::line);
        page.endTable();
        return page.out.toString().strip() + "\n";
    }

    private void line(String line) {
        if (line.startsWith(FENCE)) {
            code = !code;
        } else if (code) {
            out.append(line.isEmpty() ? "" : "    " + line).append('\n');
        } else if (line.startsWith("|")) {
            row(line);
        } else if (!line.startsWith("<!--")) {
            endTable();
            if (line.startsWith("#"))
                out.append(paint.of(Style.STRONG, line.replaceFirst("^#+\\s*", "")));
            else out.append(plain(line));
            out.append('\n');
        }
    }

    private void row(String line) {
        if (line.startsWith("|---")) return;
        for (String cell : line.substring(1).split("\\|")) table.left(plain(cell.strip()));
        table.end();
    }

    private void endTable() {
        if (table.isEmpty()) return;
        out.append(table.text());
        table = new Columns(paint, "", GAP);
    }

    private static String plain(String line) {
        return line.replace("**", "")
                .replace("`", "")
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1");
    }
}
