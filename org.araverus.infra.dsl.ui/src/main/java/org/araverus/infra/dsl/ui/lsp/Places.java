// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.net.URI;
import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Range;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** Shows a place of the protocol in an editor. */
final class Places {
    private Places() {}

    static void show(String uri, Range range) {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            Optional<IFile> file = Uris.file(uri);
            IEditorPart editor =
                    file.isPresent()
                            ? IDE.openEditor(page, file.get())
                            : IDE.openEditorOnFileStore(page, EFS.getStore(URI.create(uri)));
            if (editor instanceof ITextEditor text) select(text, range);
        } catch (CoreException e) {
            ILog.get().error("no editor opens on " + uri, e);
        }
    }

    private static void select(ITextEditor editor, Range range) {
        IDocument text = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        if (text == null) return;
        IRegion at = Positions.region(text, range);
        editor.selectAndReveal(at.getOffset(), at.getLength());
    }
}
