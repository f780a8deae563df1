// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.actions;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.ide.diagnostics.LspDiagnostics;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.Findings;
import org.araverus.infra.dsl.workspace.TextFix;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.jspecify.annotations.Nullable;

/** The fixes that rules offer, alone and for all findings of a rule. */
class FindingActions {
    static final String UNUSED_IMPORT = "unused-import";

    @Inject private Findings findings;
    @Inject private LspDiagnostics diagnostics;
    @Inject private Acceptance acceptance;

    List<CodeAction> of(Asked asked) {
        List<CodeAction> fixes = new ArrayList<>();
        List<CodeAction> accept = new ArrayList<>();
        Map<String, Diagnostic> rules = new LinkedHashMap<>();
        for (Diagnostic d : here(asked)) {
            var shown = lsp(d, asked);
            boolean first = true;
            for (TextFix fix : d.fixes()) {
                fixes.add(action(fix.title(), of(asked, fix), shown, first));
                first = false;
            }
            accept.addAll(acceptance.of(d, shown, asked));
            rules.putIfAbsent(d.code(), d);
        }
        rules.keySet().forEach(rule -> addAll(rule, asked, fixes));
        fixes.addAll(accept);
        return fixes;
    }

    /** All findings of the file that have a place. */
    List<Diagnostic> found(Asked asked) {
        return findings.of(asked.resource()).stream().filter(d -> d.place() != null).toList();
    }

    static int offset(Diagnostic d, Asked asked) {
        return d.place() == null
                ? 0
                : asked.lines().offset(LspDiagnostics.range(d.place()).getStart());
    }

    private List<Diagnostic> here(Asked asked) {
        return found(asked).stream()
                .filter(d -> d.place() != null && asked.touches(LspDiagnostics.range(d.place())))
                .toList();
    }

    /** The same rule in the whole file, where it speaks more than once. */
    private void addAll(String rule, Asked asked, List<CodeAction> into) {
        List<Diagnostic> all =
                found(asked).stream()
                        .filter(d -> d.code().equals(rule) && !d.fixes().isEmpty())
                        .toList();
        if (all.size() < 2) return;
        Changes changes = new Changes(asked, diagnostics);
        int fixed = 0;
        for (Diagnostic d : all) if (changes.add(d.fixes().get(0))) fixed++;
        CodeAction a = new CodeAction("fix all %d of %s in this file".formatted(fixed, rule));
        a.setKind(CodeActionKind.QuickFix);
        a.setEdit(changes.edit());
        a.setDiagnostics(all.stream().map(d -> lsp(d, asked)).toList());
        into.add(a);
    }

    /** The best fix of each finding, as far as they do not meet. */
    void all(Asked asked, Changes into) {
        for (Diagnostic d : found(asked)) if (!d.fixes().isEmpty()) into.add(d.fixes().get(0));
    }

    private Changes of(Asked asked, TextFix fix) {
        Changes changes = new Changes(asked, diagnostics);
        changes.add(fix);
        return changes;
    }

    private org.eclipse.lsp4j.Diagnostic lsp(Diagnostic d, Asked asked) {
        return diagnostics.of(d, asked.document(), file -> Findings.text(asked.resource(), file));
    }

    /** One that mends what is shown; the preferred one is what a key alone does. */
    static CodeAction action(
            String title,
            Changes changes,
            org.eclipse.lsp4j.@Nullable Diagnostic of,
            boolean preferred) {
        CodeAction a = new CodeAction(title);
        a.setKind(CodeActionKind.QuickFix);
        a.setEdit(changes.edit());
        if (of != null) a.setDiagnostics(List.of(of));
        if (preferred) a.setIsPreferred(true);
        return a;
    }
}
