// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.services.LanguageServer;

/** What a plug-in says of its language at the extension point {@code languages}. */
public interface Language {
    /** What the protocol calls texts of it. */
    String id();

    /** A new server, not yet initialized; asked for once, before the first text opens. */
    LanguageServer server();

    /**
     * Does what a command means that the protocol leaves to clients.
     *
     * @return whether it is one; else the server is asked to do it
     */
    default boolean run(Connection connection, Command command) {
        return false;
    }

    /** Answers once the server has worked off all that it was told, and published its findings. */
    CompletableFuture<?> idle(LanguageServer server);
}
