// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import java.util.Objects;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.jspecify.annotations.Nullable;

/** The elements of a text as a tree; a click leads to its place. */
public class Outline extends ContentOutlinePage {
    private final ITextEditor editor;
    private final ITextViewer viewer;
    private @Nullable Following following;
    private List<DocumentSymbol> shown = List.of();

    Outline(ITextEditor editor, ITextViewer viewer) {
        this.editor = editor;
        this.viewer = viewer;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        getTreeViewer().setContentProvider(new SymbolTree());
        getTreeViewer().setLabelProvider(new SymbolLabels());
        getTreeViewer().setAutoExpandLevel(2);
        following = new Following(viewer, this::ask);
    }

    @Override
    public void dispose() {
        if (following != null) following.stop();
        super.dispose();
    }

    private void ask(Connection connection, OpenText text) {
        int version = text.version();
        var params = new DocumentSymbolParams(text.id());
        Answers.show(
                connection.ask(s -> s.getTextDocumentService().documentSymbol(params)),
                all -> {
                    if (following == null || !following.shows(text, version)) return;
                    // servers without a tree give a flat list, which this page does not ask for
                    List<DocumentSymbol> tree =
                            all.stream()
                                    .map(e -> e.isRight() ? e.getRight() : null)
                                    .filter(Objects::nonNull)
                                    .toList();
                    if (!tree.equals(shown)) show(tree);
                });
    }

    private void show(List<DocumentSymbol> tree) {
        if (getTreeViewer() == null || getControl().isDisposed()) return;
        Object[] open = getTreeViewer().getExpandedElements();
        boolean first = shown.isEmpty();
        shown = tree;
        getTreeViewer().setInput(tree);
        if (!first) getTreeViewer().setExpandedElements(open);
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (event.getSelection() instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof DocumentSymbol symbol) {
            IRegion at = Positions.region(viewer.getDocument(), symbol.getSelectionRange());
            editor.selectAndReveal(at.getOffset(), at.getLength());
        }
    }
}
