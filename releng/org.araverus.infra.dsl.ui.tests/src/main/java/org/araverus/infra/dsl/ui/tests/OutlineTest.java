// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.views.contentoutline.ContentOutline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The elements of a text as a tree. */
class OutlineTest {
    @AfterEach
    void clear() throws Exception {
        IViewPart view = Bench.page().findView(IPageLayout.ID_OUTLINE);
        if (view != null) Bench.page().hideView(view);
        Bench.clear();
    }

    @Test
    void itsElementsAndAClickOnOne() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/first-rack.infra", "first-rack.infra");
        ContentOutline view = (ContentOutline) Bench.page().showView(IPageLayout.ID_OUTLINE);
        Bench.page().activate(editor.part());
        Ui.until(
                () -> names(view).stream().anyMatch(n -> n.startsWith("Lab32")),
                () -> names(view).toString());
        Tree tree = tree(view);
        TreeItem item = find(tree.getItems(), "Lab32");
        tree.setSelection(item);
        Event event = new Event();
        event.item = item;
        tree.notifyListeners(SWT.Selection, event);
        Assertions.assertEquals("Lab32", editor.widget().getSelectionText());
    }

    private static Tree tree(ContentOutline view) {
        Control page = view.getCurrentPage().getControl();
        return Editor.inside(page, Tree.class).findFirst().orElse(null);
    }

    private static List<String> names(ContentOutline view) {
        Tree tree = tree(view);
        return tree == null ? List.of() : flat(tree.getItems());
    }

    private static List<String> flat(TreeItem[] items) {
        return Arrays.stream(items)
                .flatMap(
                        i ->
                                java.util.stream.Stream.concat(
                                        java.util.stream.Stream.of(i.getText()),
                                        flat(i.getItems()).stream()))
                .toList();
    }

    private static TreeItem find(TreeItem[] items, String name) {
        for (TreeItem i : items) {
            if (i.getText().startsWith(name)) return i;
            TreeItem inside = find(i.getItems(), name);
            if (inside != null) return inside;
        }
        return null;
    }
}
