// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.araverus.infra.dsl.ide.InfraServer;
import org.araverus.infra.dsl.ide.server.InfraRequests;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor that shows a folder: it starts the server and keeps what it publishes. */
final class Editor implements AutoCloseable, LanguageClient {
    private final Path folder;
    private final Process process;
    private final CompletableFuture<String> talk;
    private final Server server;
    private final Future<Void> listening;
    private final Map<String, List<String>> shown = new ConcurrentHashMap<>();
    private int version;

    /** The protocol and what the server answers beyond it. */
    private interface Server extends LanguageServer, InfraRequests {}

    Editor(Path folder) throws IOException {
        this(folder, true);
    }

    /**
     * An editor with files of a folder.
     *
     * @param shows whether it shows the folder, so that the server knows of it
     */
    Editor(Path folder, boolean shows) throws IOException {
        this.folder = folder;
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process =
                new ProcessBuilder(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                InfraServer.class.getName())
                        .start();
        talk = CompletableFuture.supplyAsync(this::errorOutput);
        var launcher =
                Launcher.createLauncher(
                        this, Server.class, process.getInputStream(), process.getOutputStream());
        listening = launcher.startListening();
        server = launcher.getRemoteProxy();
        InitializeParams init = new InitializeParams();
        ClientCapabilities can = new ClientCapabilities();
        init.setCapabilities(can);
        if (shows) {
            can.setWorkspace(new WorkspaceClientCapabilities());
            can.getWorkspace().setWorkspaceFolders(true);
            init.setWorkspaceFolders(List.of(new WorkspaceFolder(uri(""), "designs")));
        }
        server.initialize(init).join();
        server.initialized(new InitializedParams());
    }

    private String errorOutput() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            process.getErrorStream().transferTo(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private String uri(String name) {
        return folder.resolve(name).toUri().toString();
    }

    void open(String name) throws IOException {
        server.getTextDocumentService()
                .didOpen(
                        new DidOpenTextDocumentParams(
                                new TextDocumentItem(
                                        uri(name),
                                        "infra",
                                        ++version,
                                        Files.readString(folder.resolve(name)))));
    }

    /** Types a whole text anew. */
    void type(String name, String text) {
        server.getTextDocumentService()
                .didChange(
                        new DidChangeTextDocumentParams(
                                new VersionedTextDocumentIdentifier(uri(name), ++version),
                                List.of(new TextDocumentContentChangeEvent(text))));
    }

    /** What stands at a file, as {@code LINE code}, once all that was sent is worked off. */
    List<String> findings(String name) {
        server.idle().join();
        return shown.getOrDefault(name, List.of());
    }

    /** Ends the server; its exit code and what it wrote to its error output. */
    String end() {
        server.shutdown().join();
        server.exit();
        return process.onExit().join().exitValue() + talk.join();
    }

    /** The handle leaves the streams open: the listener reads them to their end. */
    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            listening.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the server's stream broke", e);
        }
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams p) {
        String name = p.getUri().substring(p.getUri().lastIndexOf('/') + 1);
        shown.put(
                name,
                p.getDiagnostics().stream()
                        .map(
                                d ->
                                        d.getRange().getStart().getLine()
                                                + 1
                                                + " "
                                                + d.getCode().getLeft())
                        .toList());
    }

    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public void showMessage(MessageParams message) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams p) {
        return CompletableFuture.completedFuture(new MessageActionItem());
    }

    @Override
    public void logMessage(MessageParams message) {}
}
