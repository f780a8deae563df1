// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.ProjectManager;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.ide.server.concurrent.IRequestManager;
import org.eclipse.xtext.util.IFileSystemScanner;

/** For the server's own injector, beside the language's. */
public class ServerBindings extends AbstractModule {
    @Override
    protected void configure() {
        bind(LanguageServerImpl.class).to(InfraLanguageServer.class);
        bind(InfraWorkspace.class).in(Singleton.class);
        bind(IRequestManager.class).to(Requests.class);
        bind(WorkspaceManager.class).to(InfraWorkspace.class);
        bind(IFileSystemScanner.class).to(Sources.class);
        bind(ProjectManager.class).to(InfraProject.class);
    }
}
