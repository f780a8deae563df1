// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/**
 * Edits of several files: in an open editor they wait to be saved, and are one step to undo; in
 * other files they are written.
 */
final class WorkspaceEdits {
    private WorkspaceEdits() {}

    /** The edits of each file by its name, in either of the protocol's forms. */
    static Map<String, List<TextEdit>> byFile(WorkspaceEdit edit) {
        Map<String, List<TextEdit>> all = new LinkedHashMap<>();
        if (edit.getDocumentChanges() != null)
            edit.getDocumentChanges()
                    .forEach(
                            c -> {
                                if (c.isLeft()) add(all, c.getLeft());
                            });
        else if (edit.getChanges() != null) all.putAll(edit.getChanges());
        return all;
    }

    private static void add(Map<String, List<TextEdit>> all, TextDocumentEdit edit) {
        List<TextEdit> edits =
                all.computeIfAbsent(edit.getTextDocument().getUri(), uri -> new ArrayList<>());
        edit.getEdits()
                .forEach(
                        e -> {
                            if (e.isLeft()) edits.add(e.getLeft());
                        });
    }

    /** On the display's thread. */
    static void apply(Connection connection, WorkspaceEdit edit) {
        byFile(edit)
                .forEach(
                        (uri, edits) -> {
                            IDocument open = connection.document(uri).orElse(null);
                            if (open != null) Edits.apply(open, edits);
                            else Uris.file(uri).ifPresent(file -> write(file, edits));
                        });
    }

    private static void write(IFile file, List<TextEdit> edits) {
        ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
        var none = new NullProgressMonitor();
        try {
            buffers.connect(file.getFullPath(), LocationKind.IFILE, none);
            try {
                ITextFileBuffer buffer =
                        buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
                Edits.apply(buffer.getDocument(), edits);
                buffer.commit(none, true);
            } finally {
                buffers.disconnect(file.getFullPath(), LocationKind.IFILE, none);
            }
        } catch (CoreException e) {
            ILog.get().error(file.getFullPath() + " cannot be changed", e);
        }
    }
}
