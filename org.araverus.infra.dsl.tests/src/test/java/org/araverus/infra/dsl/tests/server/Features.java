// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import java.util.List;
import java.util.function.Function;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** All that the protocol knows and an editor of texts could use, with a question for each. */
final class Features {
    private Features() {}

    static List<Feature> all() {
        return List.of(
                row(
                        "textDocument/publishDiagnostics",
                        "",
                        "publishDiagnostics",
                        true,
                        x -> x.editor.diagnostics(Examples.BAD)),
                text("textDocument/didOpen", "textDocumentSync", "didOpen"),
                text("textDocument/didChange", "textDocumentSync", "didChange"),
                text("textDocument/didClose", "textDocumentSync", "didClose"),
                row(
                        "textDocument/completion",
                        "completionProvider",
                        "completion",
                        true,
                        x -> completions(x)),
                row(
                        "completionItem/resolve",
                        "completionProvider.resolveProvider",
                        "resolveCompletionItem",
                        false,
                        x ->
                                texts(x).resolveCompletionItem(completions(x).get(0))
                                        .join()
                                        .getDocumentation()),
                row(
                        "textDocument/hover",
                        "hoverProvider",
                        "hover",
                        true,
                        x -> texts(x).hover(x.there(new HoverParams(), "bud|get: 44")).join()),
                none("textDocument/signatureHelp", "signatureHelpProvider", "signatureHelp", true),
                row(
                        "textDocument/definition",
                        "definitionProvider",
                        "definition",
                        true,
                        x ->
                                texts(x).definition(x.there(new DefinitionParams(), "x DGX|_H100"))
                                        .join()
                                        .getLeft()),
                none("textDocument/declaration", "declarationProvider", "declaration", true),
                none(
                        "textDocument/typeDefinition",
                        "typeDefinitionProvider",
                        "typeDefinition",
                        true),
                none(
                        "textDocument/implementation",
                        "implementationProvider",
                        "implementation",
                        true),
                row(
                        "textDocument/references",
                        "referencesProvider",
                        "references",
                        true,
                        x -> texts(x).references(references(x)).join()),
                row(
                        "textDocument/documentHighlight",
                        "documentHighlightProvider",
                        "documentHighlight",
                        true,
                        x ->
                                texts(x).documentHighlight(
                                                x.there(
                                                        new DocumentHighlightParams(),
                                                        "rack Air|Rack"))
                                        .join()),
                row(
                        "textDocument/documentSymbol",
                        "documentSymbolProvider",
                        "documentSymbol",
                        true,
                        x -> texts(x).documentSymbol(new DocumentSymbolParams(x.good())).join()),
                row(
                        "workspace/symbol",
                        "workspaceSymbolProvider",
                        "symbol",
                        true,
                        x ->
                                workspace(x)
                                        .symbol(new WorkspaceSymbolParams("Air"))
                                        .join()
                                        .getRight()),
                row(
                        "textDocument/codeAction",
                        "codeActionProvider",
                        "codeAction",
                        true,
                        x -> texts(x).codeAction(action(x)).join()),
                row(
                        "codeAction/resolve",
                        "codeActionProvider.resolveProvider",
                        "resolveCodeAction",
                        true,
                        x ->
                                texts(x).resolveCodeAction(
                                                texts(x).codeAction(action(x))
                                                        .join()
                                                        .get(0)
                                                        .getRight())
                                        .join()
                                        .getEdit()),
                row(
                        "textDocument/codeLens",
                        "codeLensProvider",
                        "codeLens",
                        true,
                        x -> texts(x).codeLens(new CodeLensParams(x.good())).join()),
                none(
                        "codeLens/resolve",
                        "codeLensProvider.resolveProvider",
                        "resolveCodeLens",
                        true),
                row(
                        "textDocument/inlayHint",
                        "inlayHintProvider",
                        "inlayHint",
                        false,
                        x -> texts(x).inlayHint(new InlayHintParams(x.good(), x.whole())).join()),
                none(
                        "inlayHint/resolve",
                        "inlayHintProvider.resolveProvider",
                        "resolveInlayHint",
                        false),
                row(
                        "textDocument/documentLink",
                        "documentLinkProvider",
                        "documentLink",
                        false,
                        x -> texts(x).documentLink(new DocumentLinkParams(x.good())).join()),
                none(
                        "documentLink/resolve",
                        "documentLinkProvider.resolveProvider",
                        "documentLinkResolve",
                        false),
                row(
                        "textDocument/formatting",
                        "documentFormattingProvider",
                        "formatting",
                        true,
                        x -> formatted(x, false)),
                row(
                        "textDocument/rangeFormatting",
                        "documentRangeFormattingProvider",
                        "rangeFormatting",
                        true,
                        x -> formatted(x, true)),
                none(
                        "textDocument/onTypeFormatting",
                        "documentOnTypeFormattingProvider",
                        "onTypeFormatting",
                        false),
                row(
                        "textDocument/rename",
                        "renameProvider",
                        "rename",
                        true,
                        x ->
                                texts(x).rename(
                                                new RenameParams(
                                                        x.good(), x.at("rack Air|Rack"), "Other"))
                                        .join()
                                        .getChanges()),
                row(
                        "textDocument/prepareRename",
                        "renameProvider.prepareProvider",
                        "prepareRename",
                        true,
                        x ->
                                texts(x).prepareRename(
                                                x.there(new PrepareRenameParams(), "rack Air|Rack"))
                                        .join()),
                row(
                        "textDocument/foldingRange",
                        "foldingRangeProvider",
                        "foldingRange",
                        false,
                        x -> texts(x).foldingRange(new FoldingRangeRequestParams(x.good())).join()),
                row(
                        "textDocument/selectionRange",
                        "selectionRangeProvider",
                        "selectionRange",
                        false,
                        x ->
                                texts(x).selectionRange(
                                                new SelectionRangeParams(
                                                        x.good(), List.of(x.at("bud|get: 44"))))
                                        .join()),
                row(
                        "textDocument/semanticTokens/full",
                        "semanticTokensProvider.full",
                        "semanticTokensFull",
                        false,
                        x ->
                                texts(x).semanticTokensFull(new SemanticTokensParams(x.good()))
                                        .join()
                                        .getData()),
                row(
                        "textDocument/semanticTokens/full/delta",
                        "semanticTokensProvider.full.delta",
                        "semanticTokensFullDelta",
                        false,
                        x ->
                                texts(x).semanticTokensFullDelta(
                                                new SemanticTokensDeltaParams(x.good(), "0"))
                                        .join()
                                        .getLeft()
                                        .getData()),
                row(
                        "textDocument/semanticTokens/range",
                        "semanticTokensProvider.range",
                        "semanticTokensRange",
                        false,
                        x ->
                                texts(x).semanticTokensRange(
                                                new SemanticTokensRangeParams(x.good(), x.whole()))
                                        .join()
                                        .getData()),
                row(
                        "textDocument/prepareTypeHierarchy",
                        "typeHierarchyProvider",
                        "prepareTypeHierarchy",
                        false,
                        x -> hierarchy(x)),
                row(
                        "typeHierarchy/supertypes",
                        "typeHierarchyProvider",
                        "typeHierarchySupertypes",
                        false,
                        x ->
                                texts(x).typeHierarchySupertypes(
                                                new TypeHierarchySupertypesParams(heir(x)))
                                        .join()),
                row(
                        "typeHierarchy/subtypes",
                        "typeHierarchyProvider",
                        "typeHierarchySubtypes",
                        false,
                        x ->
                                texts(x).typeHierarchySubtypes(
                                                new TypeHierarchySubtypesParams(
                                                        hierarchy(x).get(0)))
                                        .join()),
                none(
                        "textDocument/prepareCallHierarchy",
                        "callHierarchyProvider",
                        "prepareCallHierarchy",
                        true),
                none(
                        "textDocument/linkedEditingRange",
                        "linkedEditingRangeProvider",
                        "linkedEditingRange",
                        false),
                none("textDocument/documentColor", "colorProvider", "documentColor", false),
                none("textDocument/inlineValue", "inlineValueProvider", "inlineValue", false),
                none("textDocument/moniker", "monikerProvider", "moniker", false),
                none("textDocument/diagnostic", "diagnosticProvider", "diagnostic", false),
                none("notebookDocument/didOpen", "notebookDocumentSync", "notebookDidOpen", false),
                row(
                        "workspace/executeCommand",
                        "executeCommandProvider",
                        "executeCommand",
                        true,
                        x ->
                                workspace(x)
                                        .executeCommand(
                                                new ExecuteCommandParams(
                                                        "infra.report", List.of(x.good().getUri())))
                                        .join()),
                text(
                        "workspace/didChangeWorkspaceFolders",
                        "workspace.workspaceFolders.changeNotifications",
                        "didChangeWorkspaceFolders"),
                row(
                        "workspace/didChangeWatchedFiles",
                        "",
                        "didChangeWatchedFiles",
                        false,
                        x -> x.editor.registered()),
                row("$/progress", "", "notifyProgress", true, x -> x.editor.progress()));
    }

