// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.araverus.infra.dsl.ide.InfraServer;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;

/**
 * A client and a server of one process that speak over two streams, as JSON. Files lie in a folder;
 * a place in a text is written as a piece of it with {@code |} for the caret.
 */
final class Session implements AutoCloseable, LanguageClient {
    private final Path folder;
    private final PipedOutputStream toServer = new PipedOutputStream();
    private final LanguageServer server;
    private final InitializeResult started;
    private final Map<String, List<Diagnostic>> shown = new ConcurrentHashMap<>();
    private int version;

    Session(Path folder) throws IOException {
        this(folder, c -> {});
    }

    /** With more that the client says it can. */
    Session(Path folder, Consumer<ClientCapabilities> more) throws IOException {
        this.folder = folder;
        PipedInputStream fromClient = new PipedInputStream(toServer, 1 << 16);
        PipedOutputStream toClient = new PipedOutputStream();
        PipedInputStream fromServer = new PipedInputStream(toClient, 1 << 16);
        Thread serving = new Thread(() -> InfraServer.serve(fromClient, toClient), "server");
        serving.setDaemon(true);
        serving.start();
        var launcher = LSPLauncher.createClientLauncher(this, fromServer, toServer);
        launcher.startListening();
        server = launcher.getRemoteProxy();
        InitializeParams init = new InitializeParams();
        ClientCapabilities can = new ClientCapabilities();
        can.setWorkspace(new WorkspaceClientCapabilities());
        can.getWorkspace().setWorkspaceFolders(true);
        more.accept(can);
        init.setCapabilities(can);
        init.setWorkspaceFolders(List.of(new WorkspaceFolder(uri(""), "designs")));
        started = server.initialize(init).join();
        server.initialized(new InitializedParams());
    }

    InitializeResult started() {
        return started;
    }

    TextDocumentService documents() {
        return server.getTextDocumentService();
    }

    LanguageServer server() {
        return server;
    }

    String uri(String name) {
        return folder.resolve(name).toUri().toString();
    }

    TextDocumentIdentifier id(String name) {
        return new TextDocumentIdentifier(uri(name));
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a file as it lies in the folder. */
    Session open(String name) {
        return open(name, text(name));
    }

    /** Opens a file with another text than it has. */
    Session open(String name, String text) {
        documents()
                .didOpen(
                        new DidOpenTextDocumentParams(
                                new TextDocumentItem(uri(name), "infra", ++version, text)));
        return this;
    }

    void type(String name, String text) {
        documents()
                .didChange(
                        new DidChangeTextDocumentParams(
                                new VersionedTextDocumentIdentifier(uri(name), ++version),
                                List.of(new TextDocumentContentChangeEvent(text))));
    }

    /** What is shown at a file once all that was sent is worked off. */
    List<Diagnostic> diagnostics(String name) {
        documents().documentSymbol(new DocumentSymbolParams(id(name))).join();
        return shown.getOrDefault(uri(name), List.of());
    }

    /** What is shown with one code at a file. */
    List<Diagnostic> diagnostics(String name, String code) {
        return diagnostics(name).stream().filter(d -> code.equals(code(d))).toList();
    }

    static String code(Diagnostic d) {
        return d.getCode() == null ? "" : d.getCode().getLeft();
    }

    /** The place of the caret, a {@code |}, in a piece of a text. */
    static Position at(String text, String piece) {
        String plain = piece.replace("|", "");
        int start = text.indexOf(plain);
        if (start < 0 || piece.indexOf('|') < 0) throw new IllegalArgumentException(piece);
        return position(text, start + piece.indexOf('|'));
    }

    static Position position(String text, int offset) {
        String before = text.substring(0, offset);
        return new Position(
                (int) before.chars().filter(c -> c == '\n').count(),
                offset - before.lastIndexOf('\n') - 1);
    }

    static int offset(String text, Position p) {
        int line = 0;
        for (int i = 0; i < p.getLine(); i++) line = text.indexOf('\n', line) + 1;
        return line + p.getCharacter();
    }

    /** The stretch of a text. */
    static String cut(String text, Range range) {
        return text.substring(offset(text, range.getStart()), offset(text, range.getEnd()));
    }

    /** A text after edits, which all count in the text before. */
    static String apply(String text, List<? extends TextEdit> edits) {
        StringBuilder all = new StringBuilder(text);
        edits.stream()
                .sorted(
                        (a, b) ->
                                offset(text, b.getRange().getStart())
                                        - offset(text, a.getRange().getStart()))
                .forEach(
                        e ->
                                all.replace(
                                        offset(text, e.getRange().getStart()),
                                        offset(text, e.getRange().getEnd()),
                                        e.getNewText()));
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        server.shutdown().join();
        // an exit would end this process
        toServer.close();
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams p) {
        shown.put(p.getUri(), p.getDiagnostics());
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
