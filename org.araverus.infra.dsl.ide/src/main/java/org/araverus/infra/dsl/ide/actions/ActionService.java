// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.actions;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.araverus.infra.dsl.ide.diagnostics.LspDiagnostics;
import org.araverus.infra.dsl.ide.imports.Imports;
import org.araverus.infra.dsl.infra.Import;
import org.araverus.infra.dsl.resource.Library;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/** All actions at a place of a text. */
@Singleton
public class ActionService {
    /** The best fixes of all that is found in a file. */
    public static final String FIX_ALL = CodeActionKind.SourceFixAll + ".infra";

    @Inject private FindingActions findingActions;
    @Inject private WritingActions writingActions;
    @Inject private LspDiagnostics diagnostics;

    /** What the server announces. */
    public static CodeActionOptions options() {
        return new CodeActionOptions(
                List.of(CodeActionKind.QuickFix, FIX_ALL, CodeActionKind.SourceOrganizeImports));
    }

    /** Those of the kinds that are asked for, the fixes first; none in a text of the library. */
    public List<Either<Command, CodeAction>> of(
            Document document, XtextResource resource, CodeActionParams params) {
        if (resource.getParseResult() == null || Library.owns(resource.getURI())) return List.of();
        Asked asked =
                Asked.of(
                        resource,
                        params.getTextDocument().getUri(),
                        document.getContents(),
                        params.getRange());
        List<String> only = params.getContext() == null ? null : params.getContext().getOnly();
        List<CodeAction> all = new ArrayList<>();
        if (isAsked(CodeActionKind.QuickFix, only)) {
            all.addAll(writingActions.of(asked));
            all.addAll(findingActions.of(asked));
        }
        if (isAsked(FIX_ALL, only)) fixAll(asked, all);
        if (isAsked(CodeActionKind.SourceOrganizeImports, only)) imports(asked, all);
        return all.stream().map(Either::<Command, CodeAction>forRight).toList();
    }

    /** A kind stands for itself and for what is below it: {@code source} for all of ours. */
    private static boolean isAsked(String kind, @Nullable List<String> only) {
        return only == null
                || only.isEmpty()
                || only.stream()
                        .anyMatch(o -> o.isEmpty() || kind.equals(o) || kind.startsWith(o + "."));
    }

    private void fixAll(Asked asked, List<CodeAction> into) {
        Changes changes = new Changes(asked, diagnostics);
        writingActions.all(asked, changes);
        findingActions.all(asked, changes);
        source("fix all in this file", FIX_ALL, changes, into);
    }

    private void imports(Asked asked, List<CodeAction> into) {
        Imports imports = new Imports(asked.resource());
        Set<Import> unused = new HashSet<>();
        for (Diagnostic d : findingActions.found(asked))
            if (d.code().equals(FindingActions.UNUSED_IMPORT)) {
                Import i = imports.at(FindingActions.offset(d, asked));
                if (i != null) unused.add(i);
            }
        Imports.Change change = imports.organized(unused);
        if (change != null)
            source(
                    "sort imports, remove those that nothing needs",
                    CodeActionKind.SourceOrganizeImports,
                    new Changes(asked, diagnostics).add(change),
                    into);
    }

    private static void source(String title, String kind, Changes changes, List<CodeAction> into) {
        if (changes.isEmpty()) return;
        CodeAction a = new CodeAction(title);
        a.setKind(kind);
        a.setEdit(changes.edit());
        into.add(a);
    }
}
