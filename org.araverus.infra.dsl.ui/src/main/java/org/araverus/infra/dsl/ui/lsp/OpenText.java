// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;

/** An open document as the server knows it; each edit is told as it happens. */
final class OpenText implements IDocumentListener {
    private final Connection connection;
    private final String uri;
    private final IDocument document;
    private int version = 1;
    private Range replaced = new Range();

    OpenText(Connection connection, String uri, IDocument document) {
        this.connection = connection;
        this.uri = uri;
        this.document = document;
        var item = new TextDocumentItem(uri, connection.language().id(), version, document.get());
        connection.tell(
                s -> s.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(item)));
        document.addDocumentListener(this);
    }

    String uri() {
        return uri;
    }

    IDocument document() {
        return document;
    }

    /** Counts the edits. */
    int version() {
        return version;
    }

    TextDocumentIdentifier id() {
        return new TextDocumentIdentifier(uri);
    }

    Position position(int offset) {
        return Positions.of(document, offset);
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        replaced = Positions.range(document, event.getOffset(), event.getLength());
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        version++;
        var change = new TextDocumentContentChangeEvent(replaced, event.getText());
        var params =
                new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri, version), List.of(change));
        connection.tell(s -> s.getTextDocumentService().didChange(params));
    }

    void saved() {
        connection.tell(
                s -> s.getTextDocumentService().didSave(new DidSaveTextDocumentParams(id())));
    }

    void close() {
        document.removeDocumentListener(this);
        connection.tell(
                s -> s.getTextDocumentService().didClose(new DidCloseTextDocumentParams(id())));
    }
}
