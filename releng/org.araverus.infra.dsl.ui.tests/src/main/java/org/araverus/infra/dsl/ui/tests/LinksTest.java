// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a name to its definition, in this file and in the catalog. */
class LinksTest {
    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    private static String selected() {
        return Bench.page().getActiveEditor() instanceof ITextEditor e
                        && e.getSelectionProvider().getSelection() instanceof ITextSelection s
                ? e.getTitle() + " " + s.getText()
                : "no editor";
    }

    @Test
    void aRackOfACluster() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/first-rack.infra", "first-rack.infra");
        editor.caret("1 x Air|Rack");
        Editor.command("org.eclipse.ui.edit.text.open.hyperlink");
        Ui.until(() -> selected().equals("first-rack.infra AirRack"), LinksTest::selected);
        assertEquals(editor.offset("rack |AirRack {"), editor.widget().getSelection().x);
    }

    @Test
    void aPartOfTheCatalog() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/first-rack.infra", "first-rack.infra");
        editor.caret("4 x DGX|_H100");
        Editor.command("org.eclipse.ui.edit.text.open.hyperlink");
        Ui.until(() -> selected().endsWith(" DGX_H100"), LinksTest::selected);
    }
}
