// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.*;

/** An editor in which the examples of the repository are open. */
final class Examples implements AutoCloseable {
    static final String GOOD = "first-rack.infra";
    static final String BAD = "broken.infra";
    static final String HEIRS = "llama3.infra";

    final Client editor;

    Examples(Path folder, InitializeParams init) {
        try (Stream<Path> all = Files.walk(Path.of("..", "examples"))) {
            for (Path f : all.filter(p -> p.toString().endsWith(".infra")).toList())
                if (!f.toString().contains("maven-design"))
                    Files.copy(f, folder.resolve(f.getFileName()));
            // from ten files on there is a progress bar
            for (int i = 0; i < 10; i++)
                Files.writeString(folder.resolve("more" + i + ".infra"), "package more" + i + "\n");
            editor = new Client(folder, init);
            for (String name : List.of(GOOD, BAD, HEIRS)) editor.open(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        editor.idle();
    }

    TextDocumentIdentifier good() {
        return editor.file(GOOD);
    }

    Position at(String piece) {
        return editor.at(GOOD, piece);
    }

    /** A caret in the design that is right. */
    <T extends TextDocumentPositionParams> T there(T params, String piece) {
        params.setTextDocument(good());
        params.setPosition(at(piece));
        return params;
    }

    /** Where an example extends another element. */
    <T extends TextDocumentPositionParams> T heir(T params) {
        String text = editor.text(HEIRS);
        int at = text.indexOf(" extends ") + " extends ".length();
        String before = text.substring(0, at);
        params.setTextDocument(editor.file(HEIRS));
        params.setPosition(
                new Position(
                        (int) before.chars().filter(c -> c == '\n').count(),
                        at - before.lastIndexOf('\n')));
        return params;
    }

    Range whole() {
        return new Range(new Position(0, 0), new Position(1000, 0));
    }

    @Override
    public void close() {
        editor.close();
    }
}