    private static Feature row(
            String method,
            String capability,
            String java,
            boolean neovim,
            Function<Examples, Object> fixture) {
        return new Feature(method, capability, java, neovim, fixture);
    }

    /** What is told and not answered; that it was heard is what other answers show. */
    private static Feature text(String method, String capability, String java) {
        return new Feature(method, capability, java, true, x -> x.editor.diagnostics(Examples.BAD));
    }

    private static Feature none(String method, String capability, String java, boolean neovim) {
        return new Feature(method, capability, java, neovim, null);
    }

    private static TextDocumentService texts(Examples x) {
        return x.editor.texts();
    }

    private static WorkspaceService workspace(Examples x) {
        return x.editor.server().getWorkspaceService();
    }

    private static List<CompletionItem> completions(Examples x) {
        var found = texts(x).completion(x.there(new CompletionParams(), "\n  |leaf:  1")).join();
        return found.isLeft() ? found.getLeft() : found.getRight().getItems();
    }

    private static ReferenceParams references(Examples x) {
        ReferenceParams p = x.there(new ReferenceParams(), "rack Air|Rack");
        p.setContext(new ReferenceContext(false));
        return p;
    }

    private static CodeActionParams action(Examples x) {
        List<Diagnostic> all = x.editor.diagnostics(Examples.BAD);
        return new CodeActionParams(
                x.editor.file(Examples.BAD), all.get(0).getRange(), new CodeActionContext(all));
    }

    private static Object formatted(Examples x, boolean range) {
        String text = x.editor.text(Examples.GOOD);
        x.editor.type(Examples.GOOD, text.replace("  leaf:  1 x", "      leaf: 1    x"));
        FormattingOptions two = new FormattingOptions(2, true);
        Object edits =
                range
                        ? texts(x).rangeFormatting(
                                        new DocumentRangeFormattingParams(x.good(), two, x.whole()))
                                .join()
                        : texts(x).formatting(new DocumentFormattingParams(x.good(), two)).join();
        x.editor.type(Examples.GOOD, text);
        return edits;
    }

    private static List<TypeHierarchyItem> hierarchy(Examples x) {
        return texts(x).prepareTypeHierarchy(x.heir(new TypeHierarchyPrepareParams())).join();
    }

    /** An element that extends what the caret is on. */
    private static TypeHierarchyItem heir(Examples x) {
        return texts(x).typeHierarchySubtypes(new TypeHierarchySubtypesParams(hierarchy(x).get(0)))
                .join()
                .get(0);
    }
}
