// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.hover;

import java.util.ArrayList;
import java.util.List;

/** A hover in the making: paragraphs of Markdown, and rows of a table. */
final class Page {
    private final List<String> parts = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    /** A paragraph; nothing where the text is empty. */
    Page text(String text) {
        if (!text.isBlank()) {
            table();
            parts.add(text);
        }
        return this;
    }

    /** A row: what it is, its number, and what it is held against. */
    Page row(String what, String number, String against) {
        rows.add("| " + what + " | " + number + " | " + against + " |");
        return this;
    }

    /** Lines of a list. */
    Page list(List<String> lines) {
        return lines.isEmpty() ? this : text("- " + String.join("\n- ", lines));
    }

    private void table() {
        if (!rows.isEmpty()) parts.add("| | | |\n|---|---|---|\n" + String.join("\n", rows));
        rows.clear();
    }

    /** All of it; empty where nothing was said. */
    String markdown() {
        table();
        return String.join("\n\n", parts);
    }
}
