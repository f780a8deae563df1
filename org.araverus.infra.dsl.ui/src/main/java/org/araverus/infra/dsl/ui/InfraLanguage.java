// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui;

import java.util.concurrent.CompletableFuture;
import org.araverus.infra.dsl.ide.InfraServer;
import org.araverus.infra.dsl.ui.lsp.Language;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.services.LanguageServer;

/** The language with its server in this process. */
public class InfraLanguage implements Language {
    @Override
    public String id() {
        return "infra";
    }

    /** The server answers in order: a question behind all that it was told. */
    @Override
    public CompletableFuture<?> idle(LanguageServer server) {
        return server.getWorkspaceService().symbol(new WorkspaceSymbolParams("idle"));
    }

    @Override
    public LanguageServer server() {
        // languages are looked up by the services of the thread's class loader
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(InfraServer.class.getClassLoader());
        try {
            ServerLog.open();
            return InfraServer.create();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
