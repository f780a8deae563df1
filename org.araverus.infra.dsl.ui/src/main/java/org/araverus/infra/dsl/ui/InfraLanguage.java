// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui;

import java.util.concurrent.CompletableFuture;
import org.araverus.infra.dsl.ide.InfraServer;
import org.araverus.infra.dsl.ide.lens.LensService;
import org.araverus.infra.dsl.ide.server.InfraLanguageServer;
import org.araverus.infra.dsl.ui.lsp.Connection;
import org.araverus.infra.dsl.ui.lsp.Language;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.services.LanguageServer;

/** The language with its server in this process. */
public class InfraLanguage implements Language {
    @Override
    public String id() {
        return "infra";
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

    @Override
    public CompletableFuture<?> idle(LanguageServer server) {
        return ((InfraLanguageServer) server).idle();
    }

    /** A lens leads to its report. */
    @Override
    public boolean run(Connection connection, Command command) {
        if (!LensService.SHOW_REPORT.equals(command.getCommand())) return false;
        Reports.show(connection, command.getArguments());
        return true;
    }
}
