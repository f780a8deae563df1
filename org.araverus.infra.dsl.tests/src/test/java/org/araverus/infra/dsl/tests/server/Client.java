// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.araverus.infra.dsl.ide.InfraServer;
import org.araverus.infra.dsl.ide.server.InfraRequests;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.FoldingRangeCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;

/**
 * An editor that shows a folder, with the server in this process: every message goes through the
 * protocol's text, as between two processes, but no other machine has to start.
 */
public final class Client implements AutoCloseable, LanguageClient {
    private final Path folder;
    private final Server server;
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, List<Diagnostic>> shown = new ConcurrentHashMap<>();
    private final Map<String, List<List<Diagnostic>>> published = new ConcurrentHashMap<>();
    private final List<String> refreshed = new CopyOnWriteArrayList<>();
    private final List<String> progress = new CopyOnWriteArrayList<>();
    private final List<RegistrationParams> registered = new CopyOnWriteArrayList<>();
    private final List<String> unregistered = new CopyOnWriteArrayList<>();
    private final OutputStream toServer;
    private final InitializeResult announced;
    private int version;

    /** The protocol and what the server answers beyond it. */
    private interface Server extends LanguageServer, InfraRequests {}

    /** An editor that can do all that the server asks about. */
    public Client(Path folder) {
        this(folder, initialization(folder));
    }

