// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.ide.actions.ActionService;
import org.araverus.infra.dsl.ide.completion.CompletionService;
import org.araverus.infra.dsl.ide.report.ReportService;
import org.araverus.infra.dsl.ide.tokens.TokenService;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.ServerCapabilities;

/** What the server announces beyond Xtext's, and what it takes back. */
final class Capabilities {
    private Capabilities() {}

    static ServerCapabilities with(ServerCapabilities all) {
        // announced by Xtext, answered by nothing
        all.setSignatureHelpProvider(null);
        all.setCompletionProvider(CompletionService.options());
        all.setDocumentLinkProvider(new DocumentLinkOptions(false));
        all.setTypeHierarchyProvider(true);
        all.setSelectionRangeProvider(true);
        all.setSemanticTokensProvider(TokenService.options());
        all.setInlayHintProvider(true);
        all.setCodeLensProvider(new CodeLensOptions(false));
        commands(all, List.of(ReportService.REPORT, ReportService.EVALUATE));
        all.setCodeActionProvider(ActionService.options());
        return all;
    }

    private static void commands(ServerCapabilities all, List<String> ours) {
        ExecuteCommandOptions can = all.getExecuteCommandProvider();
        List<String> commands = new ArrayList<>(can == null ? List.of() : can.getCommands());
        commands.addAll(ours);
        all.setExecuteCommandProvider(new ExecuteCommandOptions(commands));
    }
}
