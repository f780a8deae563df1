// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.xtext.ide.server.LanguageServerImpl;

/**
 * Xtext's server with what it lacks: one overridden method for each request, which asks the service
 * in the feature's own package.
 */
public class InfraLanguageServer extends LanguageServerImpl {
    @Override
    protected ServerCapabilities createServerCapabilities(InitializeParams params) {
        return Capabilities.with(super.createServerCapabilities(params));
    }
}