    /** An editor that begins with a message of its own. */
    public Client(Path folder, InitializeParams init) {
        this.folder = folder;
        try {
            Pipe there = Pipe.open();
            Pipe back = Pipe.open();
            InputStream in = Channels.newInputStream(there.source());
            OutputStream out = Channels.newOutputStream(back.sink());
            Thread.ofPlatform().daemon().name("server").start(() -> InfraServer.serve(in, out));
            toServer = Channels.newOutputStream(there.sink());
            var launcher =
                    Launcher.createLauncher(
                            this, Server.class, Channels.newInputStream(back.source()), toServer);
            launcher.startListening();
            server = launcher.getRemoteProxy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        announced = server.initialize(init).join();
        server.initialized(new InitializedParams());
    }

    /** What an editor of today says about itself. */
    public static InitializeParams initialization(Path folder) {
        ClientCapabilities can = new ClientCapabilities();
        can.setWorkspace(new WorkspaceClientCapabilities());
        can.getWorkspace().setWorkspaceFolders(true);
        can.getWorkspace().setInlayHint(new InlayHintWorkspaceCapabilities(true));
        can.getWorkspace().setCodeLens(new CodeLensWorkspaceCapabilities(true));
        TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
        text.setRename(new RenameCapabilities(true, false));
        text.setFoldingRange(new FoldingRangeCapabilities());
        text.setDocumentSymbol(new DocumentSymbolCapabilities());
        text.getDocumentSymbol().setHierarchicalDocumentSymbolSupport(true);
        can.setTextDocument(text);
        can.setWindow(new WindowClientCapabilities());
        can.getWindow().setWorkDoneProgress(true);
        InitializeParams init = new InitializeParams();
        init.setCapabilities(can);
        init.setWorkspaceFolders(
                List.of(new WorkspaceFolder(folder.toUri().toString(), "designs")));
        return init;
    }

    /** What the server said about itself. */
    public InitializeResult announced() {
        return announced;
    }

    /** The server, for requests that nothing below makes. */
    public LanguageServer server() {
        return server;
    }

    /** The requests about texts. */
    public TextDocumentService texts() {
        return server.getTextDocumentService();
    }

    /** The address of a file of the folder. */
    public String uri(String name) {
        return folder.resolve(name).toUri().toString();
    }

    /** The protocol's name of a file. */
    public TextDocumentIdentifier file(String name) {
        return new TextDocumentIdentifier(uri(name));
    }

    /** Opens a file with the text that it has. */
    public void open(String name) throws IOException {
        open(name, Files.readString(folder.resolve(name)));
    }

    /** Opens a file with a text, whatever stands on the disk. */
    public void open(String name, String text) {
        texts.put(name, text);
        texts().didOpen(
                        new DidOpenTextDocumentParams(
                                new TextDocumentItem(uri(name), "infra", ++version, text)));
    }

    /** Types a whole text anew. */
    public void type(String name, String text) {
        texts.put(name, text);
        texts().didChange(
                        new DidChangeTextDocumentParams(
                                new VersionedTextDocumentIdentifier(uri(name), ++version),
                                List.of(new TextDocumentContentChangeEvent(text))));
    }

    /** Closes a file. */
    public void close(String name) {
        texts.remove(name);
        texts().didClose(new DidCloseTextDocumentParams(file(name)));
    }

    /** The text of an open file as typed last. */
    public String text(String name) {
        String text = texts.get(name);
        if (text == null) throw new IllegalStateException(name + " is not open");
        return text;
    }

    /** The place of a caret: a piece of a file's text with {@code |} where it stands. */
    public Position at(String name, String piece) {
        String text = text(name);
        String plain = piece.replace("|", "");
        int found = text.indexOf(plain);
        if (found < 0 || piece.indexOf('|') < 0 || text.indexOf(plain, found + 1) >= 0)
            throw new IllegalArgumentException("not once with a caret in " + name + ": " + piece);
        String before = text.substring(0, found + piece.indexOf('|'));
        return new Position(
                (int) before.chars().filter(c -> c == '\n').count(),
                before.length() - 1 - before.lastIndexOf('\n'));
    }

    /** What stands at a file, once all that was sent is worked off. */
    public List<Diagnostic> diagnostics(String name) {
        idle();
        return shown.getOrDefault(uri(name), List.of());
    }

    /** Waits until all that was sent is worked off. */
    public void idle() {
        server.idle().join();
    }

    /** The same as {@code LINE code}, lines from 1. */
    public List<String> findings(String name) {
        List<String> all = new ArrayList<>();
        for (Diagnostic d : diagnostics(name))
            all.add(d.getRange().getStart().getLine() + 1 + " " + d.getCode().getLeft());
        return all;
    }

    /** What the server asked the editor to tell it about. */
    public List<RegistrationParams> registered() {
        return registered;
    }

    @Override
    public void close() {
        server.shutdown().join();
        try {
            toServer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams p) {
        shown.put(p.getUri(), p.getDiagnostics());
        published
                .computeIfAbsent(p.getUri(), u -> new CopyOnWriteArrayList<>())
                .add(p.getDiagnostics());
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
        registered.add(params);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> unregisterCapability(UnregistrationParams params) {
        params.getUnregisterations().forEach(u -> unregistered.add(u.getId()));
        return CompletableFuture.completedFuture(null);
    }

    /** The ids of what the server asks for no more. */
    public List<String> unregistered() {
        return unregistered;
    }

    /** What the server said of its progress: percentages and messages, as they came. */
    public List<String> progress() {
        return progress;
    }

    @Override
    public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
        progress.add("created");
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void notifyProgress(ProgressParams params) {
        progress.add(
                switch (params.getValue().getLeft()) {
                    case WorkDoneProgressBegin b -> b.getTitle();
                    case WorkDoneProgressReport r -> r.getMessage();
                    case WorkDoneProgressNotification end -> end.getKind().name();
                });
    }

    /** How often the server asked to ask for hints and lenses again. */
    public List<String> refreshed() {
        return refreshed;
    }

    @Override
    public CompletableFuture<Void> refreshInlayHints() {
        refreshed.add("hints");
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> refreshCodeLenses() {
        refreshed.add("lenses");
        return CompletableFuture.completedFuture(null);
    }

    /** All that was published of a file, in its order. */
    public List<List<Diagnostic>> published(String name) {
        return published.getOrDefault(uri(name), List.of());
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
