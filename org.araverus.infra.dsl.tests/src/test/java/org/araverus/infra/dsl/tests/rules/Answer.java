// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.TextEdit;
import org.araverus.infra.dsl.workspace.TextFix;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Place;
import org.jspecify.annotations.Nullable;

/** What is found in one text, and what a fix makes of it. */
record Answer(String file, String text, List<Diagnostic> found) {
    static Answer of(String file, String text) {
        return new Answer(file, text, Workspace.ofTexts(Map.of(file, text)).check());
    }

    /** The findings of one rule. */
    List<Diagnostic> of(String rule) {
        return found.stream().filter(d -> d.code().equals(rule)).toList();
    }

    /** All findings as a golden holds them. */
    String shown() {
        StringBuilder all = new StringBuilder();
        for (Diagnostic d : found) {
            show(d, all);
        }
        return all.toString();
    }

    private static void show(Diagnostic d, StringBuilder all) {
        String severity = d.severity().name().toLowerCase(Locale.ROOT);
        Place p = d.place();
        String at = p == null ? "" : p.file() + ":" + p.line() + ":" + p.column() + " ";
        all.append(severity + "[" + d.code() + "] " + at + d.message() + "\n");
        for (Diagnostic.Line l : d.details()) {
            all.append("  = " + l.text() + line("    ", l.place()) + "\n");
        }
        for (Place r : d.related()) {
            all.append(line("  see ", r) + "\n");
        }
        if (!d.fixes().isEmpty()) {
            List<String> titles = d.fixes().stream().map(TextFix::title).toList();
            all.append("  fix: " + String.join(" · or ", titles) + "\n");
        }
    }

    private static String line(String before, @Nullable Place place) {
        return place == null ? "" : before + place.file() + ":" + place.line();
    }

    /** The text with a fix applied; null where the fix changes another file. */
    @Nullable String with(TextFix fix) {
        List<TextEdit> edits = new ArrayList<>(fix.edits());
        edits.sort(Comparator.comparingInt(TextEdit::offset).reversed());
        StringBuilder changed = new StringBuilder(text);
        for (TextEdit e : edits) {
            if (!e.file().equals(file)) {
                return null;
            }
            changed.replace(e.offset(), e.offset() + e.length(), e.text());
        }
        return changed.toString();
    }
}
