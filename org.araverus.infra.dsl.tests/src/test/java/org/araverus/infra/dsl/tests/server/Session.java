// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.services.TextDocumentService;

/**
 * A client for what is asked at places of files as they lie in their folder. A place is written as
 * a piece of a text with {@code |} for the caret.
 */
final class Session implements AutoCloseable {
    private final Path folder;
    private final Client client;

    Session(Path folder) {
        this(folder, c -> {});
    }

    /** With more that the client says it can. */
    Session(Path folder, Consumer<ClientCapabilities> more) {
        this.folder = folder;
        InitializeParams init = Client.initialization(folder);
        more.accept(init.getCapabilities());
        client = new Client(folder, init);
    }

    InitializeResult started() {
        return client.announced();
    }

    TextDocumentService documents() {
        return client.texts();
    }

    String uri(String name) {
        return client.uri(name);
    }

    TextDocumentIdentifier id(String name) {
        return client.file(name);
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
        client.open(name, text);
        return this;
    }

    void type(String name, String text) {
        client.type(name, text);
    }

    /** What is shown at a file once all that was sent is worked off. */
    List<Diagnostic> diagnostics(String name) {
        return client.diagnostics(name);
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
    public void close() {
        client.close();
    }
}
