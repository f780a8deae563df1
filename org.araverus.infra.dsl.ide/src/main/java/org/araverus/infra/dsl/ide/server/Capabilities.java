// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import org.araverus.infra.dsl.ide.tokens.TokenService;
import org.eclipse.lsp4j.ServerCapabilities;

/** What the server announces beyond Xtext's, and what it takes back. */
final class Capabilities {
    private Capabilities() {}

    static ServerCapabilities with(ServerCapabilities all) {
        // announced by Xtext, answered by nothing
        all.setSignatureHelpProvider(null);
        all.setSelectionRangeProvider(true);
        all.setSemanticTokensProvider(TokenService.options());
        return all;
    }
}
