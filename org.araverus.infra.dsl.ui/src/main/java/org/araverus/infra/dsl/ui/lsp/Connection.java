// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * The one server of a language and what it has been told. All that is said to it goes through one
 * thread, in the order in which it was said, so that an answer is about the text as it was when it
 * was asked for; no caller waits for a server that starts or builds.
 */
public final class Connection {
    private final Language language;
    private final LanguageServer server;
    private final Client client = new Client(this);
    private final ExecutorService outbox;
    private final Map<IDocument, OpenText> texts = new ConcurrentHashMap<>();
    private final CompletableFuture<ServerCapabilities> capabilities = new CompletableFuture<>();

    Connection(Language language) {
        this.language = language;
        server = language.server();
        outbox = Executors.newSingleThreadExecutor(r -> daemon(r, language.id()));
        if (server instanceof LanguageClientAware aware) aware.connect(client);
    }

    /** Greets the server, and from here on tells it what changes in the workspace. */
    void start() {
        Folders folders = new Folders(this);
        var params = Greeting.of(folders.start());
        outbox.execute(() -> greet(params));
        var opened = new TextBuffers(this);
        FileBuffers.getTextFileBufferManager().addFileBufferListener(opened);
        for (IFileBuffer b : FileBuffers.getTextFileBufferManager().getFileBuffers())
            opened.bufferCreated(b);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, "language server " + name);
        thread.setDaemon(true);
        return thread;
    }

    private void greet(InitializeParams params) {
        try {
            capabilities.complete(server.initialize(params).join().getCapabilities());
            server.initialized(new InitializedParams());
        } catch (RuntimeException e) {
            ILog.get().error("the language server does not start", e);
            capabilities.completeExceptionally(e);
        }
    }

    Language language() {
        return language;
    }

    /** What the server can do, once it has said so. */
    CompletableFuture<ServerCapabilities> capabilities() {
        return capabilities;
    }

    /** The diagnostics as the server published them last. */
    Diagnostics diagnostics() {
        return client.diagnostics();
    }

    /** Calls back whenever answers to older questions may have changed. */
    Refreshes refreshes() {
        return client.refreshes();
    }

    /** Tells the server something, behind all that was said before. */
    void tell(Consumer<LanguageServer> message) {
        outbox.execute(
                () -> {
                    try {
                        message.accept(server);
                    } catch (RuntimeException e) {
                        ILog.get().error("the language server takes no message", e);
                    }
                });
    }

    /**
     * Asks the server something, behind all that was said before; once more where the server drops
     * the question, as it may when something else changes under it.
     */
    <T> CompletableFuture<T> ask(Function<LanguageServer, CompletableFuture<T>> question) {
        return once(question)
                .exceptionallyCompose(
                        failure ->
                                Answers.dropped(failure)
                                        ? once(question)
                                        : CompletableFuture.failedFuture(failure));
    }

    private <T> CompletableFuture<T> once(Function<LanguageServer, CompletableFuture<T>> question) {
        return CompletableFuture.supplyAsync(() -> question.apply(server), outbox)
                .thenCompose(Function.identity());
    }

    /**
     * Does what the server put behind a click: here if the language knows it, else by the server.
     */
    void run(Command command) {
        if (language.run(this, command)) return;
        var params = new ExecuteCommandParams(command.getCommand(), command.getArguments());
        tell(s -> s.getWorkspaceService().executeCommand(params));
    }

    /** Asks the server for what its own command gives. */
    public CompletableFuture<Object> execute(String command, List<Object> arguments) {
        var params = new ExecuteCommandParams(command, arguments);
        return ask(s -> s.getWorkspaceService().executeCommand(params));
    }

    /** Answers once all that the server was told is worked off, its markers made. */
    public CompletableFuture<?> idle() {
        return CompletableFuture.supplyAsync(() -> language.idle(server), outbox)
                .thenCompose(Function.identity());
    }

    /** The text that the server knows a document by; empty if the file is on no disk. */
    Optional<OpenText> text(IDocument document) {
        OpenText known = texts.get(document);
        if (known != null) return Optional.of(known);
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        return buffer == null ? Optional.empty() : open(buffer);
    }

    Optional<OpenText> open(ITextFileBuffer buffer) {
        return Uris.of(buffer)
                .map(
                        uri ->
                                texts.computeIfAbsent(
                                        buffer.getDocument(), d -> new OpenText(this, uri, d)));
    }

    /** The open document of a file. */
    Optional<IDocument> document(String uri) {
        return texts.values().stream()
                .filter(t -> t.uri().equals(uri))
                .map(OpenText::document)
                .findFirst();
    }

    void close(ITextFileBuffer buffer) {
        OpenText text = texts.remove(buffer.getDocument());
        if (text != null) text.close();
    }
}
