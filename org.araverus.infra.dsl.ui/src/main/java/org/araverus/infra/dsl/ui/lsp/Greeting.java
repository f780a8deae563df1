// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionKindCapabilities;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.SemanticTokensWorkspaceCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;

/** What this client can do, as it says to the server. */
final class Greeting {
    private Greeting() {}

    static InitializeParams of(List<WorkspaceFolder> folders) {
        InitializeParams params = new InitializeParams();
        params.setWorkspaceFolders(folders);
        ClientCapabilities all = new ClientCapabilities();
        all.setTextDocument(texts());
        all.setWorkspace(workspace());
        params.setCapabilities(all);
        return params;
    }

    private static TextDocumentClientCapabilities texts() {
        TextDocumentClientCapabilities texts = new TextDocumentClientCapabilities();
        List<String> markup = List.of(MarkupKind.MARKDOWN, MarkupKind.PLAINTEXT);
        CompletionItemCapabilities item = new CompletionItemCapabilities();
        item.setDocumentationFormat(markup);
        texts.setCompletion(new CompletionCapabilities(item));
        texts.setHover(new HoverCapabilities(markup, false));
        var symbols = new DocumentSymbolCapabilities();
        symbols.setHierarchicalDocumentSymbolSupport(true);
        texts.setDocumentSymbol(symbols);
        var actions = new CodeActionCapabilities();
        actions.setCodeActionLiteralSupport(
                new CodeActionLiteralSupportCapabilities(
                        new CodeActionKindCapabilities(
                                List.of(
                                        CodeActionKind.QuickFix,
                                        CodeActionKind.Refactor,
                                        CodeActionKind.Source))));
        texts.setCodeAction(actions);
        var rename = new RenameCapabilities();
        rename.setPrepareSupport(true);
        texts.setRename(rename);
        var diagnostics = new PublishDiagnosticsCapabilities();
        diagnostics.setRelatedInformation(true);
        diagnostics.setCodeDescriptionSupport(true);
        texts.setPublishDiagnostics(diagnostics);
        return texts;
    }

    private static WorkspaceClientCapabilities workspace() {
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        var edit = new WorkspaceEditCapabilities();
        edit.setDocumentChanges(true);
        workspace.setWorkspaceEdit(edit);
        workspace.setWorkspaceFolders(true);
        workspace.setSemanticTokens(new SemanticTokensWorkspaceCapabilities(true));
        workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
        workspace.setInlayHint(new InlayHintWorkspaceCapabilities(true));
        return workspace;
    }
}
