// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.actions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.ide.diagnostics.LspDiagnostics;
import org.araverus.infra.dsl.ide.imports.Imports;
import org.araverus.infra.dsl.ide.text.Lines;
import org.araverus.infra.dsl.workspace.Findings;
import org.araverus.infra.dsl.workspace.TextEdit;
import org.araverus.infra.dsl.workspace.TextFix;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Changes of several texts that do not meet, gathered for one edit. */
final class Changes {
    private final Asked asked;
    private final LspDiagnostics diagnostics;
    private final String own;
    private final Map<String, List<TextEdit>> byFile = new LinkedHashMap<>();
    private final Map<String, Lines> lines = new LinkedHashMap<>();

    Changes(Asked asked, LspDiagnostics diagnostics) {
        this.asked = asked;
        this.diagnostics = diagnostics;
        this.own = Findings.name(asked.resource());
    }

    /** All edits of a fix, or none of them: false where one meets an edit that is here. */
    boolean add(TextFix fix) {
        if (fix.edits().stream().anyMatch(this::meets)) return false;
        fix.edits().forEach(this::put);
        return true;
    }

    /** A change of the own text. */
    Changes add(int offset, int length, String text) {
        put(new TextEdit(own, offset, length, text));
        return this;
    }

    Changes add(Imports.Change c) {
        return add(c.offset(), c.length(), c.text());
    }

    private void put(TextEdit e) {
        List<TextEdit> all = byFile.computeIfAbsent(e.file(), f -> new ArrayList<>());
        if (!all.contains(e)) all.add(e);
    }

    private boolean meets(TextEdit e) {
        return byFile.getOrDefault(e.file(), List.of()).stream()
                .anyMatch(o -> !o.equals(e) && meet(o, e));
    }

    /** Two that are put in at one place meet too: nobody knows which comes first. */
    private static boolean meet(TextEdit a, TextEdit b) {
        int from = Math.max(a.offset(), b.offset());
        int to = Math.min(a.offset() + a.length(), b.offset() + b.length());
        return from < to || from == to && (a.length() == 0 || b.length() == 0);
    }

    boolean isEmpty() {
        return byFile.isEmpty();
    }

    WorkspaceEdit edit() {
        Map<String, List<org.eclipse.lsp4j.TextEdit>> all = new LinkedHashMap<>();
        byFile.forEach(
                (file, edits) ->
                        all.put(
                                file.equals(own) ? asked.document() : diagnostics.address(file),
                                edits.stream().map(e -> edit(e, lines(file))).toList()));
        return new WorkspaceEdit(all);
    }

    private static org.eclipse.lsp4j.TextEdit edit(TextEdit e, Lines in) {
        return new org.eclipse.lsp4j.TextEdit(
                in.range(e.offset(), e.offset() + e.length()), e.text());
    }

    private Lines lines(String file) {
        return file.equals(own)
                ? asked.lines()
                : lines.computeIfAbsent(file, f -> new Lines(Findings.text(asked.resource(), f)));
    }
}
