// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.araverus.infra.dsl.ide.server.InfraRequests;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** A client of {@code infra lsp}, started as people start it. */
final class Editor implements AutoCloseable, LanguageClient {
    /** The protocol and what the server answers beyond it. */
    interface Server extends LanguageServer, InfraRequests {}

    private final Path folder;
    private final Process process;
    private final Server server;
    private final Map<String, Integer> findings = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private int version;

    Editor(Path folder, String... command) throws IOException {
        this.folder = folder;
        process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var launcher =
                Launcher.createLauncher(
                        this, Server.class, process.getInputStream(), process.getOutputStream());
        launcher.startListening();
        server = launcher.getRemoteProxy();
        InitializeParams init = new InitializeParams();
        ClientCapabilities can = new ClientCapabilities();
        can.setWorkspace(new WorkspaceClientCapabilities());
        can.getWorkspace().setWorkspaceFolders(true);
        init.setCapabilities(can);
        init.setWorkspaceFolders(
                List.of(new WorkspaceFolder(folder.toUri().toString(), "designs")));
        server.initialize(init).join();
        server.initialized(new InitializedParams());
    }

    private TextDocumentIdentifier file(String name) {
        return new TextDocumentIdentifier(folder.resolve(name).toUri().toString());
    }

    void open(String name) throws IOException {
        server.getTextDocumentService()
                .didOpen(
                        new DidOpenTextDocumentParams(
                                new TextDocumentItem(
                                        file(name).getUri(),
                                        "infra",
                                        ++version,
                                        Files.readString(folder.resolve(name)))));
    }

    /** Puts a text in the place of a part of a line. */
    void type(String name, int line, int from, int to, String text) {
        TextDocumentContentChangeEvent change =
                new TextDocumentContentChangeEvent(
                        new Range(new Position(line, from), new Position(line, to)), text);
        server.getTextDocumentService()
                .didChange(
                        new DidChangeTextDocumentParams(
                                new VersionedTextDocumentIdentifier(file(name).getUri(), ++version),
                                List.of(change)));
    }

    void idle() {
        server.idle().join();
    }

    /** Waits for the first diagnostics that are published. */
    void first() {
        first.join();
    }

    int findings(String name) {
        return findings.getOrDefault(file(name).getUri(), 0);
    }

    Hover hover(String name, int line, int column) {
        return server.getTextDocumentService()
                .hover(new HoverParams(file(name), new Position(line, column)))
                .join();
    }

    int complete(String name, int line, int column) {
        var all =
                server.getTextDocumentService()
                        .completion(new CompletionParams(file(name), new Position(line, column)))
                        .join();
        return all.isLeft() ? all.getLeft().size() : all.getRight().getItems().size();
    }

    /** CPU time of the server so far, ms. */
    double cpu() {
        return process.info().totalCpuDuration().map(d -> d.toNanos() / 1e6).orElse(Double.NaN);
    }

    /** Resident memory of the server, MiB; 0 where the system does not say. */
    long memory(String which) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) return 0;
        for (String line : Files.readAllLines(status))
            if (line.startsWith(which)) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        return 0;
    }

    @Override
    public void close() {
        server.shutdown().join();
        server.exit();
        process.onExit().join();
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams p) {
        findings.put(p.getUri(), p.getDiagnostics().size());
        first.complete(null);
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
        return CompletableFuture.completedFuture(null);
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
