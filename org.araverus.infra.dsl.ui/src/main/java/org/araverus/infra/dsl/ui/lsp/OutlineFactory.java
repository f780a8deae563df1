// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.jspecify.annotations.Nullable;

/** Gives the Generic Editor an outline where a language server answers. */
public class OutlineFactory implements IAdapterFactory {
    @Override
    public <T> @Nullable T getAdapter(Object adapted, Class<T> type) {
        if (type != IContentOutlinePage.class || !(adapted instanceof ITextEditor editor))
            return null;
        ITextViewer viewer = editor.getAdapter(ITextViewer.class);
        if (viewer == null
                || viewer.getDocument() == null
                || Languages.of(viewer.getDocument()).isEmpty()) return null;
        return type.cast(new Outline(editor, viewer));
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IContentOutlinePage.class};
    }
}
