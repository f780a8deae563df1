// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.Unregistration;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Asks the client to watch the disk: only it knows how its system does. */
final class Watching {
    /** What is watched; project files are among it. */
    private static final String FILES = "**/*.infra";

    private static final String BESIDE = "infra-beside";
    private static final String METHOD = "workspace/didChangeWatchedFiles";

    private Watching() {}

    /** Asks a client that can; another one sends events by itself, or none. */
    static void ask(@Nullable LanguageClient client, @Nullable ClientCapabilities can) {
        if (client != null && knows(can)) register(client, "infra-files", List.of(FILES));
    }

    /**
     * The same for files that projects name: jars and baselines.
     *
     * @param before those that were watched until now
     */
    static void also(
            @Nullable LanguageClient client,
            @Nullable ClientCapabilities can,
            Set<Path> before,
            Set<Path> files) {
        if (client == null || !knows(can)) return;
        if (!before.isEmpty())
            client.unregisterCapability(
                    new UnregistrationParams(List.of(new Unregistration(BESIDE, METHOD))));
        if (files.isEmpty()) return;
        register(
                client,
                BESIDE,
                files.stream().map(f -> f.normalize().toString().replace('\\', '/')).toList());
    }

    private static boolean knows(@Nullable ClientCapabilities can) {
        return can != null
                && can.getWorkspace() != null
                && can.getWorkspace().getDidChangeWatchedFiles() != null
                && Boolean.TRUE.equals(
                        can.getWorkspace().getDidChangeWatchedFiles().getDynamicRegistration());
    }

    private static void register(LanguageClient client, String id, List<String> globs) {
        var options =
                new DidChangeWatchedFilesRegistrationOptions(
                        globs.stream().map(g -> new FileSystemWatcher(Either.forLeft(g))).toList());
        client.registerCapability(
                new RegistrationParams(List.of(new Registration(id, METHOD, options))));
    }
}
