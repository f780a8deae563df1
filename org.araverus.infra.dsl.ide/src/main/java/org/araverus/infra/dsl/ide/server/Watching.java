// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Asks the client to watch the disk: only it knows how its system does. */
final class Watching {
    /** What is watched; project files are among it. */
    private static final String FILES = "**/*.infra";

    private Watching() {}

    /** Asks a client that can; another one sends events by itself, or none. */
    static void ask(@Nullable LanguageClient client, @Nullable ClientCapabilities can) {
        if (client == null
                || can == null
                || can.getWorkspace() == null
                || can.getWorkspace().getDidChangeWatchedFiles() == null
                || !Boolean.TRUE.equals(
                        can.getWorkspace().getDidChangeWatchedFiles().getDynamicRegistration()))
            return;
        var options =
                new DidChangeWatchedFilesRegistrationOptions(
                        List.of(new FileSystemWatcher(Either.forLeft(FILES))));
        client.registerCapability(
                new RegistrationParams(
                        List.of(
                                new Registration(
                                        "infra-files",
                                        "workspace/didChangeWatchedFiles",
                                        options))));
    }
}
