// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import com.google.inject.AbstractModule;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.WorkspaceManager;

/** For the server's own injector, beside the language's. */
public class ServerBindings extends AbstractModule {
    @Override
    protected void configure() {
        bind(LanguageServerImpl.class).to(InfraLanguageServer.class);
        bind(WorkspaceManager.class).to(InfraWorkspace.class);
    }
}
